from collections.abc import Mapping
from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.priorities.kinds import ACTION_MOVES, ActionState
from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.priorities.queries import holds_place
from joinedup.domain.reviews.models import Review

ONLY = "Only the lead host’s officers, the chair and the coordinator can {do}."


def why_not_choose(review: Review, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not choose priorities from this result now, or None."""
    if review.partnership.state in OVER:
        return ENDED
    if why_not_keep(review.partnership, person, day_of(at)):
        return ONLY.format(do="choose its priorities")
    stands_at = review.round.stands_at
    if stands_at is None or at < stands_at:
        stands = f", on {in_words(day_of(stands_at))}" if stands_at else ""
        return f"Priorities are chosen once the result stands{stands}."
    return None


def why_not_prefer(review: Review, about: str, weak: Mapping[str, str]) -> str | None:
    """Return why this cannot be one more priority, or None."""
    if about not in weak:
        return "Choose one of the weak points of this result."
    if Priority.objects.filter(review=review, about=about).exists():
        return "This is a priority already. Add actions to it."
    return None


def why_not_add_action(priority: Priority, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say what is done about a priority, or None."""
    partnership = priority.review.partnership
    if partnership.state in OVER:
        return ENDED
    if why_not_keep(partnership, person, day):
        return ONLY.format(do="say who does what")
    return None


def why_not_own(partnership: Partnership, owner: Person, day: date) -> str | None:
    """Return why this person cannot own an action of the partnership, or None."""
    if holds_place(owner, partnership, day):
        return None
    return f"{owner} has no place on this partnership. Choose somebody who has."


def why_not_due(due_on: date, day: date) -> str | None:
    """Return why an action cannot be due on this day, or None."""
    return "Choose a day that is still to come." if due_on < day else None


def why_not_move_action(action: PriorityAction, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say what became of an action, or None."""
    partnership = action.priority.review.partnership
    if partnership.state in OVER:
        return ENDED
    owns = action.owner == person and holds_place(person, partnership, day)
    if owns or why_not_keep(partnership, person, day) is None:
        return None
    return f"Only {action.owner}, and those who keep the record, can say what became of this."


def why_not_become(action: PriorityAction, state: str, because: str) -> str | None:
    """Return why an action cannot become this, or None."""
    if state not in ACTION_MOVES[ActionState(action.state)]:
        return f"It is {ActionState(action.state).label.lower()} already."
    if state == ActionState.DROPPED and not folded(because):
        return "Say why it is dropped."
    return None
