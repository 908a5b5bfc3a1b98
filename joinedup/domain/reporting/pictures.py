"""The pictures of a portfolio: the bands over the years, and strength against importance."""

from collections.abc import Sequence
from typing import Protocol

from joinedup.domain.figures.charts import (
    BandsOverYears,
    Place,
    StrengthAgainstImportance,
    YearOfBands,
)
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reporting.tallies import BANDS, Tallies
from joinedup.domain.reviews.models import Review

MOST_DRAWN = 60
"""More points than this stand on one another, and their names fill a phone many times over."""


class Drawn(Protocol):
    """A partnership with its newest result and how many members it has."""

    @property
    def partnership(self) -> Partnership: ...

    @property
    def latest(self) -> Review | None: ...

    @property
    def members(self) -> int: ...


def bands_over_years(tallies: Tallies) -> BandsOverYears:
    """Return how many partnerships stood in each band, year by year."""
    return BandsOverYears(
        title="Results over the years",
        years=tuple(
            YearOfBands(
                str(year),
                tuple(tallies.years[year][band] for band in BANDS),  # type: ignore[arg-type]
            )
            for year in sorted(tallies.years)
        ),
    )


def places_of(drawn: Sequence[Drawn]) -> StrengthAgainstImportance:
    """Importance is the tier, and within a tier how many members there are."""
    largest = max((line.members for line in drawn), default=0) or 1
    return StrengthAgainstImportance(
        title="Strength against importance",
        places=tuple(
            Place(
                line.partnership.name,
                importance=(3 - tier) * 33 + 33 * line.members / largest,
                strength=float(line.latest.overall),
                tier=tier,
            )
            for line in drawn
            if line.latest and line.latest.overall is not None
            for tier in [line.partnership.tier or 3]
        ),
    )
