"""Find the table on a sheet: where its headings are, and which rows are not part of it."""

import re
from collections.abc import Sequence

from joinedup.domain.spreadsheets.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Table,
    Unreadable,
    name_columns,
)

Grid = Sequence[Sequence[str]]

LOOK_FOR_HEADINGS_IN = 30
# A row with this share of the fullest row's cells may be the heading row; titles have fewer.
FULL_ENOUGH = 0.6
TOTAL = re.compile(r"(?:sub|grand|overall)?[ -]?totals?\b[^a-z]*$", re.IGNORECASE)
NOT_A_HEADING = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+"  # an address for mail
    r"|\d{4}-\d\d-\d\d.*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"  # a date
    r"|(?!(?:19|20)\d\d$)[£$]?-?[\d,]*\.?\d+%?"  # a number that is not a year
    r"|[A-Z]\d{8}"  # the code of a place
)


def lay_out(grid: Grid, *, heading_row: int = 0) -> Table:
    """Return the table on a grid of cells; ``heading_row`` is a row number, 0 to look for it."""
    number = heading_row or find_heading_row(grid)
    if not 1 <= number <= len(grid) or not any(grid[number - 1]):
        raise Unreadable(f"Row {number} is empty, so it cannot be the headings. Choose another.")
    headings = grid[number - 1]
    body, notes = body_rows(grid, number)
    used = {p for p, heading in enumerate(headings) if heading}
    used |= {p for row in body for p, cell in enumerate(row.cells) if cell}
    refuse_if_too_big(len(body), len(used))
    kept = sorted(used)
    columns, named = name_columns([(p, headings[p] if p < len(headings) else "") for p in kept])
    rows = tuple(
        Row(row.number, tuple(row.cells[p] if p < len(row.cells) else "" for p in kept))
        for row in body
    )
    return Table(columns, rows, tuple(lines_above(grid, number) + named + notes), number)


def find_heading_row(grid: Grid) -> int:
    """Return the number of the first row that reads like headings."""
    first = [[cell for cell in line if cell] for line in grid[:LOOK_FOR_HEADINGS_IN]]
    fullest = max((len(cells) for cells in first), default=0)
    if not fullest:
        raise Unreadable("This file is empty. Choose the file that holds your list.")
    for number, cells in enumerate(first, start=1):
        if len(cells) >= max(1, fullest * FULL_ENOUGH) and reads_like_headings(cells):
            return number
    raise Unreadable(
        "We could not find a row of headings. Put a heading above each column, such as "
        "“Partnership” and “Member”, in the first row of the sheet, and try again."
    )


def reads_like_headings(cells: Sequence[str]) -> bool:
    """Say whether these filled cells could be headings: short words, not dates or numbers."""
    return all(len(cell) <= 120 and not NOT_A_HEADING.fullmatch(cell) for cell in cells)


def body_rows(grid: Grid, heading_row: int) -> tuple[list[Row], list[str]]:
    """Return the rows under the headings, and a note of each line left out as a total."""
    rows: list[Row] = []
    totals: list[int] = []
    headings = [cell for cell in grid[heading_row - 1] if cell]
    repeated: list[int] = []
    for number, line in enumerate(grid[heading_row:], start=heading_row + 1):
        filled = [cell for cell in line if cell]
        if not filled:
            continue
        if TOTAL.match(filled[0]):
            totals.append(number)
        elif filled == headings:
            repeated.append(number)
        else:
            rows.append(Row(number, tuple(line)))
    if not rows:
        raise Unreadable(
            "There are headings but no rows under them, so there is nothing to bring in."
        )
    notes = []
    if totals:
        notes.append(f"{listed(totals)} like a total and {was_not(totals)} imported.")
    if repeated:
        notes.append(f"{listed(repeated, 'repeat')} the headings and {was_not(repeated)} imported.")
    return rows, notes


def listed(numbers: Sequence[int], verb: str = "look") -> str:
    """Return rows and a verb that fits them: Row 5 looks, Rows 5, 9 and 12 look."""
    if len(numbers) == 1:
        return f"Row {numbers[0]} {verb}s"
    return f"Rows {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} {verb}"


def was_not(numbers: Sequence[int]) -> str:
    """Return the verb that fits so many rows."""
    return "was not" if len(numbers) == 1 else "were not"


def lines_above(grid: Grid, heading_row: int) -> list[str]:
    """Return a note that lines above the headings were left out, where there were any."""
    if not any(any(line) for line in grid[: heading_row - 1]):
        return []
    return [f"The headings are in row {heading_row}. The lines above it were not imported."]


def refuse_if_too_big(rows: int, columns: int) -> None:
    """Refuse a sheet past what one import takes."""
    if rows > MOST_ROWS:
        raise Unreadable(
            f"This sheet has {rows:,} rows. One import takes {MOST_ROWS:,}: "
            "split it into several files and bring them in one after another."
        )
    if columns > MOST_COLUMNS:
        raise Unreadable(
            f"This sheet has {columns:,} columns. One import takes {MOST_COLUMNS}: "
            "keep the columns you need, delete the rest, and try again."
        )
