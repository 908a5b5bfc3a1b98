from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet

from joinedup.domain.basics.days import day_of, months_after
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import UNCAPPED, latest_standing
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.kinds import (
    ASKED_BEFORE,
    BELOW_STANDARD,
    LEAST,
    MONTHS,
    Better,
    LookState,
)
from joinedup.domain.second_looks.models import SecondLook
from joinedup.domain.standpoints.seldom import seldom


@dataclass(frozen=True)
class Due:
    """A result below standard, the day of its second look, and the look once it was taken."""

    review: Review
    due_on: date
    taken: SecondLook | None
    state: LookState


@dataclass(frozen=True)
class Weak:
    """What is told of a result below standard: its band but for caps, and its second look."""

    uncapped: str | None = None
    looked_on: date | None = None
    better: str = ""


NOT_WEAK = Weak()


def weak_results(reviews: Iterable[int]) -> dict[int, Weak]:
    """Return what is told of each of these results below standard, in one query."""
    found = Review.objects.filter(pk__in=list(reviews)).order_by().annotate(uncapped=UNCAPPED)
    rows = found.values_list("pk", "uncapped", "second_looks__taken_at", "second_looks__better")
    return {
        key: Weak(uncapped, day_of(taken) if taken else None, Better(better).label if taken else "")
        for key, uncapped, taken, better in rows
    }


def due_on(review: Review) -> date | None:
    """Return the day on which a result is looked at again; None where it need not be."""
    return due_after(review.band, review.round.stands_at)


def due_after(band: str, stands_at: datetime | None) -> date | None:
    """Return the same for a result of this band, which stands from a moment on."""
    if stands_at is None or band not in BELOW_STANDARD:
        return None
    return months_after(day_of(stands_at), MONTHS)


def second_looks_at(partnerships: QuerySet[Partnership], at: datetime) -> list[Due]:
    """Return the second look of each partnership whose newest standing result asks for one.

    The soonest first, in two queries. For reports: done, due, overdue and planned.
    """
    return looks_at(latest_standing(partnerships, at), day_of(at))


def looks_at(reviews: Iterable[Review], day: date) -> list[Due]:
    """Return the second looks that these reviews ask for, the soonest first."""
    days = {review.pk: (review, due) for review in reviews if (due := due_on(review))}
    looks = SecondLook.objects.filter(review__in=list(days)).select_related("taken_by")
    taken = {look.review_id: look for look in looks}
    found = [
        Due(review, due, taken.get(key), state_of(due, taken.get(key), day))
        for key, (review, due) in days.items()
    ]
    return sorted(found, key=lambda each: (each.due_on, each.review.pk))


def state_of(due: date, taken: SecondLook | None, day: date) -> LookState:
    """Return where a second look stands on ``day``."""
    if taken is not None:
        return LookState.DONE
    if due < day:
        return LookState.OVERDUE
    return LookState.DUE if due - ASKED_BEFORE <= day else LookState.PLANNED


def second_looks_wanted(person: Person, at: datetime, most: int) -> list[Due]:
    """Return the first second looks that wait for ``person``, who keeps the record."""
    waiting = looked_at_least_ago(person, at)
    looks = looks_at(waiting[: most * 2], day_of(at))
    return [each for each in looks if each.state != LookState.PLANNED][:most]


@seldom
def looked_at_least_ago(person: Person, at: datetime) -> QuerySet[Review]:
    """Return the last results below standard, long enough ago, on records ``person`` keeps."""
    day = day_of(at)
    newer = Review.objects.filter(
        partnership=OuterRef("partnership"),
        round__stands_at__lte=at,
        round__year__gt=OuterRef("round__year"),
    )
    waiting = Review.objects.filter(
        ~Exists(newer),
        partnership__in=kept_by(person, day).exclude(state__in=OVER).order_by().values("pk"),
        band__in=BELOW_STANDARD,
        round__stands_at__lte=at - LEAST,
        second_looks=None,
    )
    found = waiting.select_related("round", "partnership").defer("result")
    return found.order_by("round__stands_at", "pk")
