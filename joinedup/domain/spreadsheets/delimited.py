"""Read comma-separated text, whatever program wrote it: its letters, its separator, its cells."""

import codecs
import csv
import io
from collections import Counter

from joinedup.domain.spreadsheets.table import LONGEST_CELL, Unreadable, clean_cell

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines (|)"}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows Western European",
}
# A quotation mark that is never closed swallows the rest of the file into one cell.
LONGEST_RUN_OF_LINES = 200
csv.field_size_limit(LONGEST_CELL * 4)


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text of a file and the name of the encoding that was found or asked for."""
    found = encoding or find_encoding(data)
    try:
        text = data.decode("utf-8-sig" if found == "utf-8" else found)
    except (UnicodeDecodeError, LookupError):
        raise Unreadable(
            "We could not tell how the letters in this file are stored. In your spreadsheet "
            "program, save it again as “CSV UTF-8” and try that file."
        ) from None
    if "\x00" in text:
        raise Unreadable(
            "This file holds characters that do not belong in a list, so it may be damaged or not "
            "be a CSV file at all. Open it in your spreadsheet program, save it as “CSV UTF-8” "
            "and try that file."
        )
    return text, found


def find_encoding(data: bytes) -> str:
    """Return the encoding a file says it has by its first bytes, or the one its bytes obey."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def find_delimiter(text: str) -> str:
    """Return the character that divides the first lines into the most even columns."""
    if text[:5].lower() == "sep=" + text[4:5] and text[4:5] in DELIMITERS:
        return text[4]
    sample = text[:200_000]
    return max(DELIMITERS, key=lambda delimiter: evenness(sample, delimiter))


def evenness(sample: str, delimiter: str) -> tuple[float, int]:
    """Return how evenly a delimiter divides a sample: the share of alike rows, then their width."""
    widths: Counter[int] = Counter()
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if len(record) > 1:
                widths[len(record)] += 1
            elif any(record):
                widths[1] += 1
            if widths.total() >= 100:
                break
    except csv.Error:
        return (0.0, 0)
    divided = [(count, width) for width, count in widths.items() if width > 1]
    if not divided:
        return (0.0, 0)
    count, width = max(divided)
    return (round(count / widths.total(), 1), width)


def read_grid(text: str, delimiter: str) -> tuple[list[list[str]], list[str]]:
    """Return every record as clean cells, in the order and number the spreadsheet shows them."""
    notes: list[str] = []
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        records, line = read_leniently(text, delimiter)
        notes.append(
            f"Quotation marks near line {line} are not in pairs. Look closely at the rows there."
        )
    if records and len(records[0]) <= 2 and records[0][:1] == [f"sep={delimiter}"[:4]]:
        records[0] = []
    seen: dict[str, str] = {}
    return [[plain(cell, seen) for cell in record] for record in records], notes


def read_leniently(text: str, delimiter: str) -> tuple[list[list[str]], int]:
    """Return what can be read of a file with stray quotation marks, and the line of the first."""
    records: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    before, trouble = 0, 0
    try:
        for record in reader:
            if reader.line_num - before > LONGEST_RUN_OF_LINES:
                raise unclosed(before + 1)
            if not trouble and any('"' in cell for cell in record):
                trouble = before + 1
            before = reader.line_num
            records.append(record)
    except csv.Error:
        raise unclosed(before + 1) from None
    return records, trouble or before


def unclosed(line: int) -> Unreadable:
    """Return the refusal of a quotation mark that swallows what follows it."""
    return Unreadable(
        f"A cell that begins on line {line} is far too long, perhaps because a quotation mark "
        "there is never closed. Mend that line, or save the list again from your spreadsheet "
        "program, and try again."
    )


def plain(cell: str, seen: dict[str, str]) -> str:
    """Return a clean cell; equal cells share one string, so that long files stay small."""
    known = seen.get(cell)
    if known is None:
        known = seen[cell] = without_guard(clean_cell(cell))
    return known


def without_guard(cell: str) -> str:
    """Take off the apostrophe that exports put before = + - @ so that no program runs the cell."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r＝＋－＠") else cell
