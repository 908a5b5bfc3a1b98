"""Read a file someone chose: find out what it is, refuse what is unsafe, return its table."""

import csv
from dataclasses import replace
from pathlib import Path

from joinedup.domain.spreadsheets.confined import read_confined
from joinedup.domain.spreadsheets.delimited import (
    DELIMITERS,
    ENCODINGS,
    TextLines,
    examine,
    find_delimiter,
    leniently,
)
from joinedup.domain.spreadsheets.layout import rows_on
from joinedup.domain.spreadsheets.table import (
    BIGGEST_FILE,
    MEGABYTE,
    File,
    Rows,
    Table,
    Unreadable,
    opened,
)

ZIPPED = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROTECTED = "EncryptedPackage".encode("utf-16-le")
SAVE_AS = "save it as an Excel workbook (.xlsx) or as “CSV UTF-8”, and try that file."
OTHER_BEGINNINGS = {
    b"%PDF": "This is a PDF, which holds pages, not rows. Find the spreadsheet it was made from.",
    b"{\\rtf": "This is a text document. Copy its table into a spreadsheet, " + SAVE_AS,
    b"\x89PNG": "This is a picture. Choose the spreadsheet it shows.",
    b"GIF8": "This is a picture. Choose the spreadsheet it shows.",
    b"\xff\xd8\xff": "This is a photograph. Choose the spreadsheet it shows.",
    b"SQLite format 3": "This is a database. Save its list as “CSV UTF-8” and try that file.",
    b"\x7fELF": "This is a program, not a list. Choose the file that holds your list.",
    b"MZ\x90\x00": "This is a program, not a list. Choose the file that holds your list.",
    b"PK\x05\x06": "This is a zip file with nothing in it. Choose the file that holds your list.",
    b"\x1f\x8b": "This file is packed (gzip). Unpack it and choose the file inside.",
    b"Rar!": "This file is packed (RAR). Unpack it and choose the file inside.",
    b"7z\xbc\xaf": "This file is packed (7z). Unpack it and choose the file inside.",
}


def read_table(
    file: File,
    file_name: str = "",
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    heading_row: int = 0,
) -> Table:
    """Return the whole table in a file; ``read_rows`` does without keeping it in memory."""
    how = {"encoding": encoding, "delimiter": delimiter, "sheet": sheet}
    return read_rows(file, file_name, heading_row=heading_row, **how).whole()


def read_rows(
    file: File,
    file_name: str = "",
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    heading_row: int = 0,
) -> Rows:
    """Return the rows of a file, given as bytes or by its path, to be read one after another.

    What is found may be overruled, and what is unsafe is refused. The whole file has been looked
    through once when this returns, so that going through its rows refuses nothing any more.
    """
    beginning = beginning_of(file)
    refuse_by_beginning(beginning)
    if beginning[:4] == ZIPPED:
        return read_confined(file, sheet=sheet, heading_row=heading_row)
    sample, encoding = examine(file, encoding)
    refuse_markup(sample, file_name or (file.name if isinstance(file, Path) else ""))
    lines = TextLines(file, encoding, delimiter or find_delimiter(sample))
    notes = []
    try:
        rows = rows_on(lines, heading_row=heading_row)
    except csv.Error:
        lines, note = leniently(lines)
        notes.append(note)
        rows = rows_on(lines, heading_row=heading_row)
    rows = replace(rows, encoding=encoding, delimiter=lines.delimiter)
    return replace(rows, notes=(*notes, how_it_was_read(rows), *rows.notes))


def beginning_of(file: File) -> bytes:
    """Return the first bytes of a file, all of an old workbook, and refuse one too large."""
    refuse_by_size(file.stat().st_size if isinstance(file, Path) else len(file))
    with opened(file) as binary:
        beginning = binary.read(MEGABYTE)
        return beginning + binary.read() if beginning.startswith(OLD_OFFICE) else beginning


def refuse_by_size(size: int) -> None:
    """Refuse a file past what one import takes, before anything of it is read."""
    if size > BIGGEST_FILE:
        raise Unreadable(
            f"This file is {size // MEGABYTE} MB. One import takes {BIGGEST_FILE // MEGABYTE} "
            "MB: keep the sheet and columns you need, or split it into several files."
        )


def refuse_by_beginning(data: bytes) -> None:
    """Refuse a file by its size and first bytes; its name may say anything."""
    refuse_by_size(len(data))
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unreadable("This file is empty. Choose the file that holds your list.")
    if data.startswith(OLD_OFFICE):
        if PROTECTED in data:
            raise Unreadable(
                "This workbook is protected by a password. Open it in your spreadsheet program, "
                "take the password off, save it and try again."
            )
        raise Unreadable(
            "This is an old Excel workbook (.xls), whatever its name says. Open it in your "
            f"spreadsheet program, {SAVE_AS}"
        )
    for beginning, sentence in OTHER_BEGINNINGS.items():
        if data.startswith(beginning):
            raise Unreadable(sentence)


def refuse_markup(text: str, file_name: str) -> None:
    """Refuse a web page or XML, which some systems hand out under the name of a spreadsheet."""
    beginning = text[:2000].lstrip().lower()
    if beginning.startswith(("<!doctype", "<html", "<table", "<?xml", "<head", "<meta", "<svg")):
        named = f" named {file_name}" if file_name else ""
        raise Unreadable(
            f"This is a web page{named}, not a spreadsheet: some systems hand those out. "
            f"Open it in your spreadsheet program, {SAVE_AS}"
        )


def how_it_was_read(rows: Rows) -> str:
    """Return a note of what was found out about a text file, with a word to check it by."""
    letters = ENCODINGS.get(rows.encoding, rows.encoding)
    divided = DELIMITERS.get(rows.delimiter, rows.delimiter)
    note = f"The columns are divided by {divided}; the letters are stored as {letters}."
    if rows.encoding.startswith("utf-8"):
        return note
    cells = (cell for row in rows for cell in row.cells)
    accented = next((cell for cell in cells if not cell.isascii() and len(cell) < 80), "")
    return (
        f"{note} Does “{accented}” look right? If not, choose other letters." if accented else note
    )
