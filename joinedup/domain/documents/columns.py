"""How wide each column of a table should be, so that words stay whole and long texts get room."""

import math

from joinedup.domain.figures.charts.lettering import width_of
from joinedup.domain.figures.tables import Table

SIZE, PADDING = 10.0, 10.0
LONGEST_WHOLE_WORD, LONGEST_WHOLE_NAME = 96.0, 48.0
AVERAGE_SIGN = 0.52


def shares_of(table: Table, width: float) -> list[float]:
    """Return the share of a line of ``width`` points that each column gets; they sum to one."""
    needs = [need + PADDING for need in _needs(table)]
    wants = [max(want + PADDING, need) for want, need in zip(_wants(table), needs, strict=True)]
    if sum(wants) <= width:
        return _stretched(table, wants, width)
    if sum(needs) >= width:
        return [need / sum(needs) for need in needs]
    widths = _at_level(_level(needs, wants, width), needs, wants)
    return [each / sum(widths) for each in widths]


def _level(needs: list[float], wants: list[float], width: float) -> float:
    low, high = 0.0, width
    for _ in range(30):
        level = (low + high) / 2
        too_wide = sum(_at_level(level, needs, wants)) > width
        low, high = (low, level) if too_wide else (level, high)
    return low


def _at_level(level: float, needs: list[float], wants: list[float]) -> list[float]:
    # Longer texts get more, yet less than their length asks: they may take more lines.
    return [
        max(need, min(want, level * math.sqrt(want)))
        for need, want in zip(needs, wants, strict=True)
    ]


def rooms_of(shares: list[float], width: float) -> list[int]:
    """Return how many signs of a word each column surely holds in one line."""
    return [max(int((share * width - PADDING) / (SIZE * AVERAGE_SIGN)), 3) for share in shares]


def _stretched(table: Table, wants: list[float], width: float) -> list[float]:
    # Words take the room left over; a figure far from its name is hard to read across.
    texts = [at for at, column in enumerate(table.columns) if not column.is_number]
    widened = texts or list(range(len(wants)))
    total = sum(wants[at] for at in widened)
    left = width - sum(wants)
    return [
        (want + (left * want / total if at in widened else 0.0)) / width
        for at, want in enumerate(wants)
    ]


def _needs(table: Table) -> list[float]:
    """Return the width of the longest word of each column, within reason."""
    return [
        min(
            max(_width_of_name(column.name), *map(_width_of_longest_word, [*texts, ""])),
            LONGEST_WHOLE_WORD,
        )
        for column, texts in zip(table.columns, _texts(table), strict=True)
    ]


def _width_of_name(name: str) -> float:
    whole = _width(name)
    return whole if whole <= LONGEST_WHOLE_NAME else _width_of_longest_word(name)


def _width_of_longest_word(text: str) -> float:
    return max(map(_width, text.split()), default=0.0)


def _wants(table: Table) -> list[float]:
    """Return the width of the longest line of each column; its name may take several."""
    return [
        max((_width(line) for text in texts for line in text.splitlines()), default=0.0)
        for texts in _texts(table)
    ]


def _width(text: str) -> float:
    return width_of(text, SIZE, bold=True)


def _texts(table: Table) -> list[list[str]]:
    return [[row[at] for row in table.rows] for at in range(len(table.columns))]
