"""The five sentences a director gets, at none, one and many."""

from datetime import date
from types import SimpleNamespace

import pytest

from joinedup.domain.reporting.five_lines import five_lines
from joinedup.domain.reporting.portfolio import Counts, Line, Portfolio
from joinedup.domain.second_looks.queries import Weak


def weak(*names):
    return [SimpleNamespace(partnership=SimpleNamespace(name=name)) for name in names]


def said(counts=None, *, below=(), rose=(0.0, ""), fell=(0.0, "")):
    portfolio = Portfolio(
        host=None,
        day=date(2026, 6, 15),
        counts=counts or Counts(),
        lines=[],
        below=weak(*below),
        incomplete=[],
        lacking=[],
        again=[],
        new=[],
        ended=[],
        ending=[],
        rose=rose,
        fell=fell,
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
    counts = Counts(
        running=1,
        new=1,
        ended=1,
        below=1,
        bands=(("At risk", 1),),
        tags=(("No agreement", 1),),
    )

    assert said(counts, below=["Youth"], fell=(-5.0, "Youth")) == [
        "1 partnership is running; 1 began and 1 ended in the last twelve months.",
        "1 has a result that stands: 1 At risk.",
        "Below Sound, to be looked at again after six months: Youth.",
        "Youth fell most, by 5.0 points.",
        "By the record: 1 with no agreement.",
    ]


def test_many_of_each():
    counts = Counts(
        running=7,
        new=2,
        below=4,
        bands=(("At risk", 1), ("Developing", 3), ("Incomplete", 1), ("Strong", 1)),
        tags=(("Agreement", 2), ("No exit plan", 2), ("No measures", 1)),
    )

    assert said(counts, below="ABCD", rose=(7.0, "B"), fell=(-9.0, "C")) == [
        "7 partnerships are running; 2 began and none ended in the last twelve months.",
        "6 have a result that stands: 1 Strong, 3 Developing, 1 At risk, 1 Incomplete.",
        "Below Sound, to be looked at again after six months: A, B, C and 1 more.",
        "B rose most, by 7.0 points; C fell most, by 9.0 points.",
        "By the record: 2 with an agreement that has run out, 2 with no exit plan, "
        "1 with no measures.",
    ]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        (
            Counts(silent=2),
            "Nothing is known to be missing. For 2, we have not been told about every paper.",
        ),
        (
            Counts(tags=(("No measures", 1),), silent=1),
            "By the record: 1 with no measures. For 1, we have not been told about every paper.",
        ),
    ],
)
def test_what_is_not_yet_told_is_not_called_missing(counts, told):
    assert said(counts)[4] == told


def test_points_under_five_are_no_move():
    assert said(rose=(4.9, "A"), fell=(-4.9, "B"))[3] == (
        "No score moved by five points or more since the time before."
    )


@pytest.mark.parametrize(
    ("names", "count", "told"),
    [("AB", 2, "A and B."), ("ABC", 3, "A, B and C."), ("ABCDE", 9, "A, B, C and 6 more.")],
)
def test_names_are_joined_as_in_speech(names, count, told):
    line = said(Counts(below=count), below=names)[2]

    assert line == f"Below Sound, to be looked at again after six months: {told}"


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
    standing = SimpleNamespace(latest=made[0] if made else None, results=made)

    found = Line(standing, missing=[], untold=0, members=3, weak=Weak(uncapped))

    assert (found.change, found.is_held_down) == told
