"""Which partnerships an auditor checks, drawn by rule so that nobody picks, and what was claimed.

The draw can be done again by anybody: the order is that of the SHA-256 of the report's number and
the partnership's number, with a space between.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from joinedup.domain.basics.days import in_words
from joinedup.domain.committees.models import Check
from joinedup.domain.counting.heard import is_withheld
from joinedup.domain.counting.record import what_the_record_shows
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.partnerships.kinds import RUNNING, Tier
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.models import Review
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import printed

FEWEST, MOST, ONE_IN = 3, 10, 10
YEARS = 4
RULE = (
    "One in ten of the partnerships with a result that stands is checked, at least three and no "
    "more than ten. Those of tier 1 that nobody has checked for four years come first; then the "
    "lowest in the order of the SHA-256 of the report’s number and the partnership’s number, with "
    "a space between. So nobody picks, and anybody can draw again."
)
DUE = "Tier 1, not checked for four years"
DRAWN = "Drawn"


@dataclass(frozen=True)
class Sampled:
    """A partnership that was drawn, why, and what was claimed of it."""

    review: Review
    because: str
    claims: list[str]


def order_of(report: str, number: str) -> str:
    """Return by what a partnership is ordered in the draw of a report."""
    return hashlib.sha256(f"{report} {number}".encode()).hexdigest()


def size_of(reviewed: int) -> int:
    """Return how many are checked of so many with a result."""
    return min(reviewed, max(FEWEST, min(MOST, -(-reviewed // ONE_IN))))


def drawn(
    report: str, reviewed: Iterable[tuple[int, str, int | None]], checked: Iterable[int]
) -> list[tuple[int, str]]:
    """Return the keys of those drawn, each with why, in the order of the draw.

    ``reviewed`` holds key, number and tier of each with a result; ``checked`` the keys of those
    that somebody has checked in the last four years.
    """
    known = set(checked)
    rows = [
        (tier != Tier.SIGNIFICANT or key in known, order_of(report, number), key)
        for key, number, tier in reviewed
    ]
    first = sorted(rows)[: size_of(len(rows))]
    return [(key, DRAWN if is_later else DUE) for is_later, _, key in first]


def sample_of(report: str, newest: dict[int, int], day: date) -> list[Sampled]:
    """Return the sample of a report; ``newest`` gives each partnership's latest result by key."""
    running = Partnership.objects.filter(pk__in=list(newest), state__in=RUNNING)
    since = day.replace(year=day.year - YEARS, day=min(day.day, 28))
    checked = Check.objects.filter(checked_at__date__gte=since).values_list(
        "partnership", flat=True
    )
    chosen = drawn(report, running.order_by().values_list("pk", "public_id", "tier"), checked)
    reviews = Review.objects.filter(pk__in=[newest[key] for key, _ in chosen])
    related = reviews.select_related("partnership", "round__instrument")
    found = {review.partnership_id: review for review in related}
    return [Sampled(found[key], because, claims_of(found[key], day)) for key, because in chosen]


def claims_of(review: Review, day: date) -> list[str]:
    """Return what people said that papers can show, each with what the record holds of it."""
    instrument = definition_of(review.round.instrument)
    stored: Any = (review.result or {})["figures"]
    figures = from_stored(stored)
    if is_withheld(figures, instrument):
        return []
    record = what_the_record_shows(review.partnership, day)
    told = []
    for statement in instrument.statements:
        mean: Fraction | None = figures.statements[statement.id].mean
        if statement.record is None or mean is None:
            continue
        highest = instrument.scale_of(statement).highest
        shown = record.get(statement.record)
        holds = shown.sentence if shown else "The record has not been told."
        text = statement.text.rstrip(".")
        told.append(f"“{text}”: {printed(mean, 1)} of {highest}. {holds}")
    return told


def sample_told(report: str, day: date) -> str:
    """Return by what and when a sample was drawn."""
    return f"Drawn on {in_words(day)} for the report numbered {report}."
