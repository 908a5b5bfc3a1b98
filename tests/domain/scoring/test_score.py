from fractions import Fraction

import pytest

from joinedup.domain.instruments.definition import Band
from joinedup.domain.scoring.results import band_of, printed, score, why_indicative
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import all_of, one_statement, sheets, yearly

BANDS = yearly().bands


@pytest.mark.parametrize(
    ("figure", "decimals", "shown"),
    [
        ("0", 1, "0.0"),
        ("2/3", 1, "0.7"),
        ("200/3", 1, "66.7"),
        ("79.95", 1, "80.0"),
        ("79.94999", 1, "79.9"),
        ("0.25", 1, "0.3"),
        ("0.35", 1, "0.4"),
        ("66.5", 0, "67"),
        ("67.5", 0, "68"),
        ("19/27", 4, "0.7037"),
        ("0.00005", 4, "0.0001"),
        ("100", 1, "100.0"),
    ],
)
def test_figures_are_rounded_half_up(figure, decimals, shown):
    assert str(printed(Fraction(figure), decimals)) == shown


@pytest.mark.parametrize(
    ("figure", "band"),
    [
        ("100", "Strong"),
        ("80", "Strong"),
        ("79.95", "Strong"),
        ("79.949", "Sound"),
        ("60", "Sound"),
        ("59.95", "Sound"),
        ("59.949", "Developing"),
        ("40", "Developing"),
        ("39.95", "Developing"),
        ("39.949", "At risk"),
        ("0", "At risk"),
    ],
)
def test_the_band_is_that_of_the_printed_figure(figure, band):
    assert band_of(BANDS, Fraction(figure), 1) == band


@pytest.mark.parametrize(
    ("figure", "band"), [("1", "A"), ("1.54", "A"), ("1.55", "B"), ("2.5", "B"), ("2.55", None)]
)
def test_where_low_is_good_a_band_reaches_up_to_its_bound(figure, band):
    bands = [Band("A", at_most=Fraction("1.5")), Band("B", at_most=Fraction("2.5"))]

    assert band_of(bands, Fraction(figure), 1) == band


def test_each_statement_tells_what_was_answered():
    result = score(yearly(), one_statement(3, 1, "dk", "na", None))

    figures = result.statements["SF1"]

    assert figures.counts == {"0": 0, "1": 1, "2": 0, "3": 1, "dk": 1, "na": 1, "unanswered": 1}
    assert (figures.mean, figures.dont_know_share, figures.cannot_tell, figures.agreement) == (
        Fraction(2),
        Fraction(1, 3),
        True,
        None,
    )


@pytest.mark.parametrize(
    ("unsure", "sure", "listed"),
    [(0, 3, False), (1, 5, False), (1, 4, True), (1, 0, True), (0, 0, False)],
)
def test_one_in_five_who_cannot_tell_is_listed(unsure, sure, listed):
    answers = ["dk"] * unsure + [2] * sure + ["na"]

    assert score(yearly(), one_statement(*answers)).statements["SF1"].cannot_tell == listed


@pytest.mark.parametrize(
    ("organisations", "people", "bodies", "indicative"),
    [
        ("AB", 2, 2, True),
        ("ABA", 3, 2, False),
        ("AAA", 3, 1, True),
        ("   ", 3, 0, True),
        ("", 0, 0, True),
    ],
)
def test_too_few_people_or_organisations_make_a_result_indicative(
    organisations, people, bodies, indicative
):
    answered = sheets(*[all_of(2)] * len(organisations), organisations=organisations)

    result = score(yearly(), answered)

    assert (result.respondents, result.organisations, result.indicative) == (
        people,
        bodies,
        indicative,
    )


@pytest.mark.parametrize(
    ("people", "organisations", "invited", "reasons"),
    [
        (3, 2, None, []),
        (3, 2, 6, []),
        (3, 2, 7, ["3 of the 7 people asked answered, which is too few."]),
        (2, 1, 2, ["Fewer than 3 people answered.", "Fewer than 2 organisations were heard."]),
    ],
)
def test_why_a_result_is_indicative_is_said(people, organisations, invited, reasons):
    found = why_indicative(yearly(), people=people, organisations=organisations, invited=invited)

    assert found == reasons


def test_a_sheet_without_any_answer_is_nobodys_answer():
    empty = Sheet("p9", "Z", {"SF1": None, "proudest": "Everything"})

    assert score(yearly(), [*one_statement(1, 2), empty]) == score(yearly(), one_statement(1, 2))


def test_units_take_the_place_of_organisations_in_an_internal_partnership():
    answers = [(3, "Roads"), (3, "Roads"), (0, "Parks")]
    answered = [
        Sheet(str(number), "Council", all_of(value), unit)
        for number, (value, unit) in enumerate(answers)
    ]

    result = score(yearly(), answered, internal=True)

    assert (result.organisations, result.indicative) == (2, False)
    assert result.by_organisation.overall == 50
    assert score(yearly(), answered).organisations == 1


def test_a_person_alone_is_not_mistaken_for_an_organisation_of_the_same_name():
    answered = [Sheet("Ash", "", all_of(3)), Sheet("Oak", "Ash", all_of(0))]

    assert score(yearly(), answered).by_organisation.overall == 50


@pytest.mark.parametrize(
    ("code", "answer", "message"),
    [
        ("SF1", 4, "4 is not an answer to SF1."),
        ("SF1", "2", "'2' is not an answer to SF1."),
        ("SF1", True, "True is not an answer to SF1."),
        ("SF1", "DK", "'DK' is not an answer to SF1."),
        ("SF9", 2, "There is no statement 'SF9' in yearly-self-assessment."),
    ],
)
def test_an_answer_the_questionnaire_does_not_know_is_refused(code, answer, message):
    with pytest.raises(ValueError, match=message):
        score(yearly(), [Sheet("p", "A", {code: answer})])
