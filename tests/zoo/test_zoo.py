import os

import pytest

from joinedup.domain.spreadsheets.reading import read_rows, read_table
from joinedup.domain.spreadsheets.table import Unreadable
from tests.zoo.hostile import HARMLESS, HOSTILE, HOW
from tests.zoo.letters import CHOSEN, LETTERS
from tests.zoo.making import HEADINGS, SMALL
from tests.zoo.sheets import SHEETS

SECONDS = 5


# Making and measuring it takes longer than all the others; tests of reading refuse one like it.
HUGE = "2.6 million cells"
HUGE_DEEP = pytest.param(HUGE, marks=pytest.mark.deep)


def seconds():
    """Return the time that this process and those it started have worked."""
    return sum(os.times()[:4])


@pytest.mark.parametrize("name", LETTERS)
def test_the_same_list_is_read_in_any_letters(name):
    data, how = LETTERS[name]

    table = read_table(data)

    assert table.columns == HEADINGS
    assert [row.cells for row in table.rows] == list(SMALL[1:])
    assert (table.encoding, table.delimiter) == how


@pytest.mark.parametrize("name", CHOSEN)
def test_letters_that_cannot_be_found_out_are_asked_and_chosen(name):
    data, letters = CHOSEN[name]

    guessed, chosen = read_table(data), read_table(data, encoding=letters)

    assert f"Does “{guessed.rows[0].cells[0]}” look right?" in guessed.notes[0]
    assert chosen.rows[0].cells[0] == "Caffi Môr"


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_is_read_as_people_left_it(name):
    data, columns, numbers, note = SHEETS[name]

    rows = read_rows(data)

    assert rows.columns == columns
    assert tuple(row.number for row in rows) == numbers
    assert note in " ".join(rows.notes)


@pytest.mark.parametrize("name", [*(each for each in HOSTILE if each != HUGE), HUGE_DEEP])
def test_what_is_no_list_or_would_do_harm_is_refused_with_what_to_do(name):
    made, sentence = HOSTILE[name]
    data = made() if callable(made) else made
    began = seconds()

    with pytest.raises(Unreadable) as refusal:
        read_rows(data, "list.csv", **HOW.get(name, {}))

    said = str(refusal.value)
    assert sentence in said
    assert said[0].isupper()
    assert said.endswith(".")
    assert seconds() - began < SECONDS


@pytest.mark.parametrize("name", HARMLESS)
def test_what_looks_dangerous_and_does_no_harm_is_words(name):
    data, cells = HARMLESS[name]

    assert next(iter(read_rows(data))).cells == cells
