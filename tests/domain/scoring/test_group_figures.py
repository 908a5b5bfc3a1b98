from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.scoring.groups import Side, Voice, group_figures, sides_of
from tests.domain.instruments.made import one_statement, yearly

THREE = 3


def voices(*groups: tuple[str | None, str, list[int]]) -> list[Voice]:
    """Voices of groups: name, one letter for whom each speaks, and what each answered."""
    return [
        Voice(name, letter, value)
        for name, letters, values in groups
        for letter, value in zip(letters, values, strict=True)
    ]


def test_groups_of_three_people_from_two_organisations_are_named():
    found = sides_of(voices(("Public", "AAB", [3, 3, 3]), ("Voluntary", "CDE", [1, 1, 0])), THREE)

    assert found == (Side("Public", Fraction(3), 3), Side("Voluntary", Fraction(2, 3), 3))


@pytest.mark.parametrize(
    "groups",
    [
        [("Public", "AAB", [3, 3, 3]), ("Voluntary", "CD", [1, 1])],
        [("Public", "AAB", [3, 3, 3]), ("Voluntary", "CCC", [1, 1, 1])],
        [("Public", "AAA", [3, 3, 3]), ("Voluntary", "BBB", [1, 1, 1])],
        [("Public", "AAB", [3, 3, 3])],
        [("Public", "AB", [3, 3]), (None, "CDE", [1, 1, 1])],
        [("Public", "ABC", [3, 3, 3]), (None, "D", [1])],
        [],
    ],
)
def test_no_side_is_named_where_another_could_be_worked_out(groups):
    assert sides_of(voices(*groups), THREE) == ()


def test_small_groups_are_put_together_with_everyone_else():
    found = sides_of(
        voices(("Public", "AABB", [3, 3, 3, 3]), ("Faith", "C", [0]), ("Health", "DE", [1, 2])),
        THREE,
    )

    assert found == (Side("Public", Fraction(3), 4), Side(None, Fraction(1), 3))


def test_the_smallest_named_group_shields_one_that_would_be_left_alone():
    found = sides_of(
        voices(
            ("Public", "AABB", [3, 3, 3, 3]), ("Voluntary", "CDE", [1, 1, 1]), ("Faith", "F", [0])
        ),
        THREE,
    )

    assert found == (Side("Public", Fraction(3), 4), Side(None, Fraction(3, 4), 4))


def test_whoever_is_in_no_group_counts_among_everyone_else():
    answered = one_statement(3, 3, 3, 0, 0, 0)

    first = group_figures(yearly(), answered, {"p1": "Public", "p2": "Public", "p3": "Public"})[0]

    assert (first.statement, first.gap, first.sides) == (
        "SF1",
        3,
        (Side("Public", Fraction(3), 3), Side(None, Fraction(0), 3)),
    )


def test_the_widest_gap_comes_first_and_what_may_not_be_named_last():
    answered = one_statement(3, 3, 3, 0, 0, 0)
    for number, sheet in enumerate(answered):
        sheet.answers["SP1"] = 3 if number < 3 else 2
        # Too few of the second group can say, so its side may not be named.
        sheet.answers["SM8"] = (3, 3, 0, 0, "dk", "dk")[number]
    groups = {
        sheet.respondent: "First" if sheet.respondent < "p4" else "Second" for sheet in answered
    }

    found = group_figures(yearly(), answered, groups)

    assert [(each.statement, each.gap) for each in found[:2]] == [("SF1", 3), ("SP1", 1)]
    assert (found[-1].statement, found[-1].sides, found[-1].split) == ("SM8", (), True)
    assert len(found) == 32


def test_the_least_agreed_comes_first_where_no_side_may_be_named():
    answered = one_statement(0, 3, 3, code="SM2")
    answered[0].answers["SM1"] = 1
    answered[0].answers["SF1"] = "dk"

    found = group_figures(yearly(), answered, {"p1": "Public"})

    assert [each.statement for each in (*found[:2], found[-1])] == ["SM2", "SM1", "SF1"]


def test_in_an_internal_partnership_units_stand_for_organisations():
    answered = one_statement(3, 3, 3, 0, 0, 0, organisations="AAAAAA")
    units = [
        type(each)(each.respondent, "A", each.answers, f"U{each.respondent}") for each in answered
    ]
    groups = dict.fromkeys(("p1", "p2", "p3"), "Front line")

    assert group_figures(yearly(), units, groups)[0].sides == ()
    assert group_figures(yearly(), units, groups, internal=True)[0].gap == 3


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["X", "Y", "Z", None]), st.sampled_from("ABCDE"), st.integers(0, 3)
        ),
        max_size=14,
    )
)
def test_every_side_is_of_enough_people_and_organisations_and_together_they_are_all(given_voices):
    said = [Voice(*each) for each in given_voices]

    sides = sides_of(said, THREE)

    for side in sides:
        named = {each.name for each in sides}
        inside = [v for v in said if (v.group if v.group in named else None) == side.name]
        assert len(inside) == side.people >= THREE
        assert len({voice.speaks_for for voice in inside}) >= 2
    assert sum(side.people for side in sides) in (0, len(said))
