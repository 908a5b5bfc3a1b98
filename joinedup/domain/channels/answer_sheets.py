"""Spreadsheets to fill in: a row for each question, a column for each code; and their reading."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from joinedup.domain.channels.typed import (
    SIGNS,
    Mistyped,
    lettered,
    numbered,
    read_comments,
    read_mark,
    read_words,
    with_comments,
)
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.scoring.answer_file import AnswerProblems
from joinedup.domain.spreadsheets.problems import Problem
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Row, Table, Unreadable

NUMBER, QUESTION, MAY = "No", "Question", "You may write"
COMMENTS = "Comments"
ABOUT_COMMENTS = "Comments, each on a line that begins with the number of its statement"
DELIMITER = re.compile(r'"?No"?([,;\t|])')

Known = Callable[[str], Instrument | None]


@dataclass(frozen=True)
class Filled:
    """One column that was filled in: the code above it and the answers below."""

    code: str
    answers: dict[str, Given]


def headings(codes: Sequence[str]) -> list[str]:
    """Return the headings of a spreadsheet to fill in for these codes."""
    return [NUMBER, QUESTION, MAY, *codes]


def rows_to_fill(instrument: Instrument, codes: Sequence[str]) -> Iterator[list[str]]:
    """Yield a row for each question, with what may be written and an empty cell for each code."""
    empty = [""] * len(codes)
    for number, statement in numbered(instrument).items():
        yield [number, statement.text, meaning(instrument, number), *empty]
    for letter, question in lettered(instrument).items():
        choices = enumerate(question.choices, start=1)
        may = "; ".join(f"{number} {choice.label}" for number, choice in choices)
        yield [letter, question.text, may or "Words", *empty]
    if instrument.comments:
        yield [COMMENTS, ABOUT_COMMENTS, "Words", *empty]


def meaning(instrument: Instrument, number: str) -> str:
    """Return what may stand for an answer: “0 Not in place; 1 Started; … d I do not know”."""
    scale = instrument.scale_of(numbered(instrument)[number])
    told = [f"{each.value} {each.label}" for each in scale.values]
    told += [f"{SIGNS[each.id]} {each.label}" for each in instrument.unscored]
    return "; ".join(told)


def read_filled(data: bytes, name: str, known: Known) -> list[Filled]:
    """Return the columns that were filled in, or raise every problem found in the file.

    ``known`` returns the questionnaire that belongs to a code, or None.
    """
    try:
        table = read_table(data, name, heading_row=1, delimiter=delimiter_of(data))
    except Unreadable as refused:
        raise AnswerProblems([Problem(str(refused))]) from None
    problems = [Problem(note) for note in table.notes if "not imported" in note]
    problems += problems_with_headings(table)
    if problems:
        raise AnswerProblems(problems)
    filled = []
    for place, code in enumerate(table.columns):
        if code in (NUMBER, QUESTION, MAY) or not any(row.cells[place] for row in table.rows):
            continue
        instrument = known(code)
        if instrument is None:
            problems.append(Problem("no sheet of this round bears this code.", 1, code))
            continue
        answers, wrong = read_column(instrument, table, place)
        problems += wrong
        filled.append(Filled(code, answers))
    if not filled and not problems:
        problems.append(Problem("Nothing is filled in under any code."))
    if problems:
        raise AnswerProblems(problems)
    return filled


def delimiter_of(data: bytes) -> str:
    """Return what divides the cells of a text file of ours: its heading tells, or nothing does."""
    found = DELIMITER.match(data[:40].decode("utf-8", errors="replace").lstrip("\ufeff"))
    return found[1] if found else ""


def problems_with_headings(table: Table) -> list[Problem]:
    """Say so where the columns that make the file readable have been lost."""
    if table.columns[0] == NUMBER:
        return []
    message = f"The first column must be headed “{NUMBER}”, with the numbers of the questions."
    return [Problem(message, 1)]


def read_column(
    instrument: Instrument, table: Table, place: int
) -> tuple[dict[str, Given], list[Problem]]:
    """Return what stands under one code, and every cell that holds no answer."""
    answers: dict[str, Given] = {}
    comments: dict[str, str] = {}
    problems = []
    for row in table.rows:
        try:
            read = read_cell(instrument, row, row.cells[place])
        except Mistyped as problem:
            problems.append(Problem(str(problem), row.number, table.columns[place]))
        else:
            if is_comments(row):
                comments |= {code: given.words for code, given in read.items()}
                continue
            if read.keys() & answers.keys():
                said = f"question {row.cells[0]} stands in two rows."
                problems.append(Problem(said, row.number, table.columns[place]))
            answers |= read
    empty = {each.id: Given() for each in instrument.statements}
    empty |= {each.id: Given() for each in instrument.open_questions}
    return with_comments(empty | answers, comments), problems


def is_comments(row: Row) -> bool:
    """Tell the row of comments from those of questions."""
    return row.cells[0].casefold() == COMMENTS.casefold()


def read_cell(instrument: Instrument, row: Row, cell: str) -> dict[str, Given]:
    """Return what a cell answers, by question; a row that is no question of ours is refused."""
    number = row.cells[0].removesuffix(".").removesuffix(".0")
    if is_comments(row):
        return {code: Given(words=w) for code, w in read_comments(instrument, cell).items()}
    if statement := numbered(instrument).get(number):
        return {statement.id: read_mark(instrument, statement, cell)}
    if question := lettered(instrument).get(number.upper()):
        return {question.id: read_words(instrument, question, cell)}
    if not cell:
        return {}
    raise Mistyped(f"there is no question “{number[:20]}” on this sheet.")
