"""Find the headings of a list: one row of them, or two that are read together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from joinedup.domain.spreadsheets.table import Unreadable

Line = Sequence[str]

# A row with this share of the fullest row's cells may be the heading row; titles have fewer.
FULL_ENOUGH = 0.6
LONGEST_HEADING = 120
NOT_A_HEADING = re.compile(
    r"[^@\s]+@[^@\s]+\.[^@\s]+"  # an address for mail
    r"|\d{4}-\d\d-\d\d.*|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}"  # a date
    r"|(?!(?:19|20)\d\d$)[£$]?-?[\d,]*\.?\d+%?"  # a number that is not a year
    r"|[A-Z]\d{8}"  # the code of a place
)


@dataclass(frozen=True)
class Heading:
    """The words above each column, and the number of the last row they stand in.

    ``repeated`` are the filled cells of a line that says the headings once more.
    """

    number: int
    words: tuple[str, ...]
    repeated: tuple[list[str], ...]
    notes: tuple[str, ...] = ()


def find_heading(first: Sequence[Line], number: int = 0) -> Heading:
    """Return the headings in the first lines of a sheet; ``number`` is their row, 0 to look."""
    number = number or find_heading_row(first)
    if not 1 <= number <= len(first) or not any(first[number - 1]):
        raise Unreadable(f"Row {number} is empty, so it cannot be the headings. Choose another.")
    line = first[number - 1]
    above = first[number - 2] if number > 1 else ()
    below = first[number] if number < len(first) else ()
    if is_second_of_two(line, below):
        upper, lower, top, number = line, below, number, number + 1
    elif is_first_of_two(above, line):
        upper, lower, top = above, line, number - 1
    else:
        upper, lower, top = (), line, number
    words = together(upper, lower) if upper else tuple(lower)
    repeated = tuple([cell for cell in each if cell] for each in (lower, upper) if any(each))
    return Heading(number, words, repeated, tuple(notes_on(first, top, number)))


def notes_on(first: Sequence[Line], top: int, number: int) -> list[str]:
    """Return what was noticed of the headings: lines above them, two rows of them."""
    if top < number:
        said = f"The headings are in rows {top} and {number}, read together."
    else:
        said = f"The headings are in row {number}."
    if any(any(line) for line in first[: top - 1]):
        return [f"{said} The lines above were not imported."]
    return [said] if top < number else []


def find_heading_row(first: Sequence[Line]) -> int:
    """Return the number of the first row that reads like headings."""
    filled = [[cell for cell in line if cell] for line in first]
    fullest = max((len(cells) for cells in filled), default=0)
    if not fullest:
        raise Unreadable("This file is empty. Choose the file that holds your list.")
    for number, cells in enumerate(filled, start=1):
        if len(cells) >= max(1, fullest * FULL_ENOUGH) and reads_like_headings(cells):
            return number
    raise Unreadable(
        "We could not find a row of headings. Put a heading above each column, such as "
        "“Partnership” and “Member”, in the first row of the sheet, and try again."
    )


def reads_like_headings(cells: Sequence[str]) -> bool:
    """Say whether these filled cells could be headings: short words, not dates or numbers."""
    return all(len(cell) <= LONGEST_HEADING and not NOT_A_HEADING.fullmatch(cell) for cell in cells)


def is_second_of_two(upper: Line, lower: Line) -> bool:
    """Say whether the line under the headings says more of them: “Lead officer” over “Name”.

    It must leave the first column to the heading above it, fill what that line leaves empty, and
    stand only under headings that reach over several columns.
    """
    filled = [place for place, cell in enumerate(lower) if cell]
    own = next((place for place, cell in enumerate(upper) if cell), 0)
    if not filled or not reads_like_headings([lower[place] for place in filled]):
        return False
    if cell_at(lower, own) not in ("", cell_at(upper, own)):
        return False
    fills_a_gap = any(not cell_at(upper, place) for place in filled if place > own)
    return fills_a_gap and all(
        not cell_at(upper, place)
        or cell_at(upper, place) == lower[place]
        or not cell_at(upper, place + 1)
        for place in filled
    )


def is_first_of_two(upper: Line, lower: Line) -> bool:
    """Say whether the line above the headings tells alike ones apart: two columns “Name”."""
    filled = [place for place, cell in enumerate(upper) if cell]
    if len(filled) < 2 or not reads_like_headings([upper[place] for place in filled]):
        return False
    alike = any(count > 1 for cell, count in Counter(lower).items() if cell)
    return alike or any(not cell_at(lower, place) for place in filled)


def together(upper: Line, lower: Line) -> tuple[str, ...]:
    """Return one heading for each column: the lower word, with the upper where it is not alone."""
    times = Counter(cell.casefold() for cell in lower if cell)
    words, reaching = [], ""
    for place in range(max(len(upper), len(lower))):
        reaching = cell_at(upper, place) or reaching
        word = cell_at(lower, place)
        if not word:
            words.append(cell_at(upper, place))
        elif times[word.casefold()] == 1 or reaching.casefold() in ("", word.casefold()):
            words.append(word)
        else:
            words.append(f"{reaching} {word[:1].lower()}{word[1:]}")
    return tuple(words)


def cell_at(line: Line, place: int) -> str:
    """Return the cell at a place, empty past the end of its line."""
    return line[place] if place < len(line) else ""
