"""Rows of counts as bars of equal length, cut in the proportion of the counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SIZE, SMALL, Canvas
from joinedup.domain.figures.charts.lettering import width_of, wrap
from joinedup.domain.figures.charts.scale import SOFT_INK, Fill

LINE_HEIGHT, BAR, GAP = 19.0, 26.0, 2.0


@dataclass(frozen=True)
class Row:
    """A name with its counts; ``instead`` is said where there is nothing to draw."""

    name: str
    counts: tuple[int, ...]
    instead: str = ""


@dataclass(frozen=True)
class Stack:
    rows: tuple[Row, ...]
    parts: tuple[tuple[str, Fill], ...]
    names_share: float = 0.34


def draw_stack(sheet: Canvas, stack: Stack) -> float:
    """Draw every row and the key; return the height used."""
    y = 4.0
    for row in stack.rows:
        y = _draw_row(sheet, stack, row, y)
    return sheet.key(y + 4, [(fill, name) for name, fill in stack.parts]) + 2


def _draw_row(sheet: Canvas, stack: Stack, row: Row, y: float) -> float:
    names_above = sheet.is_narrow and stack.names_share > 0.2
    left = 1.0 if names_above else max(sheet.width * stack.names_share, 60.0)
    room = float(sheet.width) if names_above else left - 14
    lines = wrap(row.name, room, SIZE, lines=4)
    for at, text in enumerate(lines):
        sheet.words(0, y + 15 + at * LINE_HEIGHT, text, room=room)
    names_end = y + len(lines) * LINE_HEIGHT
    bar = names_end + 6 if names_above else y
    _draw_bar(sheet, stack.parts, row, left, bar)
    return max(bar + BAR, names_end) + 14


def _draw_bar(
    sheet: Canvas, parts: Sequence[tuple[str, Fill]], row: Row, left: float, y: float
) -> None:
    total = sum(row.counts)
    if not total:
        sheet.words(left + 6, y + 18, row.instead, size=SMALL, colour=SOFT_INK)
        return
    drawn = [(count, fill) for count, (_, fill) in zip(row.counts, parts, strict=True) if count]
    length = sheet.width - 1 - left - GAP * (len(drawn) - 1)
    x = left
    for count, fill in drawn:
        wide = length * count / total
        sheet.box(x, y, wide, BAR, fill)
        if width_of(str(count), SMALL, bold=True) + 10 <= wide:
            sheet.plate(x + wide / 2, y + 18, str(count))
        x += wide + GAP
