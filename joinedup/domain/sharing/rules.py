from collections.abc import Collection
from datetime import date
from typing import Any

from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_change
from joinedup.domain.people.models import Person
from joinedup.domain.sharing.case_data import why_not_kept
from joinedup.domain.sharing.grounds import unconditioned
from joinedup.domain.sharing.kinds import (
    ENFORCED,
    LAW_ENFORCEMENT,
    NEED_CONDITION,
    OF_ARTICLE_9,
    OF_PART_3,
    Assessment,
    Basis,
    Condition,
    DataKind,
)
from joinedup.domain.sharing.models import SharingArrangement, SharingParty
from joinedup.domain.sharing.queries import (
    members_answered_for,
    members_asked_for,
    source_of,
)

WITHDRAWN = "This arrangement was withdrawn. Make another in its place."


def why_not_arrange(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say what members arranged to share, or None."""
    return why_not_change(partnership, person, day)


def why_not_amend(arrangement: SharingArrangement, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not change an arrangement, or None."""
    if arrangement.withdrawn_at is not None:
        return WITHDRAWN
    return why_not_arrange(arrangement.partnership, person, day)


def why_not_between(
    source: Membership, recipients: Collection[Membership], day: date
) -> str | None:
    """Return why these cannot be its bodies, or None."""
    if not recipients:
        return "Choose at least one body that gets the information."
    if source.pk in {each.pk for each in recipients}:
        return f"{source.member_name} cannot share with itself. Choose others."
    if {each.partnership_id for each in recipients} != {source.partnership_id}:
        return "All bodies must be members of this partnership."
    left = [each.member_name for each in (source, *recipients) if not each.holds_on(day)]
    return f"{left[0]} is not a member now." if left else None


def why_not_grounded(basis: str, purpose: str, kinds: Collection[str]) -> str | None:
    """Return why this basis fits neither these kinds of information nor this purpose, or None."""
    if basis == Basis.NONE and set(kinds) != {DataKind.FIGURES}:
        return "Information about people needs a lawful basis. Choose one."
    if basis in LAW_ENFORCEMENT and purpose not in ENFORCED:
        return (
            "Part 3 of the Data Protection Act is only for law enforcement: to prevent crime, look "
            "into it or prosecute it. For this purpose choose a basis of Article 6."
        )
    return None


def why_not_conditioned(basis: str, condition: str, kinds: Collection[str]) -> str | None:
    """Return why this condition cannot be named with this basis and these kinds, or None."""
    if basis in LAW_ENFORCEMENT and condition not in OF_PART_3 | {Condition.UNTOLD}:
        return "With law enforcement go the conditions of section 35 and Schedule 8. Choose again."
    if basis not in LAW_ENFORCEMENT and condition in OF_PART_3:
        return "That condition is for law enforcement alone. Choose one of Article 9 or Schedule 1."
    needing = NEED_CONDITION.intersection(kinds)
    without = unconditioned(basis, condition, needing)
    if condition == Condition.UNTOLD or not needing or without != needing:
        return None
    return (
        "Article 9 does not reach offences. Choose from Schedule 1."
        if condition in OF_ARTICLE_9
        else "That condition is for offences alone. Choose one of Article 9 or Schedule 1."
    )


def why_not_assessed(values: dict[str, Any], day: date) -> str | None:
    """Return why nothing can be said so of the impact assessment, or None."""
    assessment, on = values["assessment"], values["assessed_on"]
    if assessment == Assessment.DONE and on is None:
        return "Enter the day on which it was done."
    if on is not None and on > day:
        return "This is the day on which it was done, so it cannot be to come."
    if assessment == Assessment.NOT_NEEDED and not values["not_needed_because"].strip():
        return "Say why it is not needed."
    return None


def why_not_ending(values: dict[str, Any]) -> str | None:
    """Return why it cannot end on its last day, or None."""
    if values["ends_on"] and values["ends_on"] < values["starts_on"]:
        return "It cannot end before it starts."
    return None


def why_not_reviewed(values: dict[str, Any]) -> str | None:
    """Return why it cannot be reviewed on this day, or None."""
    early = values["review_on"] < values["starts_on"]
    return "It cannot be reviewed before it starts." if early else None


def why_not_confirm_any(
    arrangement: SharingArrangement, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` has nothing to confirm in it, or None."""
    if arrangement.withdrawn_at is not None:
        return WITHDRAWN
    if arrangement.partnership.state in OVER:
        return ENDED
    own = set(members_answered_for(person, day).values_list("pk", flat=True)) if person else set()
    theirs = [party for party in arrangement.parties.all() if party.membership_id in own]
    if not theirs:
        return "Only those who sit for a body named here, and its officers, can confirm its part."
    if all(party.confirmed_at for party in theirs):
        return "Your organisation has confirmed this already."
    return None


def why_not_confirm_part(party: SharingParty, person: Person, day: date) -> str | None:
    """Return why ``person`` may not confirm for this body, or None."""
    if party.confirmed_at is not None:
        return f"{party.membership.member_name} has confirmed this already."
    if not members_answered_for(person, day).filter(pk=party.membership_id).exists():
        name = party.membership.member_name
        return f"Only those who sit for {name}, and its officers, can confirm for it."
    return why_not_confirm_any(party.arrangement, person, day)


def why_not_withdraw(
    arrangement: SharingArrangement, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not withdraw it, or None.

    Besides those who keep the record, whoever speaks for the body whose information it is may.
    """
    if arrangement.withdrawn_at is not None:
        return WITHDRAWN
    own = members_answered_for(person, day) if person else None
    if own and own.filter(pk=source_of(arrangement).membership_id).exists():
        return None
    return why_not_arrange(arrangement.partnership, person, day)


def why_not_decide(
    source: Membership, recipient: Membership, person: Person, day: date
) -> str | None:
    """Return why ``person`` may not record what this body shared or refused, or None."""
    if not members_asked_for(person, day).filter(pk=source.pk).exists():
        return f"Only those who work or sit for {source.member_name} can record this."
    return why_not_between(source, [recipient], day)


def why_not_decided(on: date, because: str, day: date) -> str | None:
    """Return why a decision cannot be recorded so, or None."""
    if on > day:
        return "This is the day on which it was decided, so it cannot be to come."
    return why_not_kept(because)
