"""The five sentences a director gets, at none, one and many."""

from datetime import date
from types import SimpleNamespace

import pytest

from joinedup.domain.reporting.portfolio import Line, Portfolio, five_lines


def line(name, band=None, overall=None, moved=None, missing=(), untold=0):
    latest = band and SimpleNamespace(band=band, overall=overall)
    return SimpleNamespace(
        partnership=SimpleNamespace(name=name, tier=None, folded_name=name.lower()),
        latest=latest,
        moved=moved,
        missing=list(missing),
        untold=untold,
    )


def said(*lines, new=0, ended=0):
    portfolio = Portfolio(
        host=None,
        day=date(2026, 6, 15),
        lines=list(lines),
        new=[None] * new,
        ended=[None] * ended,
        bands=None,
        places=None,
    )
    return five_lines(portfolio)


def test_nothing_at_all_is_said_in_five_whole_sentences():
    assert said() == [
        "No partnership is running; none began and none ended in the last twelve months.",
        "No result stands yet.",
        "Below Sound, to be looked at again after six months: none.",
        "No score moved by five points or more since the time before.",
        "By the record, no partnership lacks a paper it should have.",
    ]


def test_one_of_each():
    only = line("Youth", "At risk", 30, moved=-5.0, missing=["No agreement"])

    assert said(only, new=1, ended=1) == [
        "1 partnership is running; 1 began and 1 ended in the last twelve months.",
        "1 has a result that stands: 1 At risk.",
        "Below Sound, to be looked at again after six months: Youth.",
        "Youth fell most, by 5.0 points.",
        "By the record: 1 with no agreement.",
    ]


def test_many_of_each():
    lines = [
        line("A", "At risk", 10, moved=4.9, missing=["Agreement ended May 2026"]),
        line("B", "Developing", 50, moved=7.0, missing=["Agreement ended June 2025"]),
        line("C", "Developing", 51, moved=-9.0, missing=["No exit plan", "No list of risks"]),
        line("D", "Developing", 52, moved=0.0, missing=["No exit plan", "No measures"]),
        line("E", "Strong", 90),
        line("F", "Incomplete"),
        line("G"),
    ]

    assert said(*lines, new=2) == [
        "7 partnerships are running; 2 began and none ended in the last twelve months.",
        "6 have a result that stands: 1 Strong, 3 Developing, 1 At risk, 1 Incomplete.",
        "Below Sound, to be looked at again after six months: A, B, C and 1 more.",
        "B rose most, by 7.0 points; C fell most, by 9.0 points.",
        "By the record: 2 with an agreement that has run out, 2 with no exit plan, "
        "1 with no list of risks, 1 with no measures.",
    ]


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            [line("A", untold=2), line("B", untold=1), line("C")],
            "Nothing is known to be missing. For 2, we have not been told about every paper.",
        ),
        (
            [line("A", missing=["No measures"], untold=1)],
            "By the record: 1 with no measures. For 1, we have not been told about every paper.",
        ),
    ],
)
def test_what_is_not_yet_told_is_not_called_missing(lines, told):
    assert said(*lines)[4] == told


@pytest.mark.parametrize(
    ("names", "told"),
    [("AB", "A and B."), ("ABC", "A, B and C."), ("ABCDE", "A, B, C and 2 more.")],
)
def test_names_are_joined_as_in_speech(names, told):
    weak = [line(name, "At risk", number) for number, name in enumerate(names)]

    assert said(*weak)[2] == f"Below Sound, to be looked at again after six months: {told}"


@pytest.mark.parametrize(
    ("results", "uncapped", "told"),
    [
        ([("Sound", 66.7), ("Sound", 78.8)], "Sound", ("\N{MINUS SIGN}12.1", False)),
        ([("Sound", 81.0)], "Strong", ("Not compared", False)),
        ([("Developing", 75.5), ("Developing", 67.8)], "Strong", ("+7.7", True)),
        ([("At risk", 58.7)], "Developing", ("Not compared", True)),
        ([("Developing", 58.7)], "Developing", ("Not compared", False)),
        ([("Incomplete", None), ("Sound", 66.7)], None, ("Not compared", False)),
        ([], None, ("Not compared", False)),
    ],
)
def test_a_line_tells_its_change_with_a_minus_sign_and_whether_an_essential_holds_it_down(
    results, uncapped, told
):
    asked = SimpleNamespace(instrument_id=1)
    made = [SimpleNamespace(band=band, overall=score, round=asked) for band, score in results]
    standing = SimpleNamespace(
        latest=made[0] if made else None, results=made, uncapped_band=uncapped
    )

    found = Line(standing, missing=[], untold=0, members=3)

    assert (found.change, found.is_held_down) == told
