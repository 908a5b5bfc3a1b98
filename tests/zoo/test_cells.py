import pytest

from joinedup.domain.basics.folding import folded
from joinedup.domain.mappings.headings import guess_mapping
from joinedup.domain.mappings.lines import read_lines
from joinedup.domain.phrases.members import propose_members
from joinedup.domain.phrases.money import read_money
from joinedup.domain.phrases.values import read_date, read_yes_no
from joinedup.domain.spreadsheets.reading import read_table
from tests.zoo.cells import (
    AMBIGUOUS,
    ASKED,
    DATES,
    KNOWN,
    MEMBERS,
    MEMBERS_KNOWN,
    MONEY,
    NOT_TOLD,
    SAID_SO,
    YES_NO,
)


@pytest.mark.parametrize(
    ("read", "typed", "expected"),
    [
        (read, typed, expected)
        for read, typings in ((read_date, DATES), (read_money, MONEY), (read_yes_no, YES_NO))
        for typed, expected in typings.items()
    ],
)
def test_a_cell_is_read_asked_or_not_told_and_never_nought(read, typed, expected):
    said = read(typed)

    outcome = ASKED if said.problem else NOT_TOLD if said.value is None else said.value
    assert outcome == expected


@pytest.mark.parametrize("typed", SAID_SO)
def test_what_says_less_than_a_day_is_said_to_be_assumed(typed):
    assert read_date(typed).assumed.startswith(f"“{typed.casefold()}” was read as 1 ") or (
        typed == "43558"
    )


@pytest.mark.parametrize("typed", AMBIGUOUS)
def test_a_day_that_could_be_two_is_asked_with_both(typed):
    table = read_table(f"Partnership,Start date\nA,{typed}\n".encode())

    asked = read_lines(table, guess_mapping(table), {}).questions

    assert [[choice.label for choice in question.choices] for question in asked] == [
        ["3 April 2019", "4 March 2019"]
    ]


@pytest.mark.parametrize("typed", MEMBERS)
def test_members_are_read_from_prose_and_no_word_is_lost(typed):
    prose = propose_members(typed)

    names = [proposed.name for proposed in prose.proposed]
    assert (names, [left.text for left in prose.leftovers]) == MEMBERS[typed]


@pytest.mark.parametrize("typed", MEMBERS_KNOWN)
def test_known_members_are_told_apart(typed):
    known = {folded(name) for name in KNOWN}

    prose = propose_members(typed, lambda name: folded(name) in known)

    assert [proposed.name for proposed in prose.proposed] == MEMBERS_KNOWN[typed]
