"""A questionnaire as the rows of a table, and as the text of a definition file."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import tomli_w

from joinedup.domain.instruments.reading import parts_of
from joinedup.domain.question_tables.cells import Cell, cell_of
from joinedup.domain.question_tables.layout import (
    CODE,
    COLUMNS,
    NOTES,
    ROW,
    SETTING,
    SETTINGS,
    SORTS,
    WORDS,
    Sort,
    fields_of,
    types_in,
)

Row = list[Cell | None]
Parts = Mapping[str, Any]


def rows_of(parts: Parts) -> Iterator[Row]:
    """Yield a row for all that a questionnaire says; each setting with what it is for."""
    for code in SETTINGS:
        if found(parts, code) not in (None, []):
            yield setting_row(code, parts)
    yield from rows_in(parts)


def example_rows() -> Iterator[Row]:
    """Yield a row for every setting there is, and rows of each sort, each told what it is for."""
    parts = example()
    for code in SETTINGS:
        yield setting_row(code, parts)
    told = dict(notes()["rows"])
    for row in rows_in(parts):
        row[-1] = told.pop(str(row[0]), None)
        yield row


def definition_text(parts: Parts) -> str:
    """Return the text of a definition file that says the same."""
    return tomli_w.dumps(parts)


@cache
def notes() -> dict[str, dict[str, str]]:
    """Return what each sort of row and each setting is for, a sentence each."""
    return tomllib.loads(kept("notes.toml"))


@cache
def example() -> dict[str, Any]:
    """Return a small questionnaire with every sort of row, to be written over."""
    return parts_of(kept("example.toml"))


def kept(name: str) -> str:
    folder = files("joinedup.domain.question_tables")
    return (folder / name).read_text(encoding="utf-8")


def setting_row(code: str, parts: Parts) -> Row:
    """Return the row of a setting, its words empty where it is not given."""
    value = found(parts, code)
    words = None if value is None else cell_of(value, SETTINGS[code])
    return placed({ROW: SETTING, CODE: code, WORDS: words, NOTES: notes()["settings"][code]})


def found(parts: Parts, code: str) -> Any:
    """Return what stands under a dotted name, or None."""
    value: Any = parts
    for name in code.split("."):
        value = (value or {}).get(name)
    return value


def rows_in(table: Parts, under: str | None = None) -> Iterator[Row]:
    """Yield the rows of each list in a table, every row before those that belong to it."""
    for sort in SORTS:
        if sort.under == under:
            for item in table.get(sort.key, []):
                yield placed({ROW: sort.name, **cells_in(sort, item)})
                yield from rows_in(item, sort.name)


def cells_in(sort: Sort, item: Parts) -> dict[str, Cell]:
    types = types_in(sort.kind)
    return {
        heading: cell_of(item[name], types[name])
        for heading, name in fields_of(sort).items()
        if name in item
    }


def placed(cells: Mapping[str, Cell | None]) -> Row:
    return [cells.get(heading) for heading in COLUMNS]
