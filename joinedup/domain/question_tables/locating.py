"""Which row, and where it can be told which column, a problem of the whole questionnaire is about.

The checks of the format name what they are about: “Statement SF3: …”, “The scale 'x' …”.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from joinedup.domain.instruments.definition import SECOND
from joinedup.domain.question_tables.layout import CODE, WORDS, Sort, fields_of, heading_of
from joinedup.domain.spreadsheets.problems import Problem

REPEATED = " is used more than once among the "
IDS = "ids of sections, statements and open questions"
# How the checks begin what they say of each sort of row, by its code or name.
SAID_OF = {
    "scale": ("The scale {!r}", "The values of the scale {!r}", "{!r}" + REPEATED + "scales"),
    "no score": ("{!r}" + REPEATED + "answers without a score",),
    "section": ("Section {}:", "{}: the weight", "The id {!r}", "{!r}" + REPEATED + IDS),
    "statement": ("Statement {}:", "{}: the weight", "The id {!r}", "{!r}" + REPEATED + IDS),
    "open question": ("Open question {}:", "The id {!r}", "{!r}" + REPEATED + IDS),
    "choice": ("{!r}" + REPEATED + "choices of {}.",),
    "band": (
        *("Band {}:", "The last of the bands, {!r}", "The last of the bands of sections, {!r}"),
        *("The bands must", "{!r}" + REPEATED + "bands."),
    ),
    "section band": (
        *("Section band {}:", "The last of the bands of sections, {!r}"),
        *("The section_bands must", "{!r}" + REPEATED + "section_bands"),
    ),
    "alert": ("Alert on {}:",),
}


@dataclass(frozen=True)
class Placed:
    """A row that was read: its number, its sort, what it says by field; the row it belongs to."""

    row: int
    sort: Sort
    item: Mapping[str, Any]
    above: Mapping[str, Any]

    def beginnings(self) -> Iterator[str]:
        """Yield how the checks begin what they say of this row."""
        named = self.item.get(self.sort.code or self.sort.words)
        codes = [named, f"{named}{SECOND}"] if self.item.get("statements") is not None else [named]
        codes += [f"{named}{SECOND}"] if self.item.get("second_scale") else []
        for beginning in SAID_OF.get(self.sort.name, ()):
            yield from (beginning.format(code, self.above.get("id")) for code in codes)
        if same := self.item.get("same_as"):
            yield f"{same!r}{REPEATED}questions of an earlier version"


def located(
    problems: Sequence[str], rows: Sequence[Placed], settings: Mapping[str, int]
) -> list[Problem]:
    """Return problems with their places, as far as what they say tells one."""
    known: dict[str, tuple[Placed, Placed]] = {}
    for placed in rows:
        for beginning in placed.beginnings():
            known[beginning] = (known.get(beginning, (placed,))[0], placed)
    lengths = sorted({len(beginning) for beginning in known})
    return [in_place(problem, known, lengths, settings) for problem in problems]


def in_place(
    problem: str,
    known: Mapping[str, tuple[Placed, Placed]],
    lengths: Sequence[int],
    settings: Mapping[str, int],
) -> Problem:
    """Return a problem at the row whose beginning it has, or at that of a setting.

    ``known`` holds the first and the last row of each beginning.
    """
    for length in lengths:
        if rows := known.get(problem[:length]):
            # Of what stands there twice, the second is the one to change.
            return in_row(problem, problem[:length], rows[REPEATED in problem])
    return in_setting(problem, settings)


def in_row(problem: str, beginning: str, placed: Placed) -> Problem:
    """Return a problem of one row, in the words that stand above its columns."""
    if beginning.endswith(":"):
        message = problem.removeprefix(beginning).strip()
    else:
        message = problem.removeprefix(f"{placed.item.get('id')}: ")
    for name in fields_of(placed.sort).values():
        if "_" in name:
            message = re.sub(rf"\b{name}\b", f"“{heading_of(name)}”", message)
    return Problem(message, placed.row, column_in(problem, beginning, placed.sort))


def column_in(problem: str, beginning: str, sort: Sort) -> str | None:
    """Return the column that a problem of a row speaks of, if it says one."""
    if beginning.endswith("questions of an earlier version"):
        return heading_of("same_as")
    if REPEATED in problem or beginning.startswith("The id "):
        return CODE if sort.code else WORDS
    words = beginning.partition(": ")[2] + problem.removeprefix(beginning).replace("_", " ")
    columns = fields_of(sort)
    # What stands under Code and Words last, and “second scale” before “scale”.
    for heading in sorted(columns, key=lambda each: (each in (CODE, WORDS), -len(each))):
        name = columns[heading].replace("_", " ")
        if re.search(rf"\b{name}\b", words):
            return heading
    return CODE if re.search(r"\bid\b", words) else None


def in_setting(problem: str, settings: Mapping[str, int]) -> Problem:
    """Return a problem of a setting or of a group of them, told at its row where there is one."""
    said, _, rest = problem.partition(": ")
    path = said.casefold().replace(", ", ".")
    if begun := re.match("The (title|version) has ", problem):
        path, rest = begun[1], problem
    if problem.startswith("The id "):
        path, rest = "id", problem
    if path in settings:
        return Problem(rest, settings[path], WORDS)
    rows = [row for code, row in settings.items() if code.startswith(f"{path}.")]
    return Problem(problem, min(rows, default=None))
