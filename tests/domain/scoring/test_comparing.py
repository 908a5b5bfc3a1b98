from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from joinedup.domain.scoring.comparing import (
    Conflict,
    Move,
    answered_both_times,
    change,
    views_differ,
    where_the_record_disagrees,
)
from joinedup.domain.scoring.results import Result, score
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import ONE_TO_FIVE, all_of, one_statement, sheets, small, yearly

BASE = score(yearly(), sheets(all_of(2)))


def with_overall(figure: str | None, band: str = "Sound") -> Result:
    """A result with this overall by person; by organisation it stays 66.7, Sound."""
    overall = None if figure is None else Fraction(figure)
    return replace(BASE, by_person=replace(BASE.by_person, overall=overall, band=band))


@pytest.mark.parametrize(
    ("overall", "band", "differ"),
    [
        ("200/3", "Sound", False),
        ("71.6", "Sound", False),
        # 71.65 is printed as 71.7, which is 5.0 from 66.7.
        ("71.65", "Sound", True),
        ("61.74", "Sound", True),
        ("61.75", "Sound", False),
        ("200/3", "Developing", True),
        (None, "Sound", False),
        (None, "Incomplete", True),
    ],
)
def test_views_differ_by_five_printed_points_or_by_band(overall, band, differ):
    assert views_differ(with_overall(overall, band)) == differ


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        ("60", "65", ("60.0", "65.0", "5.0", "up")),
        ("60", "64.949", ("60.0", "64.9", "4.9", "little change")),
        ("60", "64.95", ("60.0", "65.0", "5.0", "up")),
        ("65", "60", ("65.0", "60.0", "-5.0", "down")),
        ("65", "60.05", ("65.0", "60.1", "-4.9", "little change")),
        ("65", "65", ("65.0", "65.0", "0.0", "little change")),
    ],
)
def test_five_printed_points_are_a_change(before, after, moved):
    found = change(with_overall(before), with_overall(after))

    assert found is not None
    assert found.by_person.overall == Move(*map(Decimal, moved[:3]), moved[3])


@pytest.mark.parametrize(("before", "after"), [(None, "60"), ("60", None), (None, None)])
def test_a_withheld_figure_has_no_change(before, after):
    found = change(with_overall(before), with_overall(after))

    assert found is not None
    assert found.by_person.overall is None


def test_sections_change_in_both_views():
    answered = [[all_of(2)], [all_of(2, **{f"SM{number}": 0 for number in range(1, 9)})]]

    found = change(*(score(yearly(), sheets(*each)) for each in answered))

    assert found is not None
    assert found.by_person == found.by_organisation
    assert {code: move and move.direction for code, move in found.by_person.sections.items()} == {
        "SF": "little change",
        "SP": "little change",
        "SI": "little change",
        "SM": "down",
    }


@pytest.mark.parametrize("other", [{"version": "2"}, {"instrument": "another"}])
def test_nothing_is_compared_across_versions_or_questionnaires(other):
    assert change(replace(BASE, **other), BASE) is None


def test_who_answered_both_times_is_counted():
    before = [*sheets(*[all_of(2)] * 3, organisations="AAB"), Sheet("p9", "Z", {})]
    after = [*sheets(*[all_of(2)] * 2, organisations="CA"), Sheet("p9", "Z", all_of(1))]

    same = answered_both_times(yearly(), before, after)

    assert (same.people, same.organisations) == (2, 1)


@pytest.mark.parametrize(
    ("answers", "told", "conflict"),
    [
        ([3, 2], False, True),
        ([3, 3], False, True),
        ([2, 2], False, False),
        ([3, 3], True, False),
        ([3, 3], None, False),
        (["dk", "na"], False, False),
    ],
)
def test_a_claim_of_fully_in_place_is_held_against_the_record(answers, told, conflict):
    result = score(yearly(), one_statement(*answers, code="SF4"))

    found = where_the_record_disagrees(yearly(), result, {"agreement": told})

    assert [each.statement for each in found] == (["SF4"] if conflict else [])


def test_a_conflict_tells_the_fact_and_the_average():
    result = score(yearly(), one_statement(3, 3, code="SM6"))

    found = where_the_record_disagrees(yearly(), result, {"risks": False, "members": False})

    assert found == [Conflict("SM6", "risks", Fraction(3))]


def test_without_a_bound_of_its_own_only_the_top_answer_is_a_claim():
    instrument = small(SCALES=ONE_TO_FIVE, A1='record = "risks"')

    conflicts = [
        where_the_record_disagrees(
            instrument, score(instrument, [Sheet("p", "A", {"A1": value})]), {"risks": False}
        )
        for value in (4, 5)
    ]

    assert [len(each) for each in conflicts] == [0, 1]
