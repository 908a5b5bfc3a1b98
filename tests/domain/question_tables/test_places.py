"""Everything that the format may say has its place in the table, and each is explained."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any, get_args, get_type_hints

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.reading import read_parts
from joinedup.domain.question_tables.layout import (
    COLUMNS,
    NAMES,
    NOTES,
    ROW,
    SETTINGS,
    SORTS,
    fields_of,
)
from joinedup.domain.question_tables.reading import read_questions
from joinedup.domain.question_tables.translated import (
    SAID,
    SETTINGS_SAID,
    TRANSLATED,
    WITHIN,
    columns_with,
)
from joinedup.domain.question_tables.writing import example, example_rows, notes
from tests.domain.question_tables.made import as_file


def leaves(kind: type[Any], path: str = "") -> Iterator[str]:
    """Every field of the format, found by walking it: lists of things are in brackets."""
    for field in fields(kind):
        hint = get_type_hints(kind)[field.name]
        inside = [each for each in (hint, *get_args(hint)) if is_dataclass(each)]
        is_list = bool(inside) and Ellipsis in get_args(hint)
        name = f"{path}{field.name}[]" if is_list else f"{path}{field.name}"
        yield from leaves(inside[0], f"{name}.") if inside else [name]


def places() -> set[str]:
    """Every field that has a setting row, or a column in a row of its sort."""
    lists = {None: ""}
    for sort in SORTS:
        lists[sort.name] = f"{lists[sort.under]}{sort.key}[]."
    inside = {lists[sort.name] + name for sort in SORTS for name in fields_of(sort).values()}
    return {*SETTINGS, *inside, *places_of_words()}


def places_of_words() -> set[str]:
    """Every field of a translation that has a column, or is what a column or row is known by."""
    lists = {name: f"{within}[].{name}" if within else name for name, within in WITHIN.items()}
    rows = {sort: f"{lists[sort.key]}[]." for sort in SORTS if sort.key in lists}
    words = {at + name for sort, at in rows.items() for name in SAID[sort.name].values()}
    known_by = {"language", *(f"{at}{sort.code}" for sort, at in rows.items())}
    return {f"translations[].{name}" for name in known_by | words | SETTINGS_SAID}


def test_each_field_of_the_format_has_a_place_in_the_table():
    assert places() == set(leaves(Instrument))


def test_no_two_fields_of_a_row_share_a_column():
    shared = [sort.name for sort in SORTS if len(fields_of(sort)) < len(fields(sort.kind)) - 1]

    assert shared == []


def test_the_columns_are_headed_in_words():
    said = "Row is, Code, Words, Key, Reverse, Weight, Scale, Second scale, Tiers, Roles, Why, "
    said += (
        "First response, Record, Same as, Introduction, Kind, Hint, From, Up to, Means, Colour, "
    )

    assert ", ".join(COLUMNS) == f"{said}Notes"


def test_each_column_of_words_has_one_beside_it_for_each_language():
    beside = [heading for heading in columns_with(["cy", "fr"]) if heading not in COLUMNS]

    assert TRANSLATED == ["Words", "Why", "Introduction", "Hint"]
    assert beside == [f"{each} ({code})" for each in TRANSLATED for code in ("cy", "fr")]
    assert columns_with(["cy"])[2:5] == ("Words", "Words (cy)", "Key")
    assert columns_with([]) == COLUMNS


def test_each_sort_of_row_and_each_setting_is_explained():
    assert (set(notes()["rows"]), set(notes()["settings"])) == (set(NAMES), set(SETTINGS))


def test_the_example_is_a_questionnaire_with_every_row_there_is():
    rows = list(example_rows())
    read = read_questions(as_file(rows))

    assert read_parts(read) == read_parts(example())
    assert [row[COLUMNS.index("Code")] for row in rows[: len(SETTINGS)]] == list(SETTINGS)
    assert {row[COLUMNS.index(ROW)] for row in rows} == set(NAMES)
    explained = [row[0] for row in rows[len(SETTINGS) :] if row[COLUMNS.index(NOTES)]]
    assert explained == [name for name in NAMES if name != "setting"]


def test_the_example_says_how_a_language_is_added_and_has_none():
    told = {row: note for each in notes().values() for row, note in each.items() if "(cy)" in note}
    rows = {sort: list(said) for sort, said in SAID.items() if said}

    assert read_parts(example()).translations == ()
    assert set(told) == (set(rows) - {"setting"}) | SETTINGS_SAID
    for sort, headings in rows.items():
        said = told["title"] if sort == "setting" else told[sort]
        assert [each for each in headings if f"{each} (cy)" not in said] == []
