"""Sent sheets as scoring takes them: the one place where answers are read back for counting."""

from collections import defaultdict
from collections.abc import Iterable

from joinedup.domain.results.counting import Heard
from joinedup.domain.reviews.models import Answer, AnswerSheet, Review
from joinedup.domain.scoring.sheets import Sheet


def heard_in(reviews: Iterable[Review]) -> dict[int, list[Heard]]:
    """Return the sent sheets of these reviews by review key, in two queries."""
    keys = [review.pk for review in reviews]
    scored: dict[int, dict[str, int | str | None]] = defaultdict(dict)
    words: dict[int, dict[str, str]] = defaultdict(dict)
    answers = Answer.objects.filter(sheet__review__in=keys, sheet__is_sent=True)
    for key, question, value, unscored, text in answers.values_list(
        "sheet", "question", "value", "unscored", "words"
    ).iterator(chunk_size=5000):
        if value is not None or unscored:
            scored[key][question] = value if value is not None else unscored
        if text:
            words[key][question] = text
    heard: dict[int, list[Heard]] = defaultdict(list)
    sheets = AnswerSheet.objects.filter(review__in=keys, is_sent=True).values_list(
        "pk",
        "review",
        "group",
        "ticket__person__public_id",
        "ticket__organisation__public_id",
        "ticket__member_name",
    )
    for key, review, sector, person, organisation, member in sheets:
        sheet = Sheet(
            respondent=person or str(key),
            organisation=organisation or "",
            answers=scored[key],
            unit=member or "",
        )
        heard[review].append(Heard(sheet, sector, words[key]))
    return heard


def sheets_of(review: Review) -> list[Sheet]:
    """Return the sent sheets of one review, to show how a figure was worked out."""
    return [heard.sheet for heard in heard_in([review])[review.pk]]
