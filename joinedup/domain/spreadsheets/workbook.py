"""Read the sheets of an Excel workbook as people see them."""

import datetime
import io
from collections.abc import Sequence

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from joinedup.domain.spreadsheets.archive import SAVE_AGAIN, refuse_unsafe_archive
from joinedup.domain.spreadsheets.delimited import plain
from joinedup.domain.spreadsheets.layout import listed, refuse_if_too_big
from joinedup.domain.spreadsheets.table import Unreadable

Corner = tuple[int, int]
# Words joined over more than this many columns are a title or a heading between rows.
ACROSS = 2


def read_workbook(
    data: bytes, sheet: str = ""
) -> tuple[list[list[str]], str, list[str], list[str]]:
    """Return the cells of one sheet, its name, the names of all that can be read, and notes."""
    refuse_unsafe_archive(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            visible, hidden = sheets_of(workbook)
            name = sheet or largest(workbook, visible or hidden)
            if name not in visible + hidden:
                raise Unreadable(f"There is no sheet called “{name}” in this workbook.")
            grid, notes = read_sheet(workbook.get_sheet_by_name(name))
    except CalamineError:
        raise Unreadable(f"This workbook is damaged and cannot be opened. {SAVE_AGAIN}") from None
    others = [other for other in visible if other != name]
    if others:
        notes.insert(0, f"We read the sheet “{name}”. Not read: {in_quotes(others)}.")
    unseen = [other for other in hidden if other != name]
    if unseen:
        notes.append(f"This workbook has hidden sheets, which were not read: {in_quotes(unseen)}.")
    return grid, name, visible + hidden, notes


def sheets_of(workbook: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Return the names of the sheets people see, and of those that are hidden."""
    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    visible = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible]
    return visible, [s.name for s in sheets if s.name not in visible]


def largest(workbook: CalamineWorkbook, names: Sequence[str]) -> str:
    """Return the sheet with the most rows, the first of equals: notes and keys are shorter."""
    if not names:
        raise Unreadable("This workbook has no sheet with a list in it. Choose another file.")
    return max(names, key=lambda name: workbook.get_sheet_by_name(name).height)


def read_sheet(sheet: CalamineSheet) -> tuple[list[list[str]], list[str]]:
    """Return the cells of a sheet as text, joined cells filled down, and a note where there are."""
    refuse_if_too_big(sheet.height, sheet.width)
    seen: dict[str, str] = {}
    grid = [
        [plain(as_seen(cell), seen) for cell in line]
        for line in sheet.to_python(skip_empty_area=False)
    ]
    joined = sheet.merged_cell_ranges or []
    notes = []
    if across := banners(grid, joined):
        words = take_out(grid, across)
        rows = listed([place + 1 for place in across], "stand")
        notes.append(f"{rows} across the sheet as headings, such as “{words}”; not imported.")
    if filled := sum(fill_down(grid, first, last) for first, last in joined):
        notes.append(
            f"{filled} joined cells reach over several rows: each row was read with their words."
        )
    return grid, notes


def banners(grid: list[list[str]], joined: Sequence[tuple[Corner, Corner]]) -> list[int]:
    """Return the lines that hold nothing but words across the sheet, below the headings."""
    across = {top for (top, left), (_, right) in joined if right - left >= ACROSS}
    begun, found = False, []
    for place, line in enumerate(grid):
        filled = sum(map(bool, line))
        if begun and place in across and filled == 1:
            found.append(place)
        begun = begun or filled > ACROSS
    return found


def take_out(grid: list[list[str]], places: Sequence[int]) -> str:
    """Empty some lines, and return the words of the first."""
    words = next(filter(None, grid[places[0]]))
    for place in places:
        grid[place] = [""] * len(grid[place])
    return words


def in_quotes(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return ", ".join(f"“{name}”" for name in names)


def fill_down(grid: list[list[str]], first: Corner, last: Corner) -> bool:
    """Repeat a cell that is joined with those below it, and say whether it was."""
    (top, left), (bottom, right) = first, last
    if bottom == top or right != left or top >= len(grid) or left >= len(grid[top]):
        return False
    words = grid[top][left]
    for line in grid[top + 1 : bottom + 1]:
        line[left] = words
    return bool(words)


def as_seen(value: object) -> str:
    """Return a cell's value as people read it; dates in the one order that is never mistaken."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
