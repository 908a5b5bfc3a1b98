"""What one sealed result holds, worked out from made sheets without a database."""

from dataclasses import replace

import pytest

from joinedup.domain.counting.heard import Case, Earlier, Heard
from joinedup.domain.counting.record import Shown
from joinedup.domain.counting.sealing import headline, sealed_result
from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.results.sentences import TWO_ONLY, other_view_sentence
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.sheets import Sheet

SET = read_definition(texts()["yearly-self-assessment"])
NO_AGREEMENT = {"agreement": Shown(False, "The record shows no agreement.")}


def heard(name, organisation, sector="COUNCIL", value=2, words=None, **told):
    answers = {s.id: value for s in SET.statements} | told
    return Heard(Sheet(name, organisation, answers, unit=organisation), sector, words or {})


def case(*sheets, **details):
    asked = [(each.sheet.unit, each.sector) for each in sheets]
    made = Case(SET, "ORGANISATION", sheets, asked, vacant=0, record={})
    return replace(made, **details)


def side(name, mean, people):
    return {"name": name, "mean": mean, "people": people}


def sides_of(*sheets):
    return {tuple(tuple(s.values()) for s in d["sides"]) for d in told(*sheets)["differences"]}


def told(*sheets, **details):
    return sealed_result(case(*sheets, **details))


PUBLIC = [heard("a", "A", value=3), heard("b", "B", "POLICE", 3), heard("c", "B", "POLICE", 3)]
OTHER = [heard("d", "D", "CHARITY", 1), heard("e", "E", "FAITH", 1), heard("f", "F", "FAITH", 1)]


def test_two_sides_of_three_people_and_two_bodies_each_are_named():
    assert sides_of(*PUBLIC, *OTHER) == {
        (("Public bodies", 3.0, 3), ("Voluntary, community and faith groups", 1.0, 3))
    }


def test_of_two_organisations_one_view_is_told_since_both_would_tell_what_each_said():
    two = [heard("a", "A", value=3), *(heard(name, "B", value=1) for name in "bcd")]

    found, with_a_third = told(*two), told(*two, heard("e", "C"))

    assert (found["view"], headline(found, SET)) == ("PERSON", (50.0, "Developing"))
    assert other_view_sentence(from_stored(found["figures"]), found) == TWO_ONLY
    assert with_a_third["view"] == "ORGANISATION"


@pytest.mark.parametrize(
    "left",
    [
        OTHER[:2],
        [heard(name, "D", "CHARITY", 1) for name in "def"],
    ],
    ids=["two people", "three people of one body"],
)
def test_a_side_is_not_named_where_the_rest_is_too_few(left):
    assert sides_of(*PUBLIC, *left) in ({()}, set())


def test_those_left_over_from_two_small_sides_are_told_as_everyone_else():
    few = [
        heard("g", "G", "BUSINESS", 1),
        heard("h", "H", "CHARITY", 1),
        heard("i", "I", "FAITH", 1),
    ]

    assert sides_of(*PUBLIC, *few) == {(("Public bodies", 3.0, 3), (None, 1.0, 3))}


def test_less_than_half_a_step_between_sides_is_not_worth_telling():
    close = [heard(name, name, "CHARITY", 3) for name in "xy"] + [heard("z", "z", "FAITH", 2)]

    assert told(*PUBLIC, *close)["differences"] == []


def test_where_people_are_split_in_groups_too_small_nobody_is_named():
    split = told(heard("a", "A", value=0), heard("b", "B", value=3), heard("c", "C", value=3))

    assert {d["split"] for d in split["differences"]} == {True}
    assert all(d["sides"] == [] for d in split["differences"])


@pytest.mark.parametrize(("people", "kept"), [(2, {}), (3, {"SF1": ["Ache", "bee", "Cow"]})])
def test_words_are_hidden_under_three_sheets_and_else_in_the_order_of_their_letters(people, kept):
    words = ["bee", "Cow", "Ache"] if people == 3 else ["bee", "Cow"]
    sheets = [heard(w, w, words={"SF1": w}) for w in words]

    assert told(*sheets)["words"] == kept


def test_choices_are_counted_and_never_listed():
    question = next(q for q in SET.open_questions if q.kind == "choice")
    first, second = (choice.id for choice in question.choices[:2])
    sheets = [
        heard(n, n, words={question.id: c})
        for n, c in zip("abc", [first, second, first], strict=True)
    ]

    assert told(*sheets)["words"] == {question.id: {first: 2, second: 1}}


