"""The portfolio over years: how many partnerships stood in each band."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import Canvas
from joinedup.domain.figures.charts.scale import BAND_FILLS
from joinedup.domain.figures.charts.stacked import Row, Stack, draw_stack
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import counted, listed

ORDER = tuple(BAND_FILLS)


@dataclass(frozen=True)
class YearOfBands:
    """A year with its counts, in the order strong, sound, developing, at risk, incomplete."""

    year: str
    counts: tuple[int, int, int, int, int]


@dataclass(frozen=True)
class BandsOverYears:
    title: str
    years: tuple[YearOfBands, ...]

    def sentence(self) -> str:
        """Say how the latest year stands."""
        if not self.years:
            return "There are no years to show."
        latest = self.years[-1]
        if not sum(latest.counts):
            return f"No partnership was reviewed in {latest.year}."
        told = [
            f"{count} {name}" for name, count in zip(ORDER, latest.counts, strict=True) if count
        ]
        reviewed = counted(sum(latest.counts), "partnership was", "partnerships were")
        return f"In {latest.year}, {reviewed} reviewed: {listed(told)}."

    def table(self) -> Table:
        """Give the counts, a row for each year."""
        return Table(
            self.title,
            (Column("Year"), *(Column(name, is_number=True) for name in ORDER)),
            tuple((each.year, *map(str, each.counts)) for each in self.years),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw each year as one bar, cut in the proportion of its bands."""
        sheet = Canvas(name, width)
        rows = tuple(Row(each.year, each.counts, "none reviewed") for each in self.years)
        stack = Stack(rows, tuple(BAND_FILLS.items()), names_share=0.13)
        return sheet.finish(draw_stack(sheet, stack), self.title, self.sentence())
