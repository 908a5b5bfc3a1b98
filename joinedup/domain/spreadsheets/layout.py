"""Find the table on a sheet: where its headings are, and which rows are not part of it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from joinedup.domain.spreadsheets.headings import Heading, find_heading
from joinedup.domain.spreadsheets.table import (
    MOST_COLUMNS,
    MOST_ROWS,
    Row,
    Rows,
    Table,
    Unreadable,
    name_columns,
)

# The lines of a sheet as clean cells, from the first each time they are asked for.
Lines = Iterable[Sequence[str]]

LOOK_FOR_HEADINGS_IN = 30
# Words alone under a list whose rows usually fill this many cells are a note, not a row.
USUALLY_FILLED = 3
TOTAL = re.compile(r"(?:sub|grand|overall)?[ -]?totals?\b[^a-z]*$", re.IGNORECASE)


@dataclass
class Body:
    """What was seen under the headings in one look through the sheet."""

    heading: Heading
    count: int = 0
    used: set[int] = field(default_factory=set)
    filled: Counter[int] = field(default_factory=Counter)
    totals: list[int] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)
    foot: dict[int, str] = field(default_factory=dict)

    def look(self, lines: Lines) -> None:
        """Look through all lines once, keeping nothing of them."""
        after_blank = False
        for number, line in enumerate(lines, start=1):
            if number <= self.heading.number:
                continue
            places = [place for place, cell in enumerate(line) if cell]
            if places:
                self.look_at(number, line, places, after_blank=after_blank)
            after_blank = not places

    def look_at(
        self, number: int, line: Sequence[str], places: list[int], *, after_blank: bool
    ) -> None:
        """Judge one line that says something."""
        if TOTAL.match(line[places[0]]):
            self.totals.append(number)
        elif [line[place] for place in places] in self.heading.repeated:
            self.repeated.append(number)
        else:
            self.count += 1
            self.used |= set(places)
            refuse_if_too_big(self.count, len(self.used))
            self.filled[len(places)] += 1
            if len(places) > 1:
                self.foot.clear()
            elif after_blank or self.foot:
                self.foot[number] = line[places[0]]

    def take_off_the_foot(self) -> None:
        """Take the notes that stand under a list, after a blank line, for what they are."""
        middle = sorted(self.filled.elements())[self.count // 2] if self.count else 0
        if middle < USUALLY_FILLED or len(self.foot) == self.count:
            self.foot.clear()
        self.count -= len(self.foot)

    @property
    def left_out(self) -> frozenset[int]:
        """The numbers of the lines that are no rows."""
        return frozenset([*self.totals, *self.repeated, *self.foot])

    def notes(self) -> Iterator[str]:
        """Yield a note of what was left out."""
        if self.totals:
            yield f"{listed(self.totals)} like a total and {was_not(self.totals)} imported."
        if self.repeated:
            repeat = listed(self.repeated, "repeat")
            yield f"{repeat} the headings and {was_not(self.repeated)} imported."
        if self.foot:
            numbers = list(self.foot)
            words = shortened(self.foot[numbers[0]])
            stand = listed(numbers, "stand")
            yield f"{stand} under the list and {was_not(numbers)} imported: “{words}”."


def lay_out(grid: Lines, *, heading_row: int = 0) -> Table:
    """Return the table on a grid of cells; ``heading_row`` is a row number, 0 to look for it."""
    return rows_on(grid, heading_row=heading_row).whole()


def rows_on(lines: Lines, *, heading_row: int = 0) -> Rows:
    """Return the rows of the table among these lines, looking through them once beforehand."""
    first = list(islice(lines, max(LOOK_FOR_HEADINGS_IN, heading_row + 1)))
    refuse_if_too_big(0, max((sum(map(bool, line)) for line in first), default=0))
    heading = find_heading(first[: heading_row + 1] if heading_row else first, heading_row)
    body = Body(heading)
    body.look(lines)
    body.take_off_the_foot()
    if not body.count:
        raise Unreadable(
            "There are headings but no rows under them, so there is nothing to bring in."
        )
    words = heading.words
    kept = sorted(body.used | {place for place, word in enumerate(words) if word})
    refuse_if_too_big(body.count, len(kept))
    columns, named = name_columns([(p, words[p] if p < len(words) else "") for p in kept])
    left_out = body.left_out

    def again() -> Iterator[Row]:
        for number, line in enumerate(lines, start=1):
            if number > heading.number and number not in left_out and any(line):
                width = len(line)
                yield Row(number, tuple([line[p] if p < width else "" for p in kept]))

    notes = (*heading.notes, *named, *body.notes())
    return Rows(columns, body.count, again, notes, heading.number)


def listed(numbers: Sequence[int], verb: str = "look") -> str:
    """Return rows and a verb that fits them: Row 5 looks, Rows 5, 9 and 12 look."""
    if len(numbers) == 1:
        return f"Row {numbers[0]} {verb}s"
    if len(numbers) > MOST_LISTED:
        some, more = ", ".join(map(str, numbers[:MOST_LISTED])), len(numbers) - MOST_LISTED
        return f"Rows {some} and {more} more {verb}"
    return f"Rows {', '.join(map(str, numbers[:-1]))} and {numbers[-1]} {verb}"


MOST_LISTED = 10


def was_not(numbers: Sequence[int]) -> str:
    """Return the verb that fits so many rows."""
    return "was not" if len(numbers) == 1 else "were not"


def shortened(words: str) -> str:
    """Return the beginning of long words, in one line."""
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:60]}…"


def refuse_if_too_big(rows: int, columns: int) -> None:
    """Refuse a sheet past what one import takes."""
    if rows > MOST_ROWS:
        raise Unreadable(
            f"This sheet has more than {MOST_ROWS:,} rows, which is what one import takes: "
            "split it into several files and bring them in one after another."
        )
    if columns > MOST_COLUMNS:
        raise Unreadable(
            f"This sheet has {columns:,} columns. One import takes {MOST_COLUMNS}: "
            "keep the columns you need, delete the rest, and try again."
        )
