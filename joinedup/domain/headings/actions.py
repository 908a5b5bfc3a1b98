from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.headings.models import Heading
from joinedup.domain.headings.rules import why_not_head, why_not_sort, why_not_under
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review, Round


@transaction.atomic
def add_heading(
    review: Review,
    question: str,
    *,
    name: str,
    answers: Collection[int],
    by: Person,
    at: datetime,
) -> Heading:
    """Put answers that say the same under a heading, so that the result counts them."""
    insist(why_not_sort(review, by, day_of(at)))
    insist(why_not_under(review, question, answers), "answers")
    insist(why_not_head(review, question, name), "name")
    heading = Heading.objects.create(
        review=review,
        question=question,
        name=name.strip(),
        folded_name=folded(name),
        answers=sorted(set(answers)),
    )
    record("heading.added", review, by=by, at=at, heading=heading.name)
    return heading


@transaction.atomic
def change_heading(
    heading: Heading,
    *,
    version: int,
    name: str,
    answers: Collection[int],
    by: Person,
    at: datetime,
) -> None:
    """Give a heading another name or other answers."""
    review = heading.review
    insist(why_not_sort(review, by, day_of(at)))
    insist(why_not_under(review, heading.question, answers), "answers")
    insist(why_not_head(review, heading.question, name, besides=heading), "name")
    change(
        heading,
        expecting=(None, version),
        name=name.strip(),
        folded_name=folded(name),
        answers=sorted(set(answers)),
    )
    record("heading.changed", review, by=by, at=at, heading=heading.name)


@transaction.atomic
def remove_heading(heading: Heading, *, by: Person, at: datetime) -> None:
    """Take a heading away; its answers stay, under no heading."""
    insist(why_not_sort(heading.review, by, day_of(at)))
    record("heading.removed", heading.review, by=by, at=at, heading=heading.name)
    heading.delete()


def clear_headings(round: Round) -> None:
    """Drop what was sorted of a round that is opened again.

    Headings stand for places in lists that are made anew at its next close.
    """
    Heading.objects.filter(review__round=round).delete()
