"""A questionnaire taken along as a spreadsheet and brought back is the same, whatever is in it."""

from copy import deepcopy
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.domain.exports.formats import KINDS
from joinedup.domain.instruments.catalogue import shipped, texts
from joinedup.domain.instruments.reading import parts_of, read_definition, read_parts
from joinedup.domain.question_tables.cells import Misread, cell_of, value_in
from joinedup.domain.question_tables.reading import questions_in, read_questions
from joinedup.domain.question_tables.writing import (
    columns_of,
    definition_text,
    example,
    rows_of,
)
from joinedup.domain.spreadsheets.table import clean_cell
from joinedup.domain.spreadsheets.workbook import read_book
from tests.domain.languages.made import PART, WHOLE, spoken_text
from tests.domain.question_tables.made import as_file

WORDS = st.text(st.sampled_from("=+-@'\"＝;,|&<> abŵé\n./N0"), min_size=1, max_size=20).map(
    lambda text: clean_cell(f"{text}x")
)
# A definition writes no whole number as a fraction.
FRACTIONS = st.fractions(min_value="1/99", max_value=99, max_denominator=99).filter(
    lambda number: number.denominator > 1
)
NUMBERS = st.one_of(
    st.integers(1, 10**12),
    st.decimals(min_value="0.001", max_value=999, places=3),
    FRACTIONS.map(str),
)


def again(parts: dict[str, Any], sort: str = "csv") -> Any:
    """What comes back when the table was written and read: a workbook without its own process."""
    data = as_file(rows_of(parts), sort, columns_of(parts))
    return read_questions(data) if sort == "csv" else questions_in(read_book(data).whole())


@pytest.mark.parametrize("sort", KINDS)
def test_every_questionnaire_shipped_comes_back_as_it_was(sort):
    read = [again(parts_of(text), sort) for text in texts().values()]

    assert tuple(read_parts(each) for each in read) == shipped()
    assert tuple(read_definition(definition_text(each)) for each in read) == shipped()


@pytest.mark.parametrize("sort", KINDS)
def test_every_language_of_a_questionnaire_comes_back_as_it_was(sort):
    french = PART.replace('"cy"', '"fr"').replace('label = "q5"', "label = \"=5; 'cinq'\"")
    text = spoken_text(french + WHOLE)

    read = again(parts_of(text), sort)

    assert [each["language"] for each in read["translations"]] == ["fr", "cy"]
    assert read_parts(read) == read_definition(definition_text(read)) == read_definition(text)


@settings(max_examples=10)
@given(
    words=st.lists(WORDS, min_size=11, max_size=11),
    weight=NUMBERS,
    share=FRACTIONS.map(lambda number: str(number % 1)),
    versions=st.lists(WORDS, unique_by=str.casefold, max_size=3),
    tiers=st.lists(st.sampled_from([1, 2, 3]), unique=True),
    flags=st.lists(st.booleans(), min_size=2, max_size=2),
)
def test_a_made_up_questionnaire_comes_back_as_it_was(words, weight, share, versions, tiers, flags):
    parts = deepcopy(example())
    statement, question = parts["sections"][0]["statements"][1], parts["open_questions"][1]
    statement |= {"text": words[0], "weight": weight, "tiers": tiers, "reverse": flags[0]}
    statement |= {"why": words[1], "first_response": words[2]}
    question["choices"][0]["label"] = words[3]
    parts["scoring"]["missing"]["share"] = share
    parts |= {"title": words[4], "source": words[5], "follows": versions, "evidence": flags[1]}
    parts["bands"][0] |= {"means": words[6]}
    parts["alerts"][0]["says"] = words[7]
    choices = [{"id": question["choices"][1]["id"], "label": words[8]}]
    said = {"open_questions": [{"id": question["id"], "choices": choices}], "intro": words[9]}
    said["statements"] = [{"id": statement["id"], "text": words[10]}]
    parts["translations"] = [{"language": "gd", **said}]

    assert read_parts(again(parts)) == read_definition(definition_text(parts))


@given(st.one_of(NUMBERS, st.decimals(allow_nan=False, allow_infinity=False, places=15)))
def test_a_number_keeps_its_value_in_a_cell(number):
    cell = cell_of(number, Fraction)
    # A spreadsheet keeps a number as a float, and a text as it is.
    seen = cell if isinstance(cell, str) else repr(float(cell))

    try:
        assert Fraction(value_in(seen, Fraction)) == Fraction(number)
    except Misread:
        assert abs(Fraction(number)) >= 10**15
