"""The profile of a review: a bar of 0 to 100 for each section, this year and last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SIZE, SMALL, Canvas
from joinedup.domain.figures.charts.lettering import width_of, wrap
from joinedup.domain.figures.charts.scale import (
    BANDS,
    BEFORE_FILL,
    LINE,
    NOW_FILL,
    SOFT_INK,
    Band,
    Fill,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import listed, scored

GUTTER, LINE_HEIGHT = 50.0, 19.0
NO_SCORE = "no score"


@dataclass(frozen=True)
class Section:
    """A section with its score, and the lowest and highest of the groups that answered."""

    name: str
    score: float | None
    before: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class SectionProfile:
    title: str
    sections: tuple[Section, ...]
    year: str
    year_before: str = ""
    bands: tuple[Band, ...] = BANDS
    range_means: str = "lowest to highest group"

    def sentence(self) -> str:
        """Say which sections are strongest and weakest, and which are withheld."""
        known = sorted(
            (
                (section.score, section.name)
                for section in self.sections
                if section.score is not None
            ),
            key=lambda pair: pair[0],
        )
        withheld = [section.name for section in self.sections if section.score is None]
        parts = []
        if len(known) > 1:
            (low, weakest), (high, strongest) = known[0], known[-1]
            parts.append(
                f"Every section scores {high:.1f} out of 100."
                if low == high
                else f"{strongest} is strongest at {high:.1f} out of 100 and"
                f" {weakest} weakest at {low:.1f}."
            )
        elif known:
            parts.append(f"{known[0][1]} scores {known[0][0]:.1f} out of 100.")
        if withheld:
            parts.append(f"{listed(withheld)} {'is' if len(withheld) == 1 else 'are'} withheld.")
        return " ".join(parts) or "There are no sections to show."

    def table(self) -> Table:
        """Give each section's figures, in the order of the questionnaire."""
        names = ["Section", self.year_before, self.year, "Lowest", "Highest"]
        shown = [0, *([1] if self.year_before else []), 2, *([3, 4] if self._has_range else [])]
        return Table(
            self.title,
            tuple(Column(names[at], is_number=at > 0) for at in shown),
            tuple(tuple(_cells(section)[at] for at in shown) for section in self.sections),
        )

    @property
    def _has_range(self) -> bool:
        return any(section.low is not None for section in self.sections)

    def svg(self, name: str, width: int) -> str:
        """Draw the profile; on a narrow sheet each name stands above its bars."""
        sheet = Canvas(name, width)
        left = 1.0 if sheet.is_narrow else width * 0.32
        scale = _Scale(left, width - GUTTER - left)
        top = _band_names(sheet, scale, self.bands)
        y = top + 8
        for section in self.sections:
            y = self._section(sheet, scale, section, y)
        _rule(sheet, scale, self.bands, top, y)
        return sheet.finish(sheet.key(y + 30, self._key()) + 2, self.title, self.sentence())

    def _section(self, sheet: Canvas, scale: _Scale, section: Section, y: float) -> float:
        room = sheet.width - GUTTER if sheet.is_narrow else scale.left - 14
        lines = wrap(section.name, room, SIZE, lines=2 if sheet.is_narrow else 3, bold=True)
        for at, text in enumerate(lines):
            if sheet.is_narrow:
                wide = width_of(text, SIZE, bold=True)
                sheet.clear(2, y + at * LINE_HEIGHT, wide + 2, LINE_HEIGHT)
            sheet.words(0, y + 14 + at * LINE_HEIGHT, text, bold=True, room=room)
        names_end = y + len(lines) * LINE_HEIGHT
        bars = names_end + 4 if sheet.is_narrow else y
        _bar(sheet, scale, bars, section.score, "withheld")
        if section.score is not None and section.low is not None and section.high is not None:
            sheet.range(scale.at(section.low), scale.at(section.high), bars + 9)
        end = bars + 18
        if self.year_before:
            _bar(sheet, scale, end + 4, section.before, NO_SCORE, is_before=True)
            end += 18
        return max(end, names_end) + 14

    def _key(self) -> list[tuple[Fill | None, str]]:
        entries: list[tuple[Fill | None, str]] = [(NOW_FILL, self.year)]
        if self.year_before:
            entries.append((BEFORE_FILL, self.year_before))
        if self._has_range:
            entries.append((None, self.range_means))
        return entries


@dataclass(frozen=True)
class _Scale:
    left: float
    length: float

    def at(self, score: float) -> float:
        return self.left + self.length * min(max(score, 0.0), 100.0) / 100


def _cells(section: Section) -> list[str]:
    ends = ["" if end is None else f"{end:.1f}" for end in (section.low, section.high)]
    before = NO_SCORE if section.before is None else scored(section.before)
    return [section.name, before, scored(section.score), *ends]


def _bar(
    sheet: Canvas,
    scale: _Scale,
    y: float,
    score: float | None,
    without: str,
    *,
    is_before: bool = False,
) -> None:
    height, fill = (12.0, BEFORE_FILL) if is_before else (18.0, NOW_FILL)
    line = y + height / 2 + 5
    if score is None:
        sheet.words(scale.left + 6, line, without, size=SMALL, colour=SOFT_INK)
        return
    sheet.box(scale.left, y, scale.at(score) - scale.left, height, fill)
    size = SMALL if is_before else SIZE
    sheet.words(sheet.width, line, scored(score), size=size, anchor="end", bold=not is_before)


def _band_names(sheet: Canvas, scale: _Scale, bands: Sequence[Band]) -> float:
    """Write the name of each band over its stretch, on two lines where one is too tight."""
    ends = [band.starts_at for band in bands[1:]] + [100.0]
    places = [
        (band.name, scale.at(band.starts_at), scale.at(end))
        for band, end in zip(bands, ends, strict=True)
    ]
    is_tight = any(width_of(text, SMALL) + 4 > right - left for text, left, right in places)
    for at, (text, left, right) in enumerate(places):
        y = 14 + (16 * (at % 2) if is_tight else 0)
        sheet.words((left + right) / 2, y, text, size=SMALL, anchor="middle", colour=SOFT_INK)
    return 38.0 if is_tight else 22.0


def _rule(sheet: Canvas, scale: _Scale, bands: Sequence[Band], top: float, bottom: float) -> None:
    """Draw the borders of the bands behind the bars, with their figures below."""
    borders = [band.starts_at for band in bands] + [100.0]
    drawn, sheet.marks = sheet.marks, []
    for border in borders:
        x = scale.at(border)
        sheet.line(x, top, x, bottom, colour=LINE, dashed=0 < border < 100)
        sheet.words(
            x, bottom + 16, f"{border:g}", size=SMALL, anchor="middle", colour=SOFT_INK, room=40
        )
    sheet.marks = sheet.marks + drawn
