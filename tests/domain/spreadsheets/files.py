"""Small files made for the tests: workbooks and zips as people and attackers make them."""

import io
import zipfile
from typing import Any

import xlsxwriter


def workbook(
    *lines: list[Any], hidden: tuple[str, ...] = (), joined: tuple[Any, ...] = ()
) -> bytes:
    """Return an Excel workbook whose first sheet holds these lines."""
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet("Register")
    for row, line in enumerate(lines):
        for column, value in enumerate(line):
            sheet.write(row, column, value)
    for area in joined:
        sheet.merge_range(*area)
    for name in hidden:
        other = book.add_worksheet(name)
        other.write(0, 0, "Not to be read")
        other.hide()
    book.close()
    return memory.getvalue()


def zipped(parts: dict[str, bytes]) -> bytes:
    """Return a zip of these parts, packed tightly."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return memory.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
