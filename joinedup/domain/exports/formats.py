"""Rows as CSV, XLSX and ODS: written as they come, in the same little memory for ten or a million.

No cell is ever run as a formula, and the import of such a file gives back each value as it was.
"""

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from importlib import import_module
from itertools import chain
from typing import IO
from xml.sax.saxutils import escape

Value = str | int | Decimal | date | None
Row = Sequence[Value]
# What spreadsheet programs take for the beginning of a formula, wide forms included.
RUNS = "=+\\-@\t\r＝＋－＠"
DANGEROUS = re.compile(f"'*[{RUNS}]")
GUARDED = re.compile(f"'+[{RUNS}]")
# What no XML may hold, and nobody can see.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
LINE = re.compile("\r\n|\r|\n")
PIECE = 64 * 1024
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def in_format(
    sort: str, title: str, headings: Sequence[str], rows: Iterable[Row]
) -> Iterator[bytes]:
    """Yield a file of these rows piece by piece: "csv", "xlsx" or "ods"."""
    if sort == "csv":
        return as_csv(headings, rows)
    return pieces_of({"xlsx": write_xlsx, "ods": write_ods}[sort], title, headings, rows)


def guarded(text: str) -> str:
    """Return a text that no program runs: with an apostrophe before what begins a formula.

    One more is put before those there are already, so that taking one off gives the text back.
    """
    return f"'{text}" if DANGEROUS.match(text) else text


def kept(text: str) -> str:
    """Return a text for a cell that is text by its kind, which no program runs as it stands."""
    return f"'{text}" if GUARDED.match(text) else text


def as_csv(headings: Sequence[str], rows: Iterable[Row]) -> Iterator[bytes]:
    """Yield rows as CSV in UTF-8, marked as such for the programs that would guess otherwise."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    page.write("\ufeff")
    writer.writerow(headings)
    for row in rows:
        writer.writerow([guarded(UNWRITABLE.sub("", plain(value))) for value in row])
        if page.tell() > PIECE:
            yield page.getvalue().encode()
            page.seek(0)
            page.truncate()
    yield page.getvalue().encode()


def plain(value: Value) -> str:
    """Return a value as text."""
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def pieces_of(
    write: Callable[[IO[bytes], str, Sequence[str], Iterable[Row]], None],
    title: str,
    headings: Sequence[str],
    rows: Iterable[Row],
) -> Iterator[bytes]:
    """Yield what is written to a file of its own, which is gone when the last piece is."""
    with tempfile.TemporaryFile() as file:
        write(file, title, headings, rows)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def write_xlsx(file: IO[bytes], title: str, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write a workbook with one sheet, row by row."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = import_module("xlsxwriter").Workbook(file, options)
    sheet = book.add_worksheet(title[:31])
    strong, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmmm yyyy"})
    sheet.freeze_panes(1, 0)
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, 24)
        sheet.write_string(0, place, heading, strong)
    for number, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            if isinstance(value, str):
                if value:
                    sheet.write_string(number, place, kept(UNWRITABLE.sub("", value)))
            elif isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif value is not None:
                sheet.write_number(number, place, value)
    book.close()


NAMES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}
BEGINS = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'{BEGINS}<manifest:manifest xmlns:manifest="{NAMES["manifest"]}" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{KINDS["ods"]}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def write_ods(file: IO[bytes], title: str, headings: Sequence[str], rows: Iterable[Row]) -> None:
    """Write an OpenDocument spreadsheet with one sheet, row by row."""
    spaces = " ".join(f'xmlns:{short}="{NAMES[short]}"' for short in ("office", "table", "text"))
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        # The kind comes first and unpacked, so that programs know the file by its beginning.
        parts.writestr(zipfile.ZipInfo("mimetype"), KINDS["ods"])
        parts.writestr("META-INF/manifest.xml", MANIFEST)
        with parts.open("content.xml", "w", force_zip64=True) as content:
            content.write(
                f'{BEGINS}<office:document-content {spaces} office:version="1.3"><office:body>'
                f'<office:spreadsheet><table:table table:name="{escape(title[:31])}">'.encode()
            )
            for row in chain([headings], rows):
                content.write(in_xml(row))
            content.write(
                b"</table:table></office:spreadsheet></office:body></office:document-content>"
            )


def in_xml(row: Row) -> bytes:
    """Return a row as OpenDocument writes it."""
    return f"<table:table-row>{''.join(map(cell, row))}</table:table-row>".encode()


def cell(value: Value) -> str:
    """Return a cell as OpenDocument writes it; text is text by its kind."""
    if value is None or value == "":
        return "<table:table-cell/>"
    if isinstance(value, date):
        kind = f'office:value-type="date" office:date-value="{value.isoformat()}"'
    elif not isinstance(value, str):
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        kind = 'office:value-type="string"'
    said = UNWRITABLE.sub("", kept(value) if isinstance(value, str) else plain(value))
    lines = "".join(f"<text:p>{spaced(escape(line))}</text:p>" for line in LINE.split(said))
    return f"<table:table-cell {kind}>{lines}</table:table-cell>"


def spaced(line: str) -> str:
    """Return a line whose spaces at its ends and side by side are kept."""
    return re.sub("^ | $|(?<= ) ", "<text:s/>", line)
