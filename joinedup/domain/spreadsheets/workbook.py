"""Read the sheets of an Excel workbook as people see them."""

import datetime
import io
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from joinedup.domain.spreadsheets.archive import SAVE_AGAIN, refuse_unsafe_archive
from joinedup.domain.spreadsheets.delimited import MOST_REMEMBERED, plain
from joinedup.domain.spreadsheets.layout import listed, rows_on
from joinedup.domain.spreadsheets.table import Rows, Unreadable

Corner = tuple[int, int]
# Words joined over more than this many columns are a title or a heading between rows.
ACROSS = 2


@dataclass
class SheetLines:
    """The lines of one sheet as text, joined cells filled down, read anew each time."""

    sheet: CalamineSheet
    joined: Sequence[tuple[Corner, Corner]]
    banners: frozenset[int] = frozenset()

    def __iter__(self) -> Iterator[list[str]]:
        """Yield each line; equal cells share one string, so that long lists stay small."""
        seen: dict[str, str] = {}
        begins = self.joined_down()
        reaching: dict[int, tuple[int, str]] = {}
        for number, cells in enumerate(self.cells()):
            if len(seen) > MOST_REMEMBERED:
                seen.clear()
            line = [plain(as_seen(cell), seen) for cell in cells]
            if reaching or number in begins:
                for column, (last, words) in list(reaching.items()):
                    if number <= last:
                        line[column] = words
                    else:
                        del reaching[column]
                for column, last in begins.get(number, ()):
                    if column < len(line):
                        reaching[column] = (last, line[column])
            yield [] if number in self.banners else line

    def cells(self) -> Iterator[Sequence[object]]:
        """Yield the cells of each line; the reader leaves out empty columns before the first."""
        _, left = self.sheet.start or (0, 0)
        empty = [""] * left
        return ([*empty, *line] for line in self.sheet.iter_rows())

    def joined_down(self) -> dict[int, list[tuple[int, int]]]:
        """Return for each line the columns in which a joined cell begins, and where it ends."""
        begins: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for (top, left), (bottom, right) in self.joined:
            if bottom > top and right - left < ACROSS:
                begins[top].append((left, bottom))
        return begins

    def without_banners(self) -> tuple["SheetLines", list[str]]:
        """Return the lines without words across the sheet, and notes of those and joined cells."""
        across = {top for (top, left), (_, right) in self.joined if right - left >= ACROSS}
        down = self.joined_down()
        begun, words, filled, found = False, "", 0, []
        for number, line in enumerate(self if self.joined else ()):
            cells = [cell for cell in line if cell]
            if begun and number in across and len(cells) == 1:
                words = words or cells[0]
                found.append(number)
            filled += sum(bool(line[p]) for p, _ in down.get(number, ()) if p < len(line))
            begun = begun or len(cells) > ACROSS
        notes = []
        if found:
            rows = listed([number + 1 for number in found], "stand")
            notes.append(f"{rows} across the sheet as headings, such as “{words}”; not imported.")
        if filled:
            notes.append(
                f"{filled} joined cells reach over several rows: "
                "each row was read with their words."
            )
        return replace(self, banners=frozenset(found)), notes


def read_book(data: bytes, *, sheet: str = "", heading_row: int = 0) -> Rows:
    """Return the rows of one sheet of a workbook, after a look whether it could do harm."""
    lines, name, sheets, notes = lines_of(data, sheet)
    rows = rows_on(lines, heading_row=heading_row)
    return replace(rows, notes=(*notes, *rows.notes), sheet=name, sheets=tuple(sheets))


def read_workbook(
    data: bytes, sheet: str = ""
) -> tuple[list[list[str]], str, list[str], list[str]]:
    """Return the cells of one sheet, its name, the names of all that can be read, and notes."""
    lines, name, sheets, notes = lines_of(data, sheet)
    return list(lines), name, sheets, notes


def lines_of(data: bytes, sheet: str) -> tuple[SheetLines, str, list[str], list[str]]:
    """Return the lines of one sheet, its name, the names of all that can be read, and notes."""
    hidden_rows = refuse_unsafe_archive(data)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as workbook:
            visible, hidden = sheets_of(workbook)
            name = sheet or largest(workbook, visible or hidden)
            if name not in visible + hidden:
                raise Unreadable(
                    f"There is no sheet called “{name}” in this workbook. "
                    f"Its sheets are {in_quotes(visible + hidden)}."
                )
            found = workbook.get_sheet_by_name(name)
            lines, notes = SheetLines(found, found.merged_cell_ranges or []).without_banners()
    except CalamineError:
        raise Unreadable(f"This workbook is damaged and cannot be opened. {SAVE_AGAIN}") from None
    others = [other for other in visible if other != name]
    if others:
        notes.insert(0, f"We read the sheet “{name}”. Not read: {in_quotes(others)}.")
    unseen = [other for other in hidden if other != name]
    if unseen:
        notes.append(f"This workbook has hidden sheets, which were not read: {in_quotes(unseen)}.")
    if hidden_rows:
        notes.append(
            "Some rows or columns of this workbook are hidden or filtered away. They were read "
            "like the others."
        )
    return lines, name, visible + hidden, notes


def sheets_of(workbook: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Return the names of the sheets people see, and of those that are hidden."""
    sheets = [s for s in workbook.sheets_metadata if s.typ == SheetTypeEnum.WorkSheet]
    visible = [s.name for s in sheets if s.visible == SheetVisibleEnum.Visible]
    return visible, [s.name for s in sheets if s.name not in visible]


def largest(workbook: CalamineWorkbook, names: Sequence[str]) -> str:
    """Return the sheet with the most rows, the first of equals: notes and keys are shorter."""
    if not names:
        raise Unreadable("This workbook has no sheet with a list in it. Choose another file.")
    if len(names) == 1:
        return names[0]
    return max(names, key=lambda name: workbook.get_sheet_by_name(name).height)


def in_quotes(names: Sequence[str]) -> str:
    """Return names as a sentence lists them."""
    return ", ".join(f"“{name}”" for name in names)


def as_seen(value: object) -> str:
    """Return a cell's value as people read it; dates in the one order that is never mistaken."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)
