"""A sheet as people see it: headings, numbered rows of text, and what was noticed on the way."""

import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

# What was chosen: its bytes, or where it lies.
File = bytes | Path

MEGABYTE = 1024 * 1024
BIGGEST_FILE = 50 * MEGABYTE
MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 32_767  # what spreadsheet programs themselves allow

INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Unreadable(Exception):
    """A file that cannot be read; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, numbered as the spreadsheet numbers it."""

    number: int
    cells: tuple[str, ...]


class SomeRows(Protocol):
    """Rows that can be counted and gone through again and again."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Row]: ...


@dataclass(frozen=True)
class Table:
    """What was found: each row has exactly one cell for each column."""

    columns: tuple[str, ...]
    rows: SomeRows
    notes: tuple[str, ...] = ()
    heading_row: int = 1
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def position(self, column: str) -> int:
        """Return where a column stands, by its heading as shown."""
        return self.columns.index(column)


@dataclass(frozen=True)
class Rows:
    """A list read row by row, in the same little memory at any length.

    ``again`` begins at the first row; ``count`` says how many there are. One loop at a time.
    """

    columns: tuple[str, ...]
    count: int
    again: Callable[[], Iterator[Row]]
    notes: tuple[str, ...] = ()
    heading_row: int = 1
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    sheets: tuple[str, ...] = ()

    def __iter__(self) -> Iterator[Row]:
        """Yield each row, from the first."""
        return self.again()

    def whole(self) -> Table:
        """Return all rows at once."""
        return Table(
            self.columns,
            tuple(self),
            self.notes,
            self.heading_row,
            self.encoding,
            self.delimiter,
            self.sheet,
            self.sheets,
        )


def opened(file: File) -> BinaryIO:
    """Return a file to be read from its beginning."""
    return file.open("rb") if isinstance(file, Path) else io.BytesIO(file)


def clean_cell(text: str) -> str:
    """Return a cell without what nobody can see: odd spaces, marks of direction, controls."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = unicodedata.normalize("NFC", text).replace("\u00a0", " ").replace("\u202f", " ")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROL.sub("", INVISIBLE.sub("", text)).strip()


def column_letter(position: int) -> str:
    """Return the letter a spreadsheet shows above a column: 0 is A, 26 is AA."""
    letters = ""
    position += 1
    while position:
        position, remainder = divmod(position - 1, 26)
        letters = chr(65 + remainder) + letters
    return letters


def name_columns(headings: Sequence[tuple[int, str]]) -> tuple[tuple[str, ...], list[str]]:
    """Return one distinct name for each (position, heading), and notes of what we had to name."""
    names: list[str] = []
    notes: list[str] = []
    for position, heading in headings:
        letter = column_letter(position)
        plain = " ".join(heading.split()) or f"Column {letter}"
        name, count = plain, 2
        while name in names:
            name, count = f"{plain} ({count})", count + 1
        if name != plain:
            notes.append(
                f"Several columns are headed “{plain}”. Column {letter} is called “{name}” here."
            )
        elif not heading:
            notes.append(f"Column {letter} has no heading, so it is called “{name}” here.")
        names.append(name)
    return tuple(names), notes