def test_a_claim_the_record_contradicts_is_told_with_what_it_shows():
    sheets = [heard(name, name, value=3) for name in "abc"]

    assert told(*sheets, record=NO_AGREEMENT)["conflicts"] == [
        {
            "statement": "SF4",
            "fact": "agreement",
            "mean": 3.0,
            "shows": "The record shows no agreement.",
        }
    ]


@pytest.mark.parametrize(
    ("value", "record"),
    [(0, NO_AGREEMENT), (3, {}), (3, {"agreement": Shown(True, "It was signed.")})],
)
def test_no_claim_or_no_contradiction_is_no_conflict(value, record):
    assert (
        told(*[heard(name, name, value=value) for name in "abc"], record=record)["conflicts"] == []
    )


def earlier(*sheets, year=2025, **details):
    return Earlier(year, told(*sheets, **details), [each.sheet for each in sheets])


def test_the_change_since_last_time_says_how_many_answered_both_times():
    before = earlier(*[heard(name, name, value=1) for name in "abcx"])

    change = told(*[heard(name, name, value=2) for name in "abcy"], earlier=before)["change"]

    move = {"before": 33.3, "after": 66.7, "points": 33.4, "direction": "up"}
    assert change == {
        "year": 2025,
        "comparable": True,
        "overall": move,
        "sections": {section.id: move for section in SET.sections},
        "people_both": 3,
        "organisations_both": 3,
    }


def test_another_version_of_the_questions_is_not_compared():
    before = earlier(*PUBLIC)
    other = {**before.result, "figures": {**before.result["figures"], "version": "0"}}

    change = told(*PUBLIC, earlier=replace(before, result=other))["change"]

    assert change == {"year": 2025, "comparable": False}


@pytest.mark.parametrize(("then", "now"), [(2, 3), (3, 2), (1, 1)])
def test_figures_withheld_in_either_year_are_not_told_by_a_comparison(then, now):
    before = earlier(*PUBLIC[:then])

    change = told(*PUBLIC[:now], earlier=before)["change"]

    assert change == {"year": 2025, "comparable": True, "overall": None, "sections": {}}


@pytest.mark.parametrize(
    ("people", "found"),
    [(0, (None, "Incomplete")), (2, (None, "Incomplete")), (3, (100.0, "Strong"))],
)
def test_the_headline_is_withheld_under_three_people(people, found):
    assert headline(told(*PUBLIC[:people]), SET) == found


def test_the_headline_is_that_of_the_official_view():
    lone = [heard(name, name, value=1) for name in "qr"]
    sheets = [heard(n, "big", value=3) for n in "abc"] + lone

    views = [headline(told(*sheets, view=view), SET) for view in ("PERSON", "ORGANISATION")]

    assert views == [(73.3, "Sound"), (55.6, "Developing")]


@pytest.mark.parametrize(
    ("internal", "reasons"), [(False, ["Fewer than 2 organisations were heard."]), (True, [])]
)
def test_a_result_of_one_body_is_indicative_unless_its_units_are_the_members(internal, reasons):
    units = [Heard(replace(heard(n, "A").sheet, unit=f"unit {n}"), "COUNCIL", {}) for n in "abc"]

    assert told(*units, internal=internal)["indicative"] == reasons


def test_nobody_answering_is_a_result_too():
    empty = told(asked=[("A", "COUNCIL"), ("B", "FAITH")], vacant=1)

    assert empty["response"] == {
        "asked": 2,
        "sent": 0,
        "members_asked": 2,
        "members_heard": 0,
        "silent": ["COUNCIL", "FAITH"],
        "vacant": 1,
    }
    assert empty["indicative"] == [
        "Fewer than 3 people answered.",
        "Fewer than 2 organisations were heard.",
        "0 of the 2 people asked answered, which is too few.",
    ]
    assert (empty["differences"], empty["conflicts"], empty["change"], empty["words"]) == (
        [],
        [],
        None,
        {},
    )


def test_a_section_withheld_in_either_year_has_no_change_of_its_own():
    unsure = {s.id: "dk" for s in SET.sections[0].statements}
    sheets = [heard(name, name) for name in "abc"]

    change = told(*[heard(n, n, **unsure) for n in "abc"], earlier=earlier(*sheets))["change"]

    assert change["overall"] is None
    assert [code for code, move in change["sections"].items() if move is None] == [
        SET.sections[0].id
    ]
