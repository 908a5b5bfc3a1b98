"""The result of a questionnaire that ranks: what is live, what to do first, what has moved."""

from dataclasses import replace

import pytest

from joinedup.domain.counting.heard import Case, Earlier, Heard, official
from joinedup.domain.counting.sealing import headline, sealed_result
from joinedup.domain.instruments.catalogue import find
from joinedup.domain.results import sentences
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import small

BARRIERS, SIGNS = find("barriers-check"), find("life-cycle-signs")
CARRYING = small(
    SCORING='statement = "mean"\nsection = "mean"\noverall = "mean"\n'
    'missing = { policy = "carry forward" }'
)


def heard(instrument, name, value, words=None, **told):
    answers = {s.id: value for s in instrument.statements} | told
    return Heard(Sheet(name, name.upper(), answers, unit=name.upper()), "COUNCIL", words or {})


def case(instrument, *sheets, **details):
    asked = [(each.sheet.unit, each.sector) for each in sheets]
    made = Case(instrument, "PERSON", sheets, asked, vacant=0, record={})
    return replace(made, **details)


def earlier(instrument, *sheets, **details):
    told = sealed_result(case(instrument, *sheets))
    return Earlier(2025, told, [each.sheet for each in sheets], **details)


def ranked(result, instrument):
    view = official(from_stored(result["figures"]), result["view"])
    return sentences.ranked_sentence(result, view, instrument)[0]


def test_a_barrier_is_live_on_average_or_when_it_is_serious_for_one_organisation():
    result = sealed_result(
        case(
            BARRIERS,
            heard(BARRIERS, "a", 0, B3=3, B5=2),
            heard(BARRIERS, "b", 0, B5=2, B7="dk"),
            heard(BARRIERS, "c", 0, B5=1),
        )
    )

    assert result["figures"]["by_person"]["live"] == ["B5", "B3"]
    assert ranked(result, BARRIERS) == (
        "2 of 12 need something done now, “People do not have time for the partnership, "
        "above all at the start” first of all."
    )


def test_a_result_without_a_score_has_no_figure_and_no_band_however_few_answered():
    few = sealed_result(case(BARRIERS, heard(BARRIERS, "a", 3)))

    assert headline(few, BARRIERS) == (None, "")


def test_nothing_live_says_so():
    result = sealed_result(case(BARRIERS, *[heard(BARRIERS, name, 1) for name in "abc"]))

    assert ranked(result, BARRIERS) == "Nothing here needs something done now."


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"L22": 2, "L23": 2, "L24": 2}, "What is seen most: Failing: coming apart."),
        (
            dict.fromkeys(["L1", "L2", "L5", "L6", "L7"], 2),
            "Between these: Frustration: pulling in different ways and Forming: coming together.",
        ),
        ({"L1": 2}, "The signs are unclear: none of it is seen often enough."),
    ],
)
def test_the_stage_is_where_most_signs_are_seen(told, said):
    people = [heard(SIGNS, name, 0, **told) for name in "abc"]

    assert ranked(sealed_result(case(SIGNS, *people)), SIGNS) == said


def test_signs_of_failing_are_told_whatever_the_stage():
    failing = dict.fromkeys(["L22", "L23"], 2)
    people = [heard(SIGNS, name, 2, L24=0, L25=0, **failing) for name in "abc"]

    figures = sealed_result(case(SIGNS, *people))["figures"]

    assert figures["by_person"]["alerts"] == [
        "Half or more of the signs of failing are seen. Hold an honest review, whatever the stage."
    ]


def test_how_many_people_land_in_each_stage_is_told():
    people = [heard(SIGNS, "a", 0, L1=2, L2=2), heard(SIGNS, "b", 0, L22=2, L23=2)]
    people.append(heard(SIGNS, "c", 0))

    assert sealed_result(case(SIGNS, *people))["leading"]["people"] == {"FO": 1, "FA": 1}


def test_what_moved_by_half_a_step_is_told_since_the_month_of_a_check_in_the_same_year():
    before = earlier(BARRIERS, *[heard(BARRIERS, n, 0, B12=3) for n in "abc"], when="March 2026")
    now = [heard(BARRIERS, name, 0, B12=1) for name in "abc"]

    result = sealed_result(case(BARRIERS, *now, earlier=before))

    assert sentences.change_sentence(result, BARRIERS) == (
        "Since March 2026, “Too much rests on one person” went from 3.0 to 1.0. "
        "3 people from 3 organisations answered both times."
    )


def test_only_the_questions_asked_both_times_are_compared_with_an_earlier_version():
    new, old = small(A2="key = true"), small()
    before = earlier(
        old,
        *[heard(old, n, 2, B1=5, B2=5) for n in "abc"],
        links={"A1": "A1", "A2": "B1"},
    )

    change = sealed_result(case(new, *[heard(new, n, 4) for n in "abc"], earlier=before))["change"]

    assert (change["overall"]["before"], change["overall"]["after"]) == (3.5, 4.0)
    assert list(change["sections"]) == ["A"]
    assert (change["asked_again"], change["asked"]) == (2, 4)


def test_of_another_questionnaire_nothing_is_compared():
    before = earlier(BARRIERS, *[heard(BARRIERS, n, 0) for n in "abc"], links={})
    now = [heard(SIGNS, name, 0) for name in "abc"]

    change = sealed_result(case(SIGNS, *now, earlier=before))["change"]

    assert change == {"year": 2025, "comparable": False}


def test_what_people_left_empty_counts_as_they_answered_it_last_time_and_the_result_says_so():
    before = earlier(CARRYING, *[heard(CARRYING, n, 1) for n in "abx"], key="k1")
    now = [heard(CARRYING, "a", 5, A1=None), heard(CARRYING, "b", 5), heard(CARRYING, "c", None)]

    result = sealed_result(case(CARRYING, *now, earlier=before))

    assert result["figures"]["statements"]["A1"]["mean"] == "3"
    assert sentences.carried_sentence(result) == (
        "1 answer was left empty and carried forward from 2025: what the same people said then."
    )
