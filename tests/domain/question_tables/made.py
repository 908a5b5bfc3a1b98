"""Tables of questionnaires made for these tests, and what is said of them."""

from typing import Any

from joinedup.domain.exports.formats import in_format
from joinedup.domain.instruments.reading import parts_of
from joinedup.domain.question_tables.layout import COLUMNS
from joinedup.domain.question_tables.reading import TableProblems, read_questions
from joinedup.domain.question_tables.writing import columns_of, rows_of
from tests.domain.instruments.made import small_text


def as_file(rows: Any, sort: str = "csv", headings: Any = COLUMNS) -> bytes:
    return b"".join(in_format(sort, "Questionnaire", headings, rows))


def small_rows(**parts: str) -> dict[int, dict[str, Any]]:
    """The small questionnaire: what its rows say, by their numbers in the spreadsheet."""
    return numbered_rows(parts_of(small_text(**parts)))


def numbered_rows(parts: dict[str, Any]) -> dict[int, dict[str, Any]]:
    """What the rows of a questionnaire say, by their numbers in the spreadsheet."""
    return {
        number: {
            heading: cell
            for heading, cell in zip(columns_of(parts), row, strict=True)
            if cell is not None
        }
        for number, row in enumerate(rows_of(parts), start=2)
    }


def file_of(rows: dict[int, dict[str, Any]], headings: Any = COLUMNS) -> bytes:
    """A CSV file in which each row stands where its number says."""
    lines = [rows.get(number, {}) for number in range(2, max(rows) + 1)]
    return as_file([[line.get(each) for each in headings] for line in lines], headings=headings)


def changed(cells: dict[int, dict[str, Any]], **parts: str) -> list[str]:
    """Every problem of the small questionnaire with these cells put into these rows."""
    rows = small_rows(**parts)
    for number, row in cells.items():
        rows[number] = rows.get(number, {}) | row
    return problems_of(file_of(rows))


def problems_of(data: bytes, name: str = "own.csv") -> list[str]:
    try:
        read_questions(data, name)
    except TableProblems as refused:
        return [str(each) for each in refused.problems]
    return []
