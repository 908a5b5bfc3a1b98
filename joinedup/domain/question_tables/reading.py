"""The table of a questionnaire read: all of it, or every problem in it with its row and column."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import WHOLE, DefinitionProblems, read_parts
from joinedup.domain.question_tables.cells import Misread, shown, value_in
from joinedup.domain.question_tables.layout import (
    CODE,
    FORMAT,
    NAMES,
    NOTES,
    ROW,
    SETTING,
    SETTINGS,
    SORTS,
    WORDS,
    Sort,
    fields_of,
    folded,
    missing_settings,
    needed_in,
    types_in,
)
from joinedup.domain.question_tables.locating import Placed, located
from joinedup.domain.question_tables.translated import (
    BY_NAME,
    SAID,
    SETTINGS_SAID,
    TRANSLATIONS,
    Column,
    Path,
    Said,
    column_of,
    path_to,
)
from joinedup.domain.spreadsheets.delimited import DELIMITERS
from joinedup.domain.spreadsheets.problems import Problem
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Table, Unreadable

# A long yearly questionnaire has a hundred.
MOST_ROWS = 1_000
# What a spreadsheet lost on the way is said in its notes; none of it may go unseen.
LOST = "not imported"


class TableProblems(ValueError):
    """A table that cannot be used; ``problems`` says why, in the order of its rows."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = tuple(problems)


@dataclass
class Reading:
    """What has been read so far, the problems met, and the row in which each thing stands."""

    parts: dict[str, Any] = field(default_factory=lambda: {FORMAT: 1} | begun(Instrument))
    problems: list[Problem] = field(default_factory=list)
    rows: list[Placed] = field(default_factory=list)
    settings: dict[str, int] = field(default_factory=dict)
    empty: dict[str, int] = field(default_factory=dict)
    last: dict[str, dict[str, Any]] = field(default_factory=dict)
    said: Said = field(default_factory=Said)

    def tell(self, message: str, row: int | None = None, column: str | None = None) -> None:
        self.problems.append(Problem(message, row, column))


def read_questions(data: bytes, name: str = "") -> dict[str, Any]:
    """Return the questionnaire in a spreadsheet as a definition holds it, or raise every problem.

    ``read_parts`` makes an instrument of it without a problem.
    """
    try:
        table = read_table(data, name, delimiter=delimiter_of(data))
    except Unreadable as refused:
        raise TableProblems([Problem(str(refused))]) from None
    return questions_in(table)


def questions_in(table: Table) -> dict[str, Any]:
    """Return the questionnaire in a table as a definition holds it, or raise every problem."""
    if len(table.rows) > MOST_ROWS:
        said = f"This table has {len(table.rows):,} rows; a questionnaire takes {MOST_ROWS:,}."
        raise TableProblems([Problem(said)])
    reading = Reading()
    columns = read_headings(table, reading)
    if missing := [each for each in (ROW, CODE, WORDS) if Column(each) not in columns.values()]:
        said = " or ".join(f"“{each}”" for each in missing)
        said = f"there is no column headed {said}. The example shows the headings."
        raise TableProblems([Problem(said, table.heading_row)])
    for row in table.rows:
        filled = {column: row.cells[place] for place, column in columns.items() if row.cells[place]}
        read_row(row.number, filled, reading)
    languages = dict.fromkeys(each.language for each in columns.values())
    if translations := reading.said.in_order(languages):
        reading.parts[TRANSLATIONS] = translations
    check_whole(reading)
    if reading.problems:
        raise TableProblems(sorted(reading.problems, key=by_row))
    return reading.parts


def by_row(problem: Problem) -> tuple[bool, int]:
    """Return what sorts problems by their rows, those of the whole last."""
    return problem.row is None, problem.row or 0


def delimiter_of(data: bytes) -> str:
    """Return what divides the cells of a text: our headings tell, as answers may hold commas."""
    beginning = data[:4000].replace(b"\x00", b"").decode("latin-1").casefold()
    line = next((line for line in beginning.splitlines() if ROW.casefold() in line), "")
    for sign in DELIMITERS:
        cells = [cell.strip(' "ÿþï»¿') for cell in line.split(sign)]
        if len(cells) > 1 and ROW.casefold() in cells:
            return sign
    return ""


def read_headings(table: Table, reading: Reading) -> dict[int, Column]:
    """Return which column stands where; what is in none of ours would be lost, and is told."""
    found: dict[int, Column] = {}
    for place, typed in enumerate(table.columns):
        try:
            column = column_of(typed)
            if column in found.values():
                raise Misread(f"there is a column for “{column.name}” already.")
            found[place] = column
        except Misread as wrong:
            if any(row.cells[place] for row in table.rows):
                reading.tell(str(wrong), table.heading_row, typed)
    for note in table.notes:
        if LOST in note and note.startswith("The headings"):
            reading.tell("take out what stands above the headings.", table.heading_row)
        elif LOST in note:
            reading.tell(note)
    return found


