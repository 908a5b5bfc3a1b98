from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.rules import ENDED, why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.kinds import ASKED_BEFORE
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.second_looks.queries import due_on


def why_not_look_again(review: Review, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not write down the second look at this result now, or None."""
    due, day = due_on(review), day_of(at)
    if due is None:
        return "Only results below Sound are looked at again after six months."
    if review.partnership.state in OVER:
        return ENDED
    if SecondLook.objects.filter(review=review).exists():
        return "The second look has been written down."
    if why_not_keep(review.partnership, person, day):
        return "Only the lead host’s officers, the chair and the coordinator take the second look."
    return why_not_yet(due, day)


def why_not_yet(due: date, day: date) -> str | None:
    """Return why it is too soon for a second look, or None."""
    first = due - ASKED_BEFORE
    if day < first:
        return f"It is due on {in_words(due)}, and can be taken from {in_words(first)}."
    return None


def why_not_changed(changed: str) -> str | None:
    """Return why this does not say what has changed, or None."""
    return None if folded(changed) else "Say what has changed, or that nothing has."
