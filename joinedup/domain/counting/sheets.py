"""Sent sheets as scoring takes them: the one place where answers are read back for counting."""

from collections import defaultdict
from collections.abc import Iterable

from joinedup.domain.basics.days import day_of
from joinedup.domain.counting.heard import Earlier, Heard
from joinedup.domain.instruments.linking import linked
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reviews.models import Answer, AnswerSheet, Review, Round
from joinedup.domain.scoring.sheets import Sheet, carried_forward


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


def earlier_of(review: Review, sheets: list[Sheet], round: Round) -> Earlier:
    """Return an earlier review as ``round`` compares itself with it.

    Only the same version is compared whole; of another one, the questions that are the same.
    """
    same = review.round.instrument_id == round.instrument_id
    now, then = definition_of(round.instrument), definition_of(review.round.instrument)
    sealed_at = review.round.sealed_at
    in_same_year = sealed_at and review.round.year == round.year
    return Earlier(
        review.round.year,
        review.result or {},
        sheets,
        links=None if same else linked(now, then),
        when=f"{day_of(sealed_at):%B %Y}" if sealed_at and in_same_year else "",
        key=review.public_id,
    )


def sheets_of(review: Review) -> list[Sheet]:
    """Return the sheets of one review as they were counted, to show how a figure was worked out.

    Answers that were carried forward at the close are so again.
    """
    sheets = [heard.sheet for heard in heard_in([review])[review.pk]]
    carried = (review.result or {}).get("carried")
    if not carried:
        return sheets
    before = Review.objects.select_related("round__instrument").get(public_id=carried["review"])
    told = [heard.sheet for heard in heard_in([before])[before.pk]]
    earlier = earlier_of(before, told, review.round)
    return carried_forward(definition_of(review.round.instrument), sheets, earlier.answered)[0]
