"""People and organisations stand beside each other only where nobody can be worked out."""

import pytest

from joinedup.domain.counting.heard import Heard
from joinedup.domain.counting.voices import fewest_voices, why_not_beside
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.results.test_counting import SET, case, heard, told

FOUR = [heard(name, name) for name in "ABCD"]
FEWER = (
    "People and organisations are not shown beside each other, since fewer than four "
    "organisations answered some statement: both together would tell what one of them said."
)


def test_the_statement_that_the_fewest_organisations_answered_decides():
    unsure = heard("E", "E", SF1="dk", SF2="na", SF3=None)
    alone = Heard(Sheet("F", "", {s.id: 1 for s in SET.statements}), "RESIDENT", {})
    counts = [
        fewest_voices(case(*sheets))
        for sheets in ([], FOUR, [*FOUR, heard("A2", "A")], [*FOUR[:3], unsure], [*FOUR, alone])
    ]

    assert counts == [0, 4, 4, 3, 5]
    assert fewest_voices(case(*(heard(n, n, SF1="dk") for n in "ABCD"))) == 4


@pytest.mark.parametrize("view", ["PERSON", "ORGANISATION"])
def test_they_stand_beside_each_other_from_four_organisations_on_every_statement(view):
    split = [*FOUR[:3], heard("D", "D", SF1="dk")]
    two = [heard("a", "A", value=3), *(heard(name, "B", value=1) for name in "bcd")]
    cases = {"four": FOUR, "three": FOUR[:3], "two": two, "three on one": split}

    said = {name: why_not_beside(told(*sheets, view=view)) for name, sheets in cases.items()}

    assert said == {"four": None, "three": FEWER, "two": FEWER, "three on one": FEWER}


def test_an_anonymous_round_and_one_closed_earlier_show_none():
    nameless = [heard(name, "", sector="") for name in "ABCD"]
    unnamed, earlier = told(*nameless, unnamed=4, view="PERSON"), told(*FOUR)
    del earlier["voices"]

    assert unnamed["voices"] == 0
    assert why_not_beside(unnamed, each="unit") == (
        "Nobody knows which unit an answer came from, so units are not shown apart."
    )
    assert why_not_beside(earlier) == (
        "This round was closed before people and organisations were held against each other."
    )
