"""The sentence of each chart says what a person would say first, also where little is known."""

import pytest

from joinedup.domain.figures.charts import (
    BandsOverYears,
    InfluenceAgainstInterest,
    PeopleAgainstOrganisations,
    Place,
    Section,
    SectionProfile,
    Series,
    StatementAnswers,
    StatementSpread,
    StrengthAgainstImportance,
    Weighed,
    YearOfBands,
    YearsSideBySide,
)


def profile(*sections: tuple[str, float | None]) -> str:
    parts = tuple(Section(name, score) for name, score in sections)
    return SectionProfile("By section", parts, "2026").sentence()


@pytest.mark.parametrize(
    ("sections", "said"),
    [
        ((), "There are no sections to show."),
        ((("Aims", 71.2),), "Aims scores 71.2 out of 100."),
        ((("Aims", None),), "Aims is withheld."),
        ((("Aims", 60.0), ("Trust", 60.0)), "Every section scores 60.0 out of 100."),
        (
            (("Aims", 71.2), ("Trust", 40.0), ("Talk", None), ("Money", None)),
            "Aims is strongest at 71.2 out of 100 and Trust weakest at 40.0. "
            "Talk and Money are withheld.",
        ),
    ],
)
def test_a_profile_names_the_strongest_and_the_weakest(sections, said):
    assert profile(*sections) == said


def test_a_profile_without_last_year_or_ranges_has_two_columns():
    table = SectionProfile("By section", (Section("Aims", 71.2),), "2026").table()

    assert ([c.name for c in table.columns], table.rows) == (
        ["Section", "2026"],
        (("Aims", "71.2"),),
    )


def test_a_profile_tells_last_year_and_the_groups():
    sections = (Section("Aims", 71.2, 64.0, 50.0, 88.0), Section("Talk", None, None))

    table = SectionProfile("By section", sections, "2026", "2025").table()

    assert [c.name for c in table.columns] == ["Section", "2025", "2026", "Lowest", "Highest"]
    assert table.rows == (
        ("Aims", "64.0", "71.2", "50.0", "88.0"),
        ("Talk", "no score", "withheld", "", ""),
    )


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        ((), "No answers can be shown."),
        (
            (StatementAnswers("Trust.", (9, 0, 0, 0), 0, is_withheld=True),),
            "No answers can be shown.",
        ),
        (
            (StatementAnswers("Trust.", (1, 0, 0, 2), 1),),
            "4 people answered: 1 chose “0 Not in place”, 2 chose “3 Fully in place”, "
            "1 chose “I do not know”.",
        ),
        (
            (StatementAnswers("Trust.", (0, 3, 0, 0)), StatementAnswers("Aims.", cannot_tell=2)),
            "On every statement all who could tell gave the same answer.",
        ),
        (
            (StatementAnswers("Trust.", (0, 3, 0, 0)), StatementAnswers("Aims.", (1, 0, 0, 1))),
            "Answers differ most on “Aims”: 1 chose “0 Not in place”, 1 chose “3 Fully in place”.",
        ),
    ],
)
def test_a_spread_names_what_divides_people_most(statements, said):
    assert StatementSpread("Spread", statements).sentence() == said


def test_withheld_answers_are_in_no_table():
    statement = StatementAnswers("Trust.", (9, 0, 0, 0), 0, is_withheld=True)

    assert StatementSpread("Spread", (statement,)).table().rows == (("Trust.", *("withheld",) * 5),)


@pytest.mark.parametrize(
    ("years", "said"),
    [
        ((), "There are no years to show."),
        ((YearOfBands("2026", (0, 0, 0, 0, 0)),), "No partnership was reviewed in 2026."),
        (
            (YearOfBands("2025", (9, 9, 9, 9, 9)), YearOfBands("2026", (1, 0, 0, 0, 0))),
            "In 2026, 1 partnership was reviewed: 1 Strong.",
        ),
    ],
)
def test_bands_tell_the_latest_year(years, said):
    assert BandsOverYears("Bands", years).sentence() == said


