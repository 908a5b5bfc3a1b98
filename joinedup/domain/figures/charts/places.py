"""Strength against importance: where each partnership stands, with its name on its point."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SMALL, Canvas
from joinedup.domain.figures.charts.lettering import cut, width_of, wrap
from joinedup.domain.figures.charts.scale import (
    AMBER,
    BANDS,
    LEAF,
    LINE,
    PAPER,
    PINE,
    SOFT_INK,
    Band,
    Fill,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import counted, listed, printable, scored

TIER_MARKS = {
    1: ("square", Fill(PINE)),
    2: ("round", Fill(LEAF)),
    3: ("diamond", Fill(AMBER)),
}
TIER_NAMES = {1: "Tier 1", 2: "Tier 2", 3: "Tier 3"}
REACH, LONGEST = 10.0, 180.0
TOP, BESIDE, BELOW = 12.0, 32.0, 48.0


@dataclass(frozen=True)
class Place:
    """A partnership with its importance (0 to 100), its strength (0 to 100) and its tier."""

    name: str
    importance: float
    strength: float | None
    tier: int = 3


@dataclass(frozen=True)
class StrengthAgainstImportance:
    title: str
    places: tuple[Place, ...]
    weak_below: float = 60.0
    important_from: float = 50.0
    bands: tuple[Band, ...] = BANDS

    def sentence(self) -> str:
        """Name those that matter most and are weakest: the ones to talk about."""
        scored_places = [place for place in self.places if place.strength is not None]
        if not scored_places:
            return "No partnership has a score to show."
        weak = [
            place.name
            for place in sorted(scored_places, key=lambda place: place.strength or 0.0)
            if place.importance >= self.important_from and (place.strength or 0.0) < self.weak_below
        ]
        said = f"{counted(len(scored_places), 'partnership has', 'partnerships have')} a score. "
        if not weak:
            return f"{said}None is both important and below {self.weak_below:g}."
        more = [f"{len(weak) - 4} more"] if len(weak) > 4 else []
        return f"{said}Important, and below {self.weak_below:g}: {listed(weak[:4] + more)}."

    def table(self) -> Table:
        """Give each partnership's figures, the most important first."""
        order = sorted(self.places, key=lambda place: (-place.importance, place.name))
        return Table(
            self.title,
            (
                Column("Partnership"),
                Column("Tier", is_number=True),
                Column("Importance", is_number=True),
                Column("Strength", is_number=True),
            ),
            tuple(
                (
                    place.name,
                    str(place.tier),
                    f"{round(place.importance, 1):g}",
                    scored(place.strength),
                )
                for place in order
            ),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw the points; a name that finds no room is numbered and told below."""
        sheet = Canvas(name, width)
        field = _Field(BESIDE, TOP, width - 10.0, TOP + (300.0 if sheet.is_narrow else 340.0))
        _draw_field(sheet, field, self.bands)
        crowd = _Crowd(field)
        points = [
            (place, crowd.stand(field.x(place.importance), field.y(place.strength)))
            for place in self.places
            if place.strength is not None
        ]
        numbered = _draw_points(sheet, crowd, points)
        y = _tier_key(sheet, field.bottom + BELOW, {place.tier for place, _ in points})
        y = _told_below(sheet, y, numbered)
        away = [place.name for place in self.places if place.strength is None]
        return sheet.finish(_without_score(sheet, y, away) + 4, self.title, self.sentence())


@dataclass(frozen=True)
class _Field:
    left: float
    top: float
    right: float
    bottom: float

    def x(self, importance: float) -> float:
        inner = self.right - self.left - 2 * REACH
        return self.left + REACH + inner * min(max(importance, 0.0), 100.0) / 100

    def y(self, strength: float | None) -> float:
        inner = self.bottom - self.top - 2 * REACH
        return self.bottom - REACH - inner * min(max(strength or 0.0, 0.0), 100.0) / 100


Rectangle = tuple[float, float, float, float]


class _Crowd:
    """Keeps points and names from standing on one another."""

    def __init__(self, field: _Field) -> None:
        self.field = field
        self.taken: list[Rectangle] = []

    def is_free(self, box: Rectangle) -> bool:
        left, top, right, bottom = box
        field = self.field
        if left < field.left or right > field.right or top < field.top or bottom > field.bottom:
            return False
        return not any(
            left < r and right > x and top < b and bottom > y for x, y, r, b in self.taken
        )

    def stand(self, x: float, y: float) -> tuple[float, float]:
        """Take the nearest free spot for a point, so that equal scores stand side by side."""
        for step in range(900):
            turn, reach = step * 2.4, 2.4 * math.sqrt(step)
            at = (x + reach * math.cos(turn), y + reach * math.sin(turn))
            box = (at[0] - REACH, at[1] - REACH, at[0] + REACH, at[1] + REACH)
            if self.is_free(_shrunk(box)):
                self.taken.append(box)
                return at
        return x, y

    def name_spot(self, x: float, y: float, wide: float) -> tuple[float, float] | None:
        """Find room for a name near its point, and take it; None where there is none."""
        for left, top in _around(x, y, wide):
            box = (left, top, left + wide, top + 18)
            if self.is_free(box):
                self.taken.append(box)
                return left, top + 13
        return None


def _shrunk(box: Rectangle) -> Rectangle:
    # Marks may touch; rounding must not push them apart.
    return box[0] + 0.5, box[1] + 0.5, box[2] - 0.5, box[3] - 0.5


def _around(x: float, y: float, wide: float) -> Iterator[tuple[float, float]]:
    middle, right, left = y - 8.5, x + REACH + 2, x - REACH - 2 - wide
    yield from ((right, middle), (left, middle))
    for lift in (REACH + 18, REACH + 26):
        yield from ((x - wide / 2, y - lift), (x - wide / 2, y + lift - 17))
    for drop in (-14.0, 14.0):
        yield from ((right - 4, middle + drop), (left + 4, middle + drop))


def _draw_field(sheet: Canvas, field: _Field, bands: tuple[Band, ...]) -> None:
    for border in [*(band.starts_at for band in bands), 100.0]:
        y = field.y(border)
        sheet.line(field.left, y, field.right, y, colour=LINE, dashed=0 < border < 100)
        sheet.words(field.left - 5, y + 5, f"{border:g}", size=SMALL, anchor="end", colour=SOFT_INK)
    sheet.line(field.left, field.top, field.left, field.bottom, colour=LINE)
    middle, y = (field.left + field.right) / 2, field.bottom + 16
    sheet.words(field.left, y, "Matters less", size=SMALL, colour=SOFT_INK)
    sheet.words(field.right, y, "Matters more", size=SMALL, anchor="end", colour=SOFT_INK)
    sheet.words(
        middle,
        y + 18,
        "Up: stronger. Right: more important.",
        size=SMALL,
        anchor="middle",
        colour=SOFT_INK,
    )


Point = tuple[Place, tuple[float, float]]


def _draw_points(sheet: Canvas, crowd: _Crowd, points: list[Point]) -> list[str]:
    """Draw marks and names; return the names that had to be numbered, in order."""
    numbered: list[str] = []
    for place, (x, y) in points:
        shape, fill = TIER_MARKS.get(place.tier, TIER_MARKS[3])
        text = cut(printable(place.name), LONGEST, SMALL)
        # A name cut to a phone's width says too little: there every point has a number.
        spot = None if sheet.is_narrow else crowd.name_spot(x, y, width_of(text, SMALL) + 2)
        if spot:
            sheet.dot(x, y, shape, Fill(fill.colour, ink=PAPER))
            sheet.clear(spot[0] - 1, spot[1] - 12, width_of(text, SMALL) + 2, 16)
            sheet.words(spot[0], spot[1], text, size=SMALL, room=LONGEST)
        else:
            numbered.append(place.name)
            sheet.dot(x, y, shape, Fill(PAPER, ink=fill.colour))
            sheet.words(x, y + 4, str(len(numbered)), size=11, anchor="middle", bold=True)
    return numbered


def _tier_key(sheet: Canvas, y: float, tiers: set[int]) -> float:
    x = 0.0
    for tier in sorted(tiers & set(TIER_MARKS)):
        shape, fill = TIER_MARKS[tier]
        sheet.dot(x + 8, y + 8, shape, Fill(fill.colour, ink=PAPER))
        x += 24 + sheet.words(x + 20, y + 13, TIER_NAMES[tier], size=SMALL) + 16
    return y + 26 if tiers else y


def _told_below(sheet: Canvas, y: float, numbered: list[str]) -> float:
    across = 1 if sheet.is_narrow else 2
    wide = sheet.width / across
    for start in range(0, len(numbered), across):
        ends = [
            _numbered_name(sheet, at * wide, y, wide - 42, start + at + 1, name)
            for at, name in enumerate(numbered[start : start + across])
        ]
        y = max(ends)
    return y + 4


def _numbered_name(
    sheet: Canvas, left: float, y: float, room: float, number: int, name: str
) -> float:
    # Room for three figures.
    sheet.words(left + 26, y + 14, str(number), size=SMALL, anchor="end", bold=True)
    lines = wrap(printable(name), room, SMALL, lines=3)
    for at, text in enumerate(lines):
        sheet.words(left + 34, y + 14 + at * 17, text, size=SMALL)
    return y + len(lines) * 17 + 5


def _without_score(sheet: Canvas, y: float, names: list[str]) -> float:
    if not names:
        return y
    sheet.words(0, y + 14, "No score: " + listed(names), size=SMALL, colour=SOFT_INK)
    return y + 20