def read_row(number: int, filled: dict[Column, str], reading: Reading) -> None:
    """Read one row; a row with nothing but notes says nothing."""
    said = {column: cell for column, cell in filled.items() if column.language}
    cells = {column.heading: cell for column, cell in filled.items() if column not in said}
    cells.pop(NOTES, None)
    typed = cells.pop(ROW, "")
    sort = BY_NAME.get(folded(typed))
    if folded(typed) == SETTING:
        originals = set(cells)
        if code := read_setting(number, cells, reading):
            names = {WORDS: code} if code in SETTINGS_SAID else {}
            originals |= {WORDS} if code in needed_in(Instrument) else set()
            read_said(number, names, originals, (), said, reading)
    elif sort:
        read_item(number, sort, cells, said, reading)
    elif typed or cells or said:
        wrong = f"{shown(typed)} is not known here" if typed else "say what this row is"
        reading.tell(f"{wrong}. Write one of: {', '.join(NAMES)}.", number, ROW)


def read_setting(number: int, cells: dict[str, str], reading: Reading) -> str | None:
    """Read one thing about the whole questionnaire and return which it is, if that is known.

    Without words it is not given.
    """
    typed, words = cells.pop(CODE, ""), cells.pop(WORDS, "")
    for heading in cells:
        reading.tell(has_no_meaning(SETTING), number, heading)
    code = ".".join(folded(part).replace(" ", "_") for part in typed.split("."))
    if code not in SETTINGS:
        like = get_close_matches(code, SETTINGS, n=1)
        said = f"{shown(typed)} is not known here" if typed else "say which setting this is"
        meant = f" Did you mean {like[0]}?" if like else " The example lists them all."
        reading.tell(f"{said}.{meant}", number, CODE)
        return None
    if not words:
        reading.empty[code] = number
    elif code in reading.settings:
        reading.tell(f"{code} stands in row {reading.settings[code]} already.", number, CODE)
    else:
        reading.settings[code] = number
        *groups, name = code.split(".")
        table = reading.parts
        for group in groups:
            table = table.setdefault(group, {})
        keep(table, name, words, SETTINGS[code], in_cell(reading, number, WORDS))
    return code


def read_item(
    number: int, sort: Sort, cells: dict[str, str], said: dict[Column, str], reading: Reading
) -> None:
    """Read a row of any other sort into the list that it goes into."""
    item = begun(sort.kind)
    fields, types, needed = fields_of(sort), types_in(sort.kind), needed_in(sort.kind)
    for heading, cell in cells.items():
        if heading in fields:
            name = fields[heading]
            keep(item, name, cell, types[name], in_cell(reading, number, heading))
        else:
            reading.tell(has_no_meaning(sort.name), number, heading)
    missing = [heading for heading in fields if fields[heading] in needed and heading not in cells]
    for heading in missing:
        reading.tell(f"this is needed where the row is “{sort.name}”.", number, heading)
    above = reading.last.get(sort.under) if sort.under else reading.parts
    if above is None:
        reading.tell(f"there is no row “{sort.under}” above, to which it belongs.", number, ROW)
    else:
        above.setdefault(sort.key, []).append(item)
        reading.rows.append(Placed(number, sort, item, above))
    reading.last[sort.name] = item
    path = path_to(sort, item, above)
    read_said(number, SAID[sort.name], {*cells, *missing}, path, said, reading)


def read_said(
    number: int,
    names: Mapping[str, str],
    originals: Collection[str],
    path: Path | None,
    said: Mapping[Column, str],
    reading: Reading,
) -> None:
    """Read the words of a row in other languages: under which headings there may be some.

    ``originals`` are the headings with words to translate, and those of which it is told already
    that they are missing; so is, without a ``path``, what makes known whose words they are.
    """
    for column, cell in said.items():
        if column.heading not in names:
            reading.tell("this is not translated. Leave it empty.", number, column.typed)
        elif column.heading not in originals:
            nothing = f"there is nothing under “{column.heading}” to translate."
            reading.tell(nothing, number, column.typed)
        elif path is not None:
            reading.said.at((column.language, *path))[names[column.heading]] = cell


def begun(kind: type[Any]) -> dict[str, Any]:
    """Return the lists of rows that a thing must have, empty."""
    return {sort.key: [] for sort in SORTS if sort.key in needed_in(kind)}


def in_cell(reading: Reading, row: int, column: str) -> Callable[[str], None]:
    """Return what tells a problem of one cell."""
    return lambda message: reading.tell(message, row, column)


def keep(
    table: dict[str, Any], name: str, cell: str, hint: Any, told: Callable[[str], None]
) -> None:
    """Put what a cell says into a table, or tell why it says nothing."""
    try:
        table[name] = value_in(cell, hint)
    except Misread as wrong:
        told(str(wrong))


def has_no_meaning(name: str) -> str:
    """Return what is said of a filled cell in a column that a sort of row does not have."""
    return f"this has no meaning where the row is “{name}”. Leave it empty."


def check_whole(reading: Reading) -> None:
    """Tell the settings that are missing, and what does not fit together."""
    for code in missing_settings(reading.settings):
        if code in reading.empty:
            reading.tell(f"{code} is needed.", reading.empty[code], WORDS)
        else:
            reading.tell(f"The setting {code} is missing. Add a row for it.")
    try:
        read_parts(reading.parts)
    except DefinitionProblems as refused:
        # What is missing or of the wrong sort was told already, cell by cell.
        told = bool(reading.problems)
        again = (f"{WHOLE}:", f"{WHOLE},", "Translation ") if told else ()
        left = [each for each in refused.problems if not each.startswith(again)]
        reading.problems += located(left, reading.rows, reading.settings)
