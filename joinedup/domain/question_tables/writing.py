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
from joinedup.domain.question_tables.translated import (
    SAID,
    SETTINGS_SAID,
    Said,
    columns_with,
    headed,
    languages_in,
    path_to,
    said_in,
)

Cells = dict[str, Cell | None]
Row = list[Cell | None]
Parts = Mapping[str, Any]


def columns_of(parts: Parts) -> tuple[str, ...]:
    """Return the headings of the table of a questionnaire, with a column for each language."""
    return columns_with(languages_in(parts))


def rows_of(parts: Parts) -> Iterator[Row]:
    """Yield a row for all that a questionnaire says; each setting with what it is for."""
    columns = columns_of(parts)
    for cells in cells_of(parts):
        if cells[ROW] != SETTING or cells[WORDS] not in (None, ""):
            yield [cells.get(heading) for heading in columns]


def example_rows() -> Iterator[Row]:
    """Yield a row for every setting there is, and rows of each sort, each told what it is for."""
    told = dict(notes()["rows"])
    for cells in cells_of(example()):
        note = cells.get(NOTES) or told.pop(str(cells[ROW]), None)
        yield [cells.get(heading) for heading in COLUMNS[:-1]] + [note]


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


def cells_of(parts: Parts) -> Iterator[Cells]:
    """Yield what stands in each row, by heading; a setting that is not given has no words."""
    said, languages = said_in(parts), languages_in(parts)
    for code in SETTINGS:
        yield setting_cells(code, parts) | {
            headed(WORDS, language): said.tables[(language,)].get(code)
            for language in languages
            if code in SETTINGS_SAID
        }
    yield from cells_in(parts, said, languages)


def setting_cells(code: str, parts: Parts) -> Cells:
    """Return the row of a setting, its words empty where it is not given."""
    value = found(parts, code)
    words = None if value is None else cell_of(value, SETTINGS[code])
    return {ROW: SETTING, CODE: code, WORDS: words, NOTES: notes()["settings"][code]}


def found(parts: Parts, code: str) -> Any:
    """Return what stands under a dotted name, or None."""
    value: Any = parts
    for name in code.split("."):
        value = (value or {}).get(name)
    return value


def cells_in(
    table: Parts, said: Said, languages: list[str], under: str | None = None
) -> Iterator[Cells]:
    """Yield the rows of each list in a table, every row before those that belong to it."""
    for sort in SORTS:
        if sort.under == under:
            for item in table.get(sort.key, []):
                path = path_to(sort, item, table) or ()
                yield {ROW: sort.name, **original_cells(sort, item)} | {
                    headed(heading, language): said.tables.get((language, *path), {}).get(name)
                    for language in languages
                    for heading, name in SAID[sort.name].items()
                }
                yield from cells_in(item, said, languages, sort.name)


def original_cells(sort: Sort, item: Parts) -> dict[str, Cell]:
    types = types_in(sort.kind)
    return {
        heading: cell_of(item[name], types[name])
        for heading, name in fields_of(sort).items()
        if name in item
    }
