from collections.abc import Collection
from datetime import date

from joinedup.domain.basics.days import in_words
from joinedup.domain.basics.folding import LONGEST, folded
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.rules import why_not_called
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.rules import why_not_change, why_not_join
from joinedup.domain.people.models import Person
from joinedup.domain.stakeholders.kinds import BY_HAND, MOVES, ApproachState
from joinedup.domain.stakeholders.models import Stakeholder, YardstickLine
from joinedup.domain.stakeholders.queries import standing_of

# A reason that its subject can read is a sentence, not a word.
LEAST_WORDS = 3
LONGEST_VALUE, MOST_VALUES = 100, 40


def why_not_map(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say who should be on this partnership, or None."""
    return why_not_change(partnership, person, day)


def why_not_on_map(
    partnership: Partnership, organisation: Organisation | None, name: str, day: date
) -> str | None:
    """Return why this body, or this name, cannot be put on the map, or None."""
    there = Stakeholder.objects.filter(partnership=partnership)
    if organisation is None:
        if reason := why_not_called(name):
            return reason
        if there.filter(organisation=None, folded_name=folded(name)).exists():
            return f"{name.strip()} is on the map already."
        return None
    if there.filter(organisation=organisation).exists():
        return f"{organisation} is on the map already."
    return why_not_join(organisation, day)


def why_not_match(stakeholder: Stakeholder) -> str | None:
    """Return why it may not be said which body of the directory a name stands for, or None."""
    if stakeholder.organisation is None:
        return None
    return f"{stakeholder.called} is that of the directory already."


def why_not_withdraw(stakeholder: Stakeholder) -> str | None:
    """Return why somebody cannot be taken off the map, or None while nothing was done yet."""
    if stakeholder.approaches.count() <= 1:
        return None
    return (
        "Something was done already, and that is kept. Say that it is not invited, with the reason."
    )


def why_not_approach(stakeholder: Stakeholder, day: date) -> str | None:
    """Return why nothing more is said of how it is approached, or None: it has joined."""
    standing = standing_of(stakeholder, day)
    if standing.state != ApproachState.JOINED:
        return None
    how = f" {standing.note}" if standing.note else ""
    return f"{stakeholder.called} has joined{how}. It is told from the list of members."


def why_not_move_to(stakeholder: Stakeholder, to: ApproachState) -> str | None:
    """Return why it cannot come to stand there next, or None."""
    if to == ApproachState.JOINED:
        return "Add it as a member: then it shows as joined by itself."
    here = ApproachState(stakeholder.state)
    if to in MOVES[here]:
        return None
    return f"{stakeholder.called} is {here.label.lower()}, and cannot be {to.label.lower()} next."


def why_not_invite(stakeholder: Stakeholder, to: ApproachState) -> str | None:
    """Return why they may not be invited yet, or None: a reason of their own comes first."""
    if to != ApproachState.INVITED or folded(stakeholder.gains):
        return None
    return "Before you invite them, write down what they gain. What we want is no reason for them."


def why_not_told(to: ApproachState, note: str, because: str) -> str | None:
    """Return what is still to be said of this step, or None."""
    if to == ApproachState.MET and not folded(note):
        return "Note in a line what you talked about: it is what an agreement will build on."
    if to == ApproachState.NOT_INVITED and len(folded(because).split()) < LEAST_WORDS:
        return "Say why in a sentence that they could read themselves."
    return None


def why_not_on(stakeholder: Stakeholder, on: date, day: date) -> str | None:
    """Return why it cannot have happened on this day, or None."""
    if on > day:
        return "Say it when it has happened: this day is still to come."
    if on < stakeholder.moved_on:
        here = ApproachState(stakeholder.state).label.lower()
        return f"It was {here} on {in_words(stakeholder.moved_on)}, which is later."
    return None


def why_not_values(values: Collection[str]) -> str | None:
    """Return why these cannot be the places or services of a yardstick, or None."""
    if len(values) > MOST_VALUES:
        return f"Enter up to {MOST_VALUES}."
    for value in values:
        if not folded(value):
            return "Enter each on its own line, with letters or numbers in it."
        if len(value) > LONGEST_VALUE or len(folded(value)) > LONGEST:
            return f"“{value[:20]}…” is longer than {LONGEST_VALUE} letters."
    return None


def why_not_cover(
    line: YardstickLine, member: Membership | None, person: Person | None, day: date
) -> str | None:
    """Return why it cannot be said that this member speaks for a place or service, or None."""
    partnership = line.yardstick.partnership
    if line.sort not in BY_HAND:
        return "Who is here of this sort is told from the directory."
    if member is not None and (member.partnership_id != partnership.pk or not member.holds_on(day)):
        return f"{member.member_name} is not a member now."
    return why_not_map(partnership, person, day)
