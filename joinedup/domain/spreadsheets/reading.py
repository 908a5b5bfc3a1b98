"""Read a file someone chose: find out what it is, refuse what is unsafe, return its table."""

from dataclasses import replace

from joinedup.domain.spreadsheets.delimited import (
    DELIMITERS,
    ENCODINGS,
    decode,
    find_delimiter,
    read_grid,
)
from joinedup.domain.spreadsheets.layout import lay_out
from joinedup.domain.spreadsheets.table import BIGGEST_FILE, MEGABYTE, Table, Unreadable
from joinedup.domain.spreadsheets.workbook import read_workbook

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PROTECTED = "EncryptedPackage".encode("utf-16-le")
SAVE_AS = "save it as an Excel workbook (.xlsx) or as “CSV UTF-8”, and try that file."
OTHER_BEGINNINGS = {
    b"%PDF": "This is a PDF, which holds pages, not rows. Find the spreadsheet it was made from.",
    b"{\\rtf": "This is a text document. Copy its table into a spreadsheet, " + SAVE_AS,
    b"\x89PNG": "This is a picture. Choose the spreadsheet it shows.",
    b"\xff\xd8\xff": "This is a photograph. Choose the spreadsheet it shows.",
    b"\x1f\x8b": "This file is packed (gzip). Unpack it and choose the file inside.",
    b"Rar!": "This file is packed (RAR). Unpack it and choose the file inside.",
    b"7z\xbc\xaf": "This file is packed (7z). Unpack it and choose the file inside.",
}


def read_table(
    data: bytes,
    file_name: str = "",
    *,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    heading_row: int = 0,
) -> Table:
    """Return the table in a file; what is found may be overruled, and what is unsafe is refused."""
    refuse_by_beginning(data)
    if data[:4] == b"PK\x03\x04":
        grid, name, sheets, notes = read_workbook(data, sheet)
        table = lay_out(grid, heading_row=heading_row)
        table = replace(table, sheet=name, sheets=tuple(sheets))
    else:
        text, encoding = decode(data, encoding)
        refuse_markup(text, file_name)
        delimiter = delimiter or find_delimiter(text)
        grid, notes = read_grid(text, delimiter)
        table = lay_out(grid, heading_row=heading_row)
        table = replace(table, encoding=encoding, delimiter=delimiter)
        notes = [*notes, *how_it_was_read(table)]
    return replace(table, notes=(*notes, *table.notes))


def refuse_by_beginning(data: bytes) -> None:
    """Refuse a file by its size and first bytes; its name may say anything."""
    if not data.strip(b"\x00\t\r\n \xef\xbb\xbf\xff\xfe"):
        raise Unreadable("This file is empty. Choose the file that holds your list.")
    if len(data) > BIGGEST_FILE:
        raise Unreadable(
            f"This file is {len(data) // MEGABYTE} MB. One import takes {BIGGEST_FILE // MEGABYTE} "
            "MB: keep the sheet and columns you need, or split it into several files."
        )
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


def how_it_was_read(table: Table) -> list[str]:
    """Return a note of what was found out about a text file, with a word to check it by."""
    letters = ENCODINGS.get(table.encoding, table.encoding)
    divided = DELIMITERS.get(table.delimiter, table.delimiter)
    note = f"The columns are divided by {divided}; the letters are stored as {letters}."
    accented = next(
        (cell for row in table.rows for cell in row.cells if not cell.isascii() and len(cell) < 80),
        "",
    )
    if table.encoding == "cp1252" and accented:
        note += f" Does “{accented}” look right? If not, choose other letters."
    return [note]
