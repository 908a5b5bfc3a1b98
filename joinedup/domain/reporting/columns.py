"""How wide each column of a table should be, so that words stay whole and long texts get room."""

from joinedup.domain.reporting.blocks import Table
from joinedup.domain.reporting.charts.lettering import width_of

SIZE, PADDING = 10.0, 10.0
LONGEST_WHOLE_WORD = 96.0
AVERAGE_SIGN = 0.52


def shares_of(table: Table, width: float) -> list[float]:
    """Return the share of a line of ``width`` points that each column gets; they sum to one."""
    needs = [need + PADDING for need in _needs(table)]
    wants = [max(want + PADDING, need) for want, need in zip(_wants(table), needs, strict=True)]
    if sum(wants) <= width:
        return _stretched(table, wants, width)
    if sum(needs) >= width:
        return [need / sum(needs) for need in needs]
    level = _level(needs, wants, width)
    widths = [max(need, min(want, level)) for need, want in zip(needs, wants, strict=True)]
    return [each / sum(widths) for each in widths]


def _level(needs: list[float], wants: list[float], width: float) -> float:
    # Short texts get all they want; the long ones share what is left alike.
    low, high = 0.0, width
    for _ in range(30):
        level = (low + high) / 2
        used = sum(max(need, min(want, level)) for need, want in zip(needs, wants, strict=True))
        low, high = (low, level) if used > width else (level, high)
    return low


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
            max(
                (width_of(word, SIZE, bold=True) for text in texts for word in text.split()),
                default=0,
            ),
            LONGEST_WHOLE_WORD,
        )
        for texts in _texts(table)
    ]


def _wants(table: Table) -> list[float]:
    return [
        max(
            (width_of(line, SIZE, bold=True) for text in texts for line in text.splitlines()),
            default=0,
        )
        for texts in _texts(table)
    ]


def _texts(table: Table) -> list[list[str]]:
    return [
        [column.name, *(row[at] for row in table.rows)] for at, column in enumerate(table.columns)
    ]
