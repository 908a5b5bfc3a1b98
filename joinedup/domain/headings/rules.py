from collections.abc import Collection
from datetime import date

from joinedup.domain.basics.folding import folded
from joinedup.domain.headings.models import Heading
from joinedup.domain.headings.queries import told_to
from joinedup.domain.partnerships.rules import why_not_keep
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review


def why_not_sort(review: Review, person: Person, day: date) -> str | None:
    """Return why ``person`` may not sort what was written under headings, or None."""
    if why_not_keep(review.partnership, person, day) is None:
        return None
    return (
        "Only the lead host’s officers, the chair and the coordinator can sort what people wrote."
    )


def why_not_head(
    review: Review, question: str, name: str, *, besides: Heading | None = None
) -> str | None:
    """Return why this cannot be a heading of the question, or None."""
    if not folded(name):
        return "Enter a heading with letters or numbers in it."
    named = Heading.objects.filter(review=review, question=question, folded_name=folded(name))
    if all(each == besides for each in named):
        return None
    return "There is such a heading already. Put the answers under it."


def why_not_under(review: Review, question: str, answers: Collection[int]) -> str | None:
    """Return why these answers cannot stand under a heading of the question, or None."""
    if not answers:
        return "Tick the answers that say this."
    there = told_to(review, question)
    return None if set(answers) <= set(there) else "One of these answers is not there. Look again."
