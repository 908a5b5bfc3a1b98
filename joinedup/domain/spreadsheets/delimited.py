"""Read comma-separated text, whatever program wrote it: its letters, its separator, its cells."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from joinedup.domain.spreadsheets.table import (
    LONGEST_CELL,
    MEGABYTE,
    File,
    Unreadable,
    clean_cell,
    opened,
)

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright lines (|)"}
ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "cp1252": "Windows Western European",
    "mac_roman": "Old Macintosh",
}
SAMPLE = 200_000
# A quotation mark that is never closed swallows the rest of the file into one cell.
LONGEST_RUN_OF_LINES = 200
MOST_REMEMBERED = 50_000
csv.field_size_limit(LONGEST_CELL * 4)


@dataclass(frozen=True)
class TextLines:
    """The lines of a text file as clean cells, read anew each time, in the spreadsheet's order."""

    file: File
    encoding: str
    delimiter: str
    is_strict: bool = True

    def __iter__(self) -> Iterator[list[str]]:
        """Yield each line; equal cells share one string, so that long lists stay small."""
        seen: dict[str, str] = {}
        for number, record in enumerate(self.records()):
            if not number and len(record) <= 2 and record[:1] == [f"sep={self.delimiter}"[:4]]:
                record = []
            if len(seen) > MOST_REMEMBERED:
                seen.clear()
            yield [plain(cell, seen) for cell in record]

    def records(self) -> Iterator[list[str]]:
        """Yield each record as it is written, and refuse one that swallows what follows it."""
        with opened(self.file) as binary:
            text = io.TextIOWrapper(binary, codec(self.encoding), newline="")
            reader = csv.reader(text, delimiter=self.delimiter, strict=self.is_strict)
            before = 0
            try:
                for record in reader:
                    if not self.is_strict and reader.line_num - before > LONGEST_RUN_OF_LINES:
                        raise unclosed(before + 1)
                    before = reader.line_num
                    yield record
            except csv.Error:
                if self.is_strict:
                    raise
                raise unclosed(before + 1) from None

    def stray_quotation(self) -> int:
        """Return the line of the first quotation mark inside a cell, or the last line."""
        number, found = 0, 0
        for number, record in enumerate(self.records(), start=1):
            if not found and any('"' in cell for cell in record):
                found = number
        return found or number


def examine(file: File, encoding: str = "") -> tuple[str, str]:
    """Return how the letters of a file are stored, found or asked for, and its beginning."""
    for candidate in [encoding] if encoding else candidates(file):
        try:
            return proved(file, candidate), candidate
        except (UnicodeDecodeError, UnicodeError, LookupError):
            continue
    raise Unreadable(
        "We could not tell how the letters in this file are stored. In your spreadsheet "
        "program, save it again as “CSV UTF-8” and try that file."
    )


def candidates(file: File) -> list[str]:
    """Return the encodings a file may have, by its first bytes; UTF-8 is never obeyed by chance."""
    with opened(file) as binary:
        beginning = binary.read(SAMPLE)
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    ends, begins = beginning[1:400:2], beginning[:400:2]
    if ends and ends.count(0) > 0.8 * len(ends):
        return ["utf-16-le"]
    if begins and begins.count(0) > 0.8 * len(begins):
        return ["utf-16-be"]
    is_old_macintosh = b"\r" in beginning and b"\n" not in beginning
    return ["utf-8", "mac_roman" if is_old_macintosh else "cp1252"]


def proved(file: File, encoding: str) -> str:
    """Return the beginning of a file whose every byte makes sense in an encoding."""
    sample = ""
    with opened(file) as binary:
        text = io.TextIOWrapper(binary, codec(encoding), newline="")
        while piece := text.read(MEGABYTE):
            sample = sample or piece[:SAMPLE]
            if "\x00" in piece:
                raise Unreadable(
                    "This file holds characters that do not belong in a list, so it may be "
                    "damaged or not be a CSV file at all. Open it in your spreadsheet program, "
                    "save it as “CSV UTF-8” and try that file."
                )
    return sample


def codec(encoding: str) -> str:
    """Return the name under which an encoding is read, without the mark some files begin with."""
    return "utf-8-sig" if encoding == "utf-8" else encoding


def find_delimiter(text: str) -> str:
    """Return the character that divides the first lines into the most even columns."""
    if text[:5].lower() == "sep=" + text[4:5] and text[4:5] in DELIMITERS:
        return text[4]
    sample = text[:SAMPLE]
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


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text of a file and the name of the encoding that was found or asked for."""
    _, found = examine(data, encoding)
    return data.decode(codec(found)), found


def read_grid(text: str, delimiter: str) -> tuple[list[list[str]], list[str]]:
    """Return every record as clean cells, in the order and number the spreadsheet shows them."""
    lines = TextLines(text.encode(), "utf-8", delimiter)
    try:
        return list(lines), []
    except csv.Error:
        lines, note = leniently(lines)
    return list(lines), [note]


def leniently(lines: TextLines) -> tuple[TextLines, str]:
    """Return the lines of a file with stray quotation marks, and where to look at them."""
    lenient = TextLines(lines.file, lines.encoding, lines.delimiter, is_strict=False)
    line = lenient.stray_quotation()
    return lenient, (
        f"Quotation marks near line {line} are not in pairs. Look closely at the rows there."
    )


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


# One apostrophe was put before those that were there already, and one is taken off.
GUARD = re.compile("'+[=+\\-@\t\r＝＋－＠]")


def without_guard(cell: str) -> str:
    """Take off the apostrophe that exports put before = + - @ so that no program runs the cell."""
    return cell[1:] if GUARD.match(cell) else cell
