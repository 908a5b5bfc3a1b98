"""Look inside a zipped workbook, before anything parses it, and refuse what could do harm."""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass

from joinedup.domain.spreadsheets.table import MEGABYTE, Unreadable

MOST_ENTRIES = 2_000
MOST_INFLATED = 250 * MEGABYTE
# A sheet of repeated words packs about 1 to 30; a bomb packs 1 to 1,000.
HIGHEST_RATIO = 250
RATIO_MATTERS_FROM = 10 * MEGABYTE
# The reader keeps every cell, about 100 bytes each, and a place for each cell of the area that
# filled cells span: 200,000 rows of 12 columns take 285 MB.
MOST_CELLS, MOST_CELLS_IN_AREA = 2_500_000, 5_000_000
OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.spreadsheet"
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
CELL_BEGINS = (b"<c ", b"<c>", b":c ", b":c>")
PLACE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
# Cells that hold something; a styled empty cell closes itself and takes no room when read. No
# part of the pattern crosses a "<", so that time grows with the size and never with its square.
FILLED_CELL = re.compile(
    rb'<(?:\w{1,20}:)?c (?:[^<>]{0,100}? )?r="([A-Z]{1,3})(\d{1,7})"[^<>]{0,200}?(?<!/)>'
)
HIDDEN = re.compile(rb'<(?:\w{1,20}:)?(?:row|col) [^<>]{0,300}?hidden="(?:1|true)"')
OVERLAP = 400

SAVE_AGAIN = (
    "Open it in your spreadsheet program, save it as an Excel workbook (.xlsx) and try that."
)


@dataclass
class Extent:
    """How far a sheet's filled cells reach, and how many cells there are."""

    rows: int = 0
    columns: int = 0
    cells: int = 0

    @property
    def is_too_large(self) -> bool:
        """Say whether the reader would need too much room."""
        return self.cells > MOST_CELLS or self.rows * self.columns > MOST_CELLS_IN_AREA


def refuse_unsafe_archive(data: bytes) -> bool:
    """Refuse a zip that is not a workbook, or that would fill the memory of whoever opens it.

    Says whether any sheet hides rows or columns, which people forget.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise Unreadable(f"This workbook is damaged and cannot be opened. {SAVE_AGAIN}") from None
    with archive:
        entries = archive.infolist()
        if not is_open_document(archive):
            refuse_other_kinds({entry.filename for entry in entries})
        refuse_by_directory(entries, len(data))
        return any([look_through(archive, entry) for entry in entries])  # noqa: C419 - all of them


def is_open_document(archive: zipfile.ZipFile) -> bool:
    """Say whether a zip is an OpenDocument spreadsheet, by the kind it names first."""
    first = next(iter(archive.infolist()), None)
    if first is None or first.filename != "mimetype" or first.file_size != len(OPEN_DOCUMENT):
        return False
    try:
        return archive.read(first) == OPEN_DOCUMENT and "content.xml" in archive.namelist()
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        return False


def refuse_other_kinds(names: set[str]) -> None:
    """Refuse zips that hold something other than an Excel workbook, saying what they are."""
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        what = "This is a binary Excel workbook (.xlsb)."
    elif "word/document.xml" in names:
        raise Unreadable(
            "This is a Word document. Copy its table into a spreadsheet, save that as an Excel "
            "workbook (.xlsx) and try it."
        )
    elif "ppt/presentation.xml" in names:
        raise Unreadable(
            "These are slides. Find the spreadsheet they were made from, or copy their table into "
            "a new workbook, save it and try that."
        )
    elif "mimetype" in names and "content.xml" in names:
        what = "This is an OpenDocument file, and not a spreadsheet."
    else:
        raise Unreadable(
            "This is a zip file, not a spreadsheet. Open it, take out the list you want, and "
            "choose that file."
        )
    raise Unreadable(f"{what} {SAVE_AGAIN}")


def refuse_by_directory(entries: list[zipfile.ZipInfo], packed: int) -> None:
    """Refuse by what the zip says of itself: how many parts, how large, how tightly packed."""
    declared = sum(entry.file_size for entry in entries)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable(f"This workbook is protected by a password. Take it off. {SAVE_AGAIN}")
    overlapping = sum(entry.compress_size for entry in entries) > packed
    repeated = len({entry.filename for entry in entries}) < len(entries)
    tight = declared > RATIO_MATTERS_FROM and declared > packed * HIGHEST_RATIO
    if len(entries) > MOST_ENTRIES or declared > MOST_INFLATED or overlapping or repeated or tight:
        raise Unreadable(
            "This workbook unpacks to far more than a list needs, so it was not opened. Copy the "
            "rows you want into a new workbook, save it and try that."
        )


def look_through(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    """Unpack one part, and refuse what is not as declared or too large for the reader.

    Says whether it is a sheet that hides rows or columns.
    """
    extent = Extent()
    hides = inflate(archive, entry, extent, PLACE)
    if extent.is_too_large and extent.cells <= MOST_CELLS:
        # Styled cells that hold nothing were counted as well: look again, more closely.
        extent = Extent()
        inflate(archive, entry, extent, FILLED_CELL)
    refuse_large(extent)
    return hides


def inflate(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, extent: Extent, places: re.Pattern[bytes]
) -> bool:
    """Unpack one part in small pieces, keeping none, and measure it where it is a sheet."""
    tail, size, hides = b"", 0, False
    is_sheet = bool(SHEET.fullmatch(entry.filename))
    try:
        with archive.open(entry) as part:
            while piece := part.read(MEGABYTE):
                size += len(piece)
                if size == len(piece):
                    refuse_declarations(entry.filename, piece)
                if is_sheet:
                    extent.cells += sum(map(piece.count, CELL_BEGINS))
                    if extent.cells > MOST_CELLS:
                        break
                    measure(tail + piece, extent, places)
                    hides = hides or hides_some(tail + piece)
                    tail = piece[-OVERLAP:]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError):
        raise Unreadable(f"This workbook is damaged and cannot be opened. {SAVE_AGAIN}") from None
    return hides


def hides_some(xml: bytes) -> bool:
    """Say whether a piece of a sheet hides rows or columns."""
    return b'hidden="' in xml and bool(HIDDEN.search(xml))


def refuse_large(extent: Extent) -> None:
    """Refuse a sheet that would fill the memory of whoever opens it."""
    if extent.is_too_large:
        raise Unreadable(
            "This sheet is enormous, or a cell far outside the list is filled in. Copy the rows "
            "you want into a new workbook, or save the sheet as “CSV UTF-8”, and try that."
        )


def refuse_declarations(name: str, beginning: bytes) -> None:
    """Refuse XML that declares a document type: workbooks have none, attacks on readers do."""
    if (
        name.lower().endswith((".xml", ".rels", ".vml"))
        and b"<!DOCTYPE" in beginning[:4096].upper()
    ):
        raise Unreadable(
            f"This workbook holds instructions that do not belong in one. {SAVE_AGAIN}"
        )


def measure(xml: bytes, extent: Extent, places: re.Pattern[bytes] = FILLED_CELL) -> None:
    """Widen the extent by the cells of a piece of a sheet."""
    found = places.findall(xml)
    extent.rows = max([extent.rows, *(int(row) for row in {row for _, row in found})])
    for letters in {letters for letters, _ in found}:
        column = 0
        for letter in letters:
            column = column * 26 + letter - 64
        extent.columns = max(extent.columns, column)
