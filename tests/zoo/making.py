"""How the files of the zoo are made: text in any letters, workbooks in any shape, broken zips."""

import io
import struct
import warnings
import zipfile

import xlsxwriter

from tests.domain.spreadsheets.files import parts_of, zipped

HEADINGS = ("Partnership", "Aim", "Members")
SHEET = "xl/worksheets/sheet1.xml"
SMALL = (
    HEADINGS,
    ("Caffi Môr", "Café & “tea”", "Police; Fire"),
    ("Safer Town", "£5 off", "Police"),
)


def text(rows=SMALL, *, letters="utf-8", sign=",", ends="\r\n", quotes=False, mark=b""):
    """Return rows as delimited text in some letters, as a spreadsheet program saves them."""
    lines = [sign.join(quoted(cell, sign, always=quotes) for cell in row) for row in rows]
    return mark + (ends.join(lines) + ends).encode(letters)


def quoted(cell, sign, *, always):
    """Return a cell in quotation marks where it must have them, or always."""
    needs = always or any(mark in cell for mark in (sign, '"', "\n", "\r"))
    return '"' + cell.replace('"', '""') + '"' if needs else cell


def book(*lines, joined=(), sheets=None, hidden=(), hide_rows=(), hide_columns=(), **options):
    """Return a workbook: its lines, or several sheets of lines by name."""
    memory = io.BytesIO()
    made = xlsxwriter.Workbook(memory, {"default_date_format": "dd/mm/yyyy", **options})
    for name, rows in (sheets or {"Register": lines}).items():
        sheet = made.add_worksheet(name)
        for row, line in enumerate(rows):
            sheet.write_row(row, 0, line)
        for area in joined:
            sheet.merge_range(*area)
        for row in hide_rows:
            sheet.set_row(row, None, None, {"hidden": True})
        for column in hide_columns:
            sheet.set_column(column, column, None, None, {"hidden": True})
        if name in hidden:
            sheet.hide()
    made.close()
    return memory.getvalue()


def changed(data, part, old, new):
    """Return a workbook with some bytes of one part replaced."""
    parts = parts_of(data)
    assert old in parts[part]
    return zipped(parts | {part: parts[part].replace(old, new)})


def with_parts(data, **parts):
    """Return a workbook with more parts, their names written with __ for a stroke."""
    return zipped(parts_of(data) | {name.replace("__", "/"): part for name, part in parts.items()})


def lying(data, part, size):
    """Return a zip whose directory and entry both say that a part unpacks to another size."""
    real = len(parts_of(data)[part])
    return data.replace(struct.pack("<I", real), struct.pack("<I", size))


def twice(data, part):
    """Return a workbook in which one name stands twice."""
    memory = io.BytesIO(data)
    with warnings.catch_warnings(), zipfile.ZipFile(memory, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(part, b"<worksheet/>")
    return memory.getvalue()


def old_office(stream):
    """Return the beginning of a compound file, as .xls and protected workbooks have it."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + stream.encode("utf-16-le")
