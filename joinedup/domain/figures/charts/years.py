"""Years side by side: a small set of columns for each section or partnership."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SIZE, SMALL, Canvas
from joinedup.domain.figures.charts.lettering import wrap
from joinedup.domain.figures.charts.scale import (
    BEFORE_FILL,
    INK,
    LINE,
    NOW_FILL,
    SOFT_INK,
    Fill,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import scored

TALL, LINE_HEIGHT, BETWEEN = 90.0, 19.0, 28.0
NARROWEST_COLUMN = 40.0
REPORTED = "reported, not calculated here"


@dataclass(frozen=True)
class Series:
    """A name with a score for each year; nothing where there is none for that year."""

    name: str
    scores: tuple[float | None, ...]


@dataclass(frozen=True)
class YearsSideBySide:
    title: str
    years: tuple[str, ...]
    series: tuple[Series, ...]
    reported: frozenset[str] = frozenset()

    def sentence(self) -> str:
        """Say how the latest year differs from the one before, where both were calculated."""
        if len(self.series) == 1:
            return self._told(self.series[0])
        changes = [change for each in self.series if (change := self._change(each)) is not None]
        if not changes:
            return self._latest()
        up, down = sum(change > 0 for change in changes), sum(change < 0 for change in changes)
        return (
            f"Since {self.years[-2]}, {up} of {len(changes)} compared went up, {down} went down"
            f" and {len(changes) - up - down} stayed the same."
        )

    def _told(self, each: Series) -> str:
        told = [
            f"{_printed(score)} in {year}"
            for year, score in zip(self.years, each.scores, strict=True)
        ]
        return f"{each.name}: {', '.join(told)}." if told else "There are no years to show."

    def _latest(self) -> str:
        known = [
            (each.scores[-1], each.name)
            for each in self.series
            if each.scores and each.scores[-1] is not None
        ]
        if not known:
            return "There is no score for the latest year."
        (low, weakest), (high, strongest) = min(known), max(known)
        if low == high:
            return f"In {self.years[-1]} all with a score stand at {high:.1f}."
        return (
            f"In {self.years[-1]}, {strongest} is highest at {high:.1f}"
            f" and {weakest} lowest at {low:.1f}."
        )

    def _change(self, each: Series) -> float | None:
        if len(self.years) < 2 or self.reported & set(self.years[-2:]):
            return None
        before, now = each.scores[-2:]
        return None if before is None or now is None else round(now - before, 1)

    def table(self) -> Table:
        """Give every year's score, also those that the picture has no room for."""
        heads = [f"{year} ({REPORTED})" if year in self.reported else year for year in self.years]
        return Table(
            self.title,
            (Column("Name"), *(Column(head, is_number=True) for head in heads)),
            tuple((each.name, *map(_printed, each.scores)) for each in self.series),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw a small set of columns for each series, the latest years where room is short."""
        sheet = Canvas(name, width)
        across = 1 if sheet.is_narrow or len(self.series) == 1 else 2
        room = (width - BETWEEN * (across - 1)) / across
        years = slice(max(len(self.years) - int(room // NARROWEST_COLUMN), 0), None)
        y = 0.0
        for start in range(0, len(self.series), across):
            row = self.series[start : start + across]
            names = [self._name(each, room) for each in row]
            floor = y + max(map(len, names)) * LINE_HEIGHT + 24 + TALL
            for at, (each, lines) in enumerate(zip(row, names, strict=True)):
                left = at * (room + BETWEEN)
                for down, text in enumerate(lines):
                    sheet.words(left, y + 15 + down * LINE_HEIGHT, text, bold=True, room=room)
                self._panel(sheet, each, years, left, floor, room)
            y = floor + 36
        return sheet.finish(sheet.key(y, self._key(years)) + 2, self.title, self.sentence())

    def _name(self, each: Series, room: float) -> list[str]:
        is_said = len(self.series) == 1 and each.name == self.title
        return [] if is_said else wrap(each.name, room, SIZE, lines=2, bold=True)

    def _key(self, years: slice) -> list[tuple[Fill | None, str]]:
        shown = set(self.years[years])
        return [(BEFORE_FILL, REPORTED)] if shown & self.reported else []

    def _panel(
        self, sheet: Canvas, each: Series, years: slice, left: float, floor: float, room: float
    ) -> None:
        pairs = list(zip(self.years[years], each.scores[years], strict=True))
        step = min(room / max(len(pairs), 1), 110.0)
        sheet.line(left, floor, left + step * len(pairs), floor, colour=LINE)
        for at, (year, score) in enumerate(pairs):
            middle = left + step * (at + 0.5)
            fill = BEFORE_FILL if year in self.reported else NOW_FILL
            _column(sheet, score, middle, floor, min(step - 8, 44.0), fill)
            sheet.words(
                middle,
                floor + 17,
                year,
                size=SMALL,
                anchor="middle",
                colour=SOFT_INK,
                room=step - 4,
            )


def _printed(score: float | None) -> str:
    return "no score" if score is None else scored(score)


def _column(
    sheet: Canvas, score: float | None, middle: float, floor: float, wide: float, fill: Fill
) -> None:
    if score is None:
        sheet.words(middle, floor - 6, "none", size=SMALL, anchor="middle", colour=SOFT_INK)
        return
    tall = TALL * min(max(score, 0.0), 100.0) / 100
    sheet.box(middle - wide / 2, floor - tall, wide, tall, fill)
    sheet.words(
        middle, floor - tall - 5, scored(score), size=SMALL, anchor="middle", bold=True, colour=INK
    )