def weak(count: int) -> tuple[Place, ...]:
    return tuple(Place(f"P{at}", 80.0, 10.0 + at, 1) for at in range(count))


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ((Place("A", 90.0, None),), "No partnership has a score to show."),
        (
            (Place("A", 90.0, 80.0), Place("B", 10.0, 20.0)),
            "2 partnerships have a score. None is both important and below 60.",
        ),
        (weak(1), "1 partnership has a score. Important, and below 60: P0."),
        (
            weak(6),
            "6 partnerships have a score. Important, and below 60: P0, P1, P2, P3 and 2 more.",
        ),
    ],
)
def test_important_and_weak_partnerships_are_named(places, said):
    assert StrengthAgainstImportance("Strength", places).sentence() == said


def test_the_most_important_stand_first_in_the_table():
    places = (Place("B", 10.0, 20.0, 3), Place("C", 90.5, None, 1), Place("A", 10.0, 50.0, 2))

    assert StrengthAgainstImportance("Strength", places).table().rows == (
        ("C", "1", "90.5", "withheld"),
        ("A", "2", "10", "50.0"),
        ("B", "3", "10", "20.0"),
    )


def years(*series: tuple[float | None, ...], reported: str = "") -> str:
    named = tuple(Series(f"S{at}", scores) for at, scores in enumerate(series))
    labels = tuple(str(2027 - len(series[0]) + at) for at in range(len(series[0])))
    return YearsSideBySide("Years", labels, named, frozenset({reported})).sentence()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (years((61.0, None, 71.2)), "S0: 61.0 in 2024, no score in 2025, 71.2 in 2026."),
        (years(()), "There are no years to show."),
        (
            years((50.0, 60.0), (50.0, 40.0), (50.0, 50.0), (None, 50.0)),
            "Since 2025, 1 of 3 compared went up, 1 went down and 1 stayed the same.",
        ),
        (years((None, 60.0), (50.0, None)), "In 2026 all with a score stand at 60.0."),
        (
            years((50.0, 60.0), (50.0, 70.0), reported="2025"),
            "In 2026, S1 is highest at 70.0 and S0 lowest at 60.0.",
        ),
        (years((60.0,), (None,)), "In 2026 all with a score stand at 60.0."),
        (years((60.0, None), (None, None)), "There is no score for the latest year."),
    ],
)
def test_years_tell_what_changed_between_calculated_scores(said, expected):
    assert said == expected


def test_people_against_organisations_names_where_they_lie_furthest_apart_or_that_they_agree():
    pairs = (("Aims", 71.2, 64.0), ("Trust", 40.0, 62.5), ("Talk", None, None))
    far, near, none = (
        PeopleAgainstOrganisations(
            "Both", tuple(Section(*each) for each in pairs[part]), each="unit"
        )
        for part in (slice(3), slice(0), slice(2, 3))
    )
    close = PeopleAgainstOrganisations("Both", (Section("Aims", 60.0, 64.9),))

    assert far.sentence() == (
        "People and units lie furthest apart on Trust: 40.0 where each person counts once, "
        "62.5 where each unit does."
    )
    assert close.sentence() == (
        "Counting each person or each organisation once comes out much the same: no section "
        "differs by 5 points or more."
    )
    assert {near.sentence(), none.sentence()} == {
        "There is no section in which both people and units can be shown."
    }
    assert [c.name for c in far.table().columns][2:] == ["Each unit counts once", "Points apart"]
    assert far.table().rows[1:] == (
        ("Trust", "40.0", "62.5", "22.5"),
        ("Talk", "no score", "no score", ""),
    )


def test_those_high_in_both_and_those_who_care_less_are_named_and_the_rest_is_in_the_table():
    people = (
        Weighed("A", 2, 2),
        Weighed("B", 2, 0),
        Weighed("C", 0, 2),
        Weighed("D", None, 2),
        *(Weighed(f"E{at}", 2, 2) for at in range(5)),
    )
    picture = InfluenceAgainstInterest("Map", people)

    assert picture.sentence() == (
        "8 stand on the picture. High in both: A, E0, E1, E2 and 2 more. "
        "Much influence, and less interest so far: B."
    )
    assert picture.table().rows[-3:] == (
        ("B", "High", "Low"),
        ("C", "Low", "High"),
        ("D", "Not yet told us", "High"),
    )


def test_a_map_on_which_nobody_is_high_in_both_says_so():
    said = [
        InfluenceAgainstInterest("Map", people).sentence() for people in ((), (Weighed("A", 1, 0),))
    ]

    assert said == [
        "Of nobody both influence and interest have been told yet.",
        "1 stands on the picture. Nobody is high in both.",
    ]
