"""A spreadsheet of answers read into answer sheets: all of it or every problem in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    DOES_NOT_APPLY,
    Instrument,
    Statement,
)
from joinedup.domain.scoring.sheets import Sheet
from joinedup.domain.spreadsheets.delimited import DELIMITERS, decode, find_delimiter, read_grid
from joinedup.domain.spreadsheets.problems import Problem
from joinedup.domain.spreadsheets.reading import refuse_by_beginning
from joinedup.domain.spreadsheets.table import Unreadable
from joinedup.domain.spreadsheets.workbook import read_workbook

Rows = Sequence[tuple[int, Sequence[str]]]

PEOPLE_COLUMNS = ("respondent", "organisation")
# What people type for the two answers without a score, besides the questionnaire's own words.
SPELLINGS = {
    "d/k": DO_NOT_KNOW,
    "dont know": DO_NOT_KNOW,
    "don't know": DO_NOT_KNOW,
    "don’t know": DO_NOT_KNOW,
    "do not know": DO_NOT_KNOW,
    "n/a": DOES_NOT_APPLY,
    "not applicable": DOES_NOT_APPLY,
    "does not apply": DOES_NOT_APPLY,
}
# Spreadsheets write whole numbers with decimals, and some countries' with a comma.
WHOLE = re.compile(r"[+-]?[0-9]{1,6}(?:[.,]0*)?")


class AnswerProblems(ValueError):
    """A file that cannot be scored; ``problems`` says why, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


@dataclass(frozen=True)
class AnswerFile:
    """The sheets read, and what was noticed on the way, a sentence each."""

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...]


def read_answers(instrument: Instrument, data: bytes) -> AnswerFile:
    """Return the answer sheets in a CSV file or workbook, or raise every problem found in it."""
    try:
        grid, notes, problems = read_cells(data)
    except Unreadable as refused:
        raise AnswerProblems([Problem(str(refused))]) from None
    rows = [(number, cells) for number, cells in enumerate(grid, start=1) if any(cells)]
    if not rows:
        raise AnswerProblems([Problem("The file is empty.")])
    columns, more = read_heading(instrument, *rows[0])
    problems += more
    sheets, more = read_rows(instrument, columns, rows[1:])
    problems += more
    if problems:
        raise AnswerProblems(problems)
    missing = [each.id for each in instrument.statements if each.id not in columns.values()]
    if missing:
        notes.append(f"No column for {', '.join(missing)}: counted as not answered.")
    return AnswerFile(tuple(sheets), tuple(notes))


def read_cells(data: bytes) -> tuple[list[list[str]], list[str], list[Problem]]:
    """Return the cells of a file, notes, and what might have lost an answer unseen."""
    refuse_by_beginning(data)
    if data.startswith(b"PK\x03\x04"):
        grid, _, _, notes = read_workbook(data)
        return grid, notes, []
    text, _ = decode(data)
    # Quotation marks out of pairs run several rows together.
    grid, doubts = read_grid(text, separator_of(text))
    return grid, [], [Problem(doubt) for doubt in doubts]


def separator_of(text: str) -> str:
    """Return what separates the cells: our own heading tells best, as answers may hold commas."""
    heading = next((line for line in text.splitlines() if line.strip()), "")
    for sign in DELIMITERS:
        cells = [cell.strip(' "').casefold() for cell in heading.split(sign)]
        if len(cells) > 1 and PEOPLE_COLUMNS[0] in cells:
            return sign
    return find_delimiter(text)


def read_heading(
    instrument: Instrument, row: int, cells: Sequence[str]
) -> tuple[dict[int, str], list[Problem]]:
    """Return which column holds what: a person's column, the id of a question, or nothing known."""
    known = {name: name for name in PEOPLE_COLUMNS}
    ids = [each.id for each in instrument.statements]
    ids += [each.id for each in instrument.open_questions]
    known |= {code.casefold(): code for code in ids}
    columns: dict[int, str] = {}
    problems = []
    for place, cell in enumerate(cells):
        if not cell:
            continue
        name = known.get(cell.casefold())
        columns[place] = "" if name is None or name in columns.values() else name
        if name is None:
            message = f"there is no question of this name in “{instrument.title}”."
            problems.append(Problem(message, row, cell))
        elif not columns[place]:
            problems.append(Problem("there are two columns of this name.", row, cell))
    problems += [
        Problem("this column is missing.", row, name)
        for name in PEOPLE_COLUMNS
        if name not in columns.values()
    ]
    if not any(statement.id in columns.values() for statement in instrument.statements):
        problems.append(Problem("there is no column for any statement.", row))
    return columns, problems


def read_rows(
    instrument: Instrument, columns: Mapping[int, str], rows: Rows
) -> tuple[list[Sheet], list[Problem]]:
    statements = {statement.id: statement for statement in instrument.statements}
    sheets: list[Sheet] = []
    problems = [] if rows else [Problem("There are no answers below the heading.")]
    first_rows: dict[str, int] = {}
    spellings: dict[str, str] = {}
    for row, cells in rows:
        problems += strays(row, cells, columns)
        named = {name: cells[place] for place, name in columns.items() if place < len(cells)}
        respondent = named.get("respondent", "")
        if "respondent" in columns.values():
            problems += problems_with_name(row, respondent, first_rows)
        answers: dict[str, int | str | None] = {}
        for code, statement in statements.items():
            cell = named.get(code, "")
            try:
                answers[code] = read_answer(instrument, statement, cell)
            except ValueError as problem:
                problems.append(Problem(str(problem), row, code))
        typed = named.get("organisation", "")
        # One body however its capitals and spaces were typed.
        organisation = spellings.setdefault(" ".join(typed.casefold().split()), typed)
        sheets.append(Sheet(respondent, organisation, answers))
    return sheets, problems


def strays(row: int, cells: Sequence[str], columns: Mapping[int, str]) -> list[Problem]:
    """Return a problem for what stands under no heading, where it would be lost unseen."""
    found = [cell for place, cell in enumerate(cells) if cell and place not in columns]
    return [Problem(f"“{cell[:40]}” stands in a column without a heading.", row) for cell in found]


def problems_with_name(row: int, respondent: str, first_rows: dict[str, int]) -> list[Problem]:
    if not respondent:
        return [Problem("say who answered; a number will do.", row, "respondent")]
    first = first_rows.setdefault(respondent.casefold(), row)
    if first != row:
        message = f"“{respondent}” has answered already, in row {first}."
        return [Problem(message, row, "respondent")]
    return []


def read_answer(instrument: Instrument, statement: Statement, cell: str) -> int | str | None:
    """Return the answer in a cell; a cell that is none is refused with what may stand there."""
    typed = " ".join(cell.casefold().split())
    if not typed:
        return None
    for each in instrument.unscored:
        if typed == each.id or typed == each.label.casefold() or SPELLINGS.get(typed) == each.id:
            return each.id
    values = [each.value for each in instrument.scale_of(statement).values]
    if WHOLE.fullmatch(typed):
        value = int(re.split("[.,]", typed)[0])
        if value in values:
            return value
    allowed = ", ".join([*map(str, values), *(each.id for each in instrument.unscored)])
    raise ValueError(f"“{cell[:40]}” is not an answer. Write one of {allowed}, or leave it empty.")
