"""What the format allows beyond the yearly self-assessment."""

from fractions import Fraction

import pytest

from joinedup.domain.instruments.definition import asked_of
from joinedup.domain.scoring.results import Result, score
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import ONE_TO_FIVE, small

SUM = 'statement = "mean"\nsection = "sum"\noverall = "sum"\nmissing = { policy = "need all" }'
PERCENTAGE = 'statement = "mean"\nsection = "percentage"\noverall = "mean"'
NO_OVERALL = 'statement = "mean"\nsection = "mean"\noverall = "none"'
LOW_IS_GOOD = 'statement = "mean"\nsection = "mean"\noverall = "mean"\ndirection = "low is good"'
GRADES = """
[[bands]]
name = "Good"
at_most = 2.0
[[bands]]
name = "Fair"
at_most = 3.0
[[bands]]
name = "Poor"
at_most = 5.0
[caps]
band = "Fair"
section_band = "Poor"
key_worse_than = 4.0
"""
YES_OR_NO = """
[[scales]]
id = "yes"
values = [{ value = 0, label = "No" }, { value = 1, label = "Yes" }]
"""


def answered(*values: int | str | None) -> list[Sheet]:
    return [Sheet("p1", "A", dict(zip(("A1", "A2", "B1", "B2"), values, strict=True)))]


def figures(result: Result) -> tuple[Fraction | None, ...]:
    view = result.by_person
    return view.overall, view.sections["A"].score, view.sections["B"].score


def test_means_stay_on_the_scale_of_the_answers():
    result = score(small(), answered(5, 4, 1, 2))

    assert figures(result) == (3, Fraction(9, 2), Fraction(3, 2))


def test_sums_add_up_the_averages_of_the_statements():
    result = score(small(SCORING=SUM), answered(5, 4, 1, 2))

    assert figures(result) == (12, 9, 3)


@pytest.mark.parametrize("left_out", [None, "na"])
def test_a_sum_with_a_statement_left_out_is_withheld(left_out):
    unscored = '[[unscored]]\nid = "na"\nlabel = "Does not apply"'

    result = score(small(SCORING=SUM, MORE=unscored), answered(5, left_out, 1, 2))

    assert figures(result) == (None, None, 3)


def test_a_percentage_is_of_the_most_that_could_be_had():
    result = score(small(SCORING=PERCENTAGE), answered(5, 4, 1, 2))

    assert figures(result) == (60, 90, 30)


def test_weights_count_statements_and_sections_more():
    result = score(small(A1="weight = 3", B="weight = 2"), answered(5, 1, 2, 2))

    assert figures(result) == (Fraction(8, 3), 4, 2)


def test_a_statement_in_reverse_counts_from_the_other_end():
    result = score(small(A1="reverse = true"), answered(5, 1, 3, 3))

    assert figures(result)[1] == 1
    assert (result.statements["A1"].mean, result.statements["A1"].counts["5"]) == (1, 1)


def test_statements_may_have_scales_of_their_own():
    lines = dict.fromkeys(("A1", "A2", "B1"), 'scale = "five"')

    result = score(
        small(SCALES=ONE_TO_FIVE + YES_OR_NO, SCORING=PERCENTAGE, B2='scale = "yes"', **lines),
        answered(5, 4, 5, 0),
    )

    assert figures(result)[2] == Fraction(500, 6)


def test_without_an_overall_there_is_no_overall_band_either():
    view = score(small(SCORING=NO_OVERALL), answered(5, 4, 1, 2)).by_person

    assert (view.overall, view.band, view.uncapped_band) == (None, None, None)
    assert view.sections["A"].score == Fraction(9, 2)


@pytest.mark.parametrize(
    ("answers", "band", "caps"),
    [
        ((1, 1, 2, 2), "Good", ()),
        ((3, 3, 3, 3), "Fair", ()),
        ((5, 1, 1, 1), "Fair", ("critical:A1",)),
        ((4, 1, 1, 1), "Good", ()),
        ((1, 1, 4, 3), "Fair", ("section:B",)),
        ((5, 5, 5, 5), "Poor", ("section:A", "section:B", "critical:A1")),
    ],
)
def test_low_may_be_good(answers, band, caps):
    instrument = small(SCORING=LOW_IS_GOOD, MORE=GRADES, A1="key = true")

    view = score(instrument, answered(*answers)).by_person

    assert (view.band, view.caps) == (band, caps)


def test_bands_of_sections_may_differ_from_those_of_the_whole():
    words = '[[bands]]\nname = "Fine"\nat_least = 0\n[[section_bands]]\nname = "Weak"\nat_least = 1'

    view = score(small(MORE=words), answered(3, 3, 3, 3)).by_person

    assert (view.band, view.sections["A"].band) == ("Fine", "Weak")


def test_every_statement_may_be_needed():
    needed = (
        'statement = "mean"\nsection = "mean"\noverall = "mean"\nmissing = { policy = "need all" }'
    )

    assert figures(score(small(SCORING=needed), answered(5, None, 1, 2))) == (
        None,
        None,
        Fraction(3, 2),
    )


def test_by_default_what_is_missing_is_left_out():
    assert figures(score(small(), answered(5, None, 1, 3))) == (Fraction(7, 2), 5, 2)


def test_a_tier_is_asked_only_what_concerns_it():
    instrument = small(A1="tiers = [1, 2]", B1="tiers = [1]", B2="tiers = [1]")

    asked = {
        tier: [each.id for each in asked_of(instrument, tier).statements] for tier in (1, 2, 3)
    }

    assert asked == {1: ["A1", "A2", "B1", "B2"], 2: ["A1", "A2"], 3: ["A2"]}
