"""An arrangement of the cast, reached by its acts: the police share with the council."""

from datetime import date

from joinedup.domain.sharing.actions import arrange_sharing, confirm_sharing
from joinedup.domain.sharing.answering import Question
from joinedup.domain.sharing.kinds import Assessment, Basis, Condition, DataKind, Purpose, Whom

SAID = {
    "purpose": Purpose.CRIME,
    "words": "So that streets with many incidents get help first.",
    "whom": Whom.ANYBODY,
    "basis": Basis.TASK,
    "condition": Condition.CRIME,
    "limits": "The street and the week, never the house.",
    "safeguards": "Sent by secure mail. Deleted after a year.",
    "assessment": Assessment.DONE,
    "assessed_on": date(2026, 1, 15),
    "not_needed_because": "",
    "joint_controllers": False,
    "starts_on": date(2026, 4, 1),
    "ends_on": date(2027, 3, 31),
    "review_on": date(2026, 12, 1),
}
# What a form of another one holds, but for its bodies.
TYPED = {
    "kinds": ["EVENTS", "HEALTH"],
    "whom": "ANYBODY",
    "purpose": "SAFETY",
    "words": "To keep children safe on the way to school.",
    "basis": "TASK",
    "condition": "SAFEGUARDING",
    "limits": "No more than needed.",
    "assessment": "NOT_NEEDED",
    "not_needed_because": "Little of it, and seldom.",
    "joint_controllers": "no",
    "starts_on-day": "1",
    "starts_on-month": "4",
    "starts_on-year": "2026",
    "review_on-day": "1",
    "review_on-month": "4",
    "review_on-year": "2027",
}
KINDS = (DataKind.EVENTS, DataKind.OFFENCES)


def terms(cast, **other):
    """What the form of an arrangement holds."""
    source, recipient = cast.memberships["police"], cast.memberships["thornford"]
    return {"source": source, "recipients": [recipient], "kinds": KINDS} | SAID | other


def arranged(cast, now, **other):
    """A draft."""
    return arrange_sharing(cast.safer, **terms(cast, **other), by=cast.priya, at=now)


def confirm(arrangement, member, person, at, edition=None):
    """Have somebody confirm for a member."""
    party = arrangement.parties.get(membership=member)
    edition = edition or arrangement.edition
    confirm_sharing(party, edition=edition, contact="The data desk", by=person, at=at)


def in_force(cast, now, **other):
    """The same, confirmed by both."""
    arrangement = arranged(cast, now, **other)
    confirm(arrangement, cast.memberships["police"], cast.ruth, now)
    confirm(arrangement, cast.memberships["thornford"], cast.priya, now)
    return arrangement


def question(cast, **other):
    """Whether the police can share with the council what the arrangement covers."""
    asked = {
        "with_member": cast.memberships["thornford"].pk,
        "kind": DataKind.EVENTS,
        "whom": Whom.CHILDREN,
        "purpose": Purpose.CRIME,
    }
    return Question(**asked | other)
