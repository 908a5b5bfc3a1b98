from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from joinedup.domain.headings.models import Heading
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_visible_to, written_in
from joinedup.domain.reviews.models import Review


@dataclass(frozen=True)
class Said:
    """What was written to one question: under headings, the most said first, and the rest."""

    code: str
    question: str
    under: Sequence[tuple[Heading, Sequence[str]]]
    rest: Sequence[str]


def headings_visible_to(person: Person, at: datetime) -> QuerySet[Heading]:
    """Return the headings ``person`` may read: those of results they may read."""
    results = results_visible_to(person, at).order_by()
    return Heading.objects.filter(review__in=results.values("pk")).select_related(
        "review__round__instrument", "review__partnership"
    )


def questions_in(review: Review) -> dict[str, str]:
    """Return each question of a review as it is told above what was written, by its code."""
    instrument = definition_of(review.round.instrument)
    asked = {question.id: question.text for question in instrument.open_questions}
    said = {each.id: f"On “{each.text.rstrip('.')}”" for each in instrument.statements}
    return asked | said


def said_in(review: Review, headings: Sequence[Heading]) -> list[Said]:
    """Return what was written in a review, question by question, under its headings."""
    written = written_in(review, definition_of(review.round.instrument))
    return [
        sorted_out(code, text, written[code], [h for h in headings if h.question == code])
        for code, text in questions_in(review).items()
        if written.get(code)
    ]


def sorted_out(code: str, question: str, told: Sequence[str], headings: Sequence[Heading]) -> Said:
    """Return the answers to one question under their headings, and those under none."""
    found = [(heading, [told[at] for at in sorted(heading.answers)]) for heading in headings]
    taken = {at for heading in headings for at in heading.answers}
    return Said(
        code,
        question,
        sorted(found, key=lambda each: (-len(each[1]), each[0].folded_name)),
        [text for at, text in enumerate(told) if at not in taken],
    )


def told_to(review: Review, question: str) -> Mapping[int, str]:
    """Return what was written to one question, by its place in the list."""
    written = written_in(review, definition_of(review.round.instrument))
    return dict(enumerate(written.get(question, [])))
