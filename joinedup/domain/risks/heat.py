"""How likely and how grave: counts on the squares of a matrix."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SMALL, Canvas
from joinedup.domain.figures.charts.lettering import wrap
from joinedup.domain.figures.charts.scale import AMBER, INK, LEAF, PAPER, PLUM, SOFT_INK, Fill
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import counted, listed

FILLS = (Fill(PAPER, "dots", INK), Fill(LEAF, "bars"), Fill(AMBER, "slope"), Fill(PLUM))
SQUARE, TOP, LINE_HEIGHT = 46.0, 26.0, 17.0


@dataclass(frozen=True)
class Square:
    """A thing by name, with the steps it stands on, each from 1 up."""

    name: str
    across: int
    up: int


@dataclass(frozen=True)
class HeatMap:
    """``bands`` are names with the least product of each, the least first, four in all."""

    title: str
    things: tuple[Square, ...]
    up: tuple[str, ...]
    across: tuple[str, ...]
    bands: tuple[tuple[str, int], ...]

    def band(self, product: int) -> int:
        """Return which of the bands a product falls in."""
        return sum(product >= start for _, start in self.bands) - 1

    def _ordered(self) -> list[Square]:
        # Of equals the one given first: the page names the same one as the highest.
        return sorted(self.things, key=lambda each: -each.across * each.up)

    def sentence(self) -> str:
        """Say how many stand in each band and which one is highest."""
        order = self._ordered()
        if not order:
            return "There is no risk to show."
        held = Counter(self.band(each.across * each.up) for each in order)
        told = [f"{held[at]} {self.bands[at][0].lower()}" for at in sorted(held, reverse=True)]
        most, of = order[0], len(self.up) * len(self.across)
        return (
            f"{counted(len(order), 'risk', 'risks')}: {listed(told)}. "
            f"The highest is “{most.name}”, {most.across * most.up} of {of}."
        )

    def table(self) -> Table:
        """Give each with its steps, the highest first."""
        return Table(
            self.title,
            (
                Column("Risk"),
                Column("Likelihood"),
                Column("Impact"),
                Column("Figure", is_number=True),
                Column("Band"),
            ),
            tuple(
                (
                    each.name,
                    self.up[each.up - 1],
                    self.across[each.across - 1],
                    str(each.across * each.up),
                    self.bands[self.band(each.across * each.up)][0],
                )
                for each in self._ordered()
            ),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw the squares with the number that stand on each, and the key of the bands."""
        sheet = Canvas(name, width)
        left = 78.0 if sheet.is_narrow else 130.0
        wide = (width - left - 2) / len(self.across)
        sheet.words(0, 16, "Likelihood, upwards; impact, to the right", size=SMALL, bold=True)
        held = Counter((each.up, each.across) for each in self.things)
        for row, text in enumerate(reversed(self.up)):
            up, y = len(self.up) - row, TOP + row * SQUARE
            _label(sheet, 0, y + SQUARE / 2, text, left - 8)
            for step in range(1, len(self.across) + 1):
                x = left + (step - 1) * wide
                sheet.box(x, y, wide - 3, SQUARE - 3, FILLS[self.band(step * up)])
                if count := held[up, step]:
                    sheet.plate(x + (wide - 3) / 2, y + SQUARE / 2 + 4, str(count))
        y = TOP + len(self.up) * SQUARE
        for step, text in enumerate(self.across):
            middle = left + step * wide + (wide - 3) / 2
            size = 11.0 if sheet.is_narrow else SMALL
            for at, line in enumerate(wrap(text, wide - 2, size, lines=2)):
                y_of = y + 14 + at * LINE_HEIGHT
                sheet.words(middle, y_of, line, size=size, anchor="middle", colour=SOFT_INK)
        names = [(fill, text) for fill, (text, _) in zip(FILLS, self.bands, strict=True)]
        return sheet.finish(sheet.key(y + 44, [*names]) + 4, self.title, self.sentence())


def _label(sheet: Canvas, x: float, middle: float, text: str, room: float) -> None:
    lines = wrap(text, room, SMALL, lines=2)
    for at, line in enumerate(lines):
        y = middle + 4 + (at - (len(lines) - 1) / 2) * LINE_HEIGHT
        sheet.words(x, y, line, size=SMALL, colour=SOFT_INK, room=room)
