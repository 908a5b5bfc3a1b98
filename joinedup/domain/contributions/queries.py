from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from django.db.models import QuerySet

from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.partnerships.models import Partnership


@dataclass
class Year:
    """What was put in during one year: line by line, and the sum of each sort as far as told."""

    year: int
    lines: list[Contribution] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The financial year as people write it: 2026 to 2027."""
        return f"{self.year} to {self.year + 1}"

    def total(self, sort: Sort) -> Decimal:
        """Return the sum of one sort, of what has been told."""
        return sum(
            (line.amount or Decimal(0) for line in self.lines if line.sort == sort), Decimal()
        )

    @property
    def untold(self) -> int:
        """How many lines say what, but not how much."""
        return sum(line.amount is None for line in self.lines)


def contributions_to(partnership: Partnership) -> QuerySet[Contribution]:
    """Return what members put in, the latest year first; ask ``visible_to`` first."""
    return Contribution.objects.filter(membership__partnership=partnership).select_related(
        "membership__organisation", "membership__partnership"
    )


def by_year(contributions: Iterable[Contribution]) -> list[Year]:
    """Return the years in which anything was put in, the latest first."""
    years: dict[int, Year] = {}
    for line in contributions:
        years.setdefault(line.year, Year(line.year)).lines.append(line)
    return sorted(years.values(), key=lambda year: -year.year)
