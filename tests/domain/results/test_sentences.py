"""Every sentence a result can say, read as a person reads it."""

import re
from dataclasses import replace

import pytest

from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.reading import read_definition
from joinedup.domain.results import sentences
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.scoring.outcome import stored
from joinedup.domain.scoring.results import score
from joinedup.domain.scoring.sheets import Sheet

SET = read_definition(texts()["yearly-self-assessment"])
SIGNED = "Our written agreement or terms of reference is signed, in date and followed"
WOUND_UP = (
    "We know how the partnership would be wound up, or how one partner would leave, without harm "
    "to people who rely on it"
)


def figures(*sheets, others=2):
    """The result of sheets of one organisation each: the answers told, all others the same."""
    rest = {statement.id: others for statement in SET.statements}
    return score(SET, [Sheet(f"p{n}", f"o{n}", rest | told) for n, told in enumerate(sheets)])


def response(**told):
    heard = {
        "asked": 5,
        "sent": 4,
        "members_asked": 4,
        "members_heard": 3,
        "silent": [],
        "vacant": 0,
    }
    return sentences.response_sentence({"response": heard | told})


def is_plain(sentence):
    """One space between words, a stop at the end, and no trace of the machine."""
    return re.fullmatch(r"[A-Z0-9“]\S*( \S+)*\.", sentence) and not re.search(
        r"None|\.\.|\.”\.|nan|\[", sentence
    )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "4 of 5 people answered, from 3 of 4 members."),
        (
            {"asked": 1, "sent": 1, "members_asked": 1, "members_heard": 1},
            "1 of 1 person answered, from 1 of 1 member.",
        ),
        ({"sent": 0, "members_heard": 0}, "0 of 5 people answered, from 0 of 4 members."),
        ({"asked": 0, "sent": 0}, "Nobody could be asked."),
        (
            {"asked": 0, "vacant": 2},
            "Nobody could be asked. 2 places were empty and could not be asked.",
        ),
        (
            {"silent": ["FAITH"], "vacant": 1},
            "4 of 5 people answered, from 3 of 4 members. No faith group answered. "
            "1 place was empty and could not be asked.",
        ),
        (
            {"silent": ["COUNCIL", "POLICE", "UNTOLD", "BUSINESS"], "vacant": 3},
            "4 of 5 people answered, from 3 of 4 members. No council, police or business "
            "answered. 3 places were empty and could not be asked.",
        ),
        ({"silent": ["UNTOLD"]}, "4 of 5 people answered, from 3 of 4 members."),
    ],
)
def test_who_answered_and_who_did_not(told, said):
    assert response(**told) == said
    assert is_plain(said)


@pytest.mark.parametrize(
    ("sheets", "others", "said"),
    [
        ([{}] * 3, 2, ("Sound, 66.7 out of 100.", "")),
        (
            [{"SF8": 0}] * 3,
            3,
            (
                "Developing, 96.9 out of 100.",
                f"It would be Strong, but an essential is missing: “{WOUND_UP}”.",
            ),
        ),
        (
            [{"SF8": "dk", "SF4": 0}] * 3,
            3,
            (
                "Developing, 96.4 out of 100.",
                f"It would be Strong, but an essential is missing: “{SIGNED}” and "
                f"nobody could say whether “{WOUND_UP}”.",
            ),
        ),
    ],
)
def test_the_score_and_what_holds_its_band_down(sheets, others, said):
    found = figures(*sheets, others=others)

    assert sentences.score_sentence(found, found.by_person, SET) == said
    assert all(is_plain(sentence) for sentence in said if sentence)


def test_a_section_at_risk_holds_the_band_down():
    weak = {s.id: 0 for s in SET.sections[1].statements}
    found = figures(*[weak] * 3, others=3)

    assert sentences.score_sentence(found, found.by_person, SET) == (
        "Developing, 75.0 out of 100.",
        "It would be Sound, but Partners is at risk.",
    )


def test_without_enough_answers_the_sections_without_a_score_are_named():
    unsure = {s.id: "dk" for section in SET.sections[:3] for s in section.statements}
    found = figures(*[unsure] * 3)
    nothing = replace(found.by_person, sections={})

    assert sentences.score_sentence(found, found.by_person, SET) == (
        "No overall score.",
        "Too few statements were answered under Foundations, Partners and Communication and "
        "involvement.",
    )
    assert sentences.score_sentence(found, nothing, SET) == (
        "No overall score.",
        "Too few statements were answered.",
    )


def difference(*sides, split=False):
    return {
        "statement": "SF4",
        "split": split,
        "agreement": 0.5,
        "sides": [{"name": name, "mean": mean, "people": 3} for name, mean in sides],
    }


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            difference(("Public bodies", 3.0), ("Others", 2.0), (None, 1.0)),
            f"“{SIGNED}”: public bodies say 3.0 of 3, everyone else 1.0.",
        ),
        (
            difference((None, 2.3), ("Voluntary, community and faith groups", 0.0)),
            f"“{SIGNED}”: everyone else says 2.3 of 3, voluntary, community and faith groups 0.0.",
        ),
        (
            difference(split=True),
            f"“{SIGNED}”: they are split, in groups too small to name.",
        ),
    ],
)
def test_where_partners_differ(told, said):
    assert sentences.difference_sentence(told, SET) == said
    assert is_plain(said)


def test_only_a_whole_step_or_a_split_is_told_first():
    wide = difference(("Public bodies", 2.0), (None, 1.0))
    narrow, split = difference(("Public bodies", 1.9), (None, 1.0)), difference(split=True)

    assert sentences.first_differences({"differences": [narrow, wide, split]}) == [wide, split]


def test_in_short_tells_the_disagreement_the_silence_and_the_conflict():
    conflict = {"statement": "SF4", "mean": 2.8, "shows": "The record shows no agreement."}
    heard = {
        "asked": 3,
        "sent": 3,
        "members_asked": 3,
        "members_heard": 3,
        "silent": [],
        "vacant": 0,
    }
    result = {
        "differences": [difference(split=True)] * 2,
        "response": heard,
        "conflicts": [conflict] * 2,
    }

    assert sentences.in_short(result, SET) == [
        f"Partners differ most on “{SIGNED}”: they are split, in groups too small to name.",
        "3 of 3 people answered, from 3 of 3 members.",
        f"“{SIGNED}” scored 2.8 of 3, but the record disagrees. The record shows no agreement.",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (None, "This is the first review counted here, so there is nothing to compare it with."),
        (
            {"comparable": False},
            "The questions changed since 2025, so the scores are not compared.",
        ),
        (
            {"comparable": True, "overall": None},
            "There is no overall score to compare with 2025.",
        ),
        (
            {"before": 60.0, "direction": "up", "both": (1, 1)},
            "Up from 60.0 in 2025. 1 person from 1 organisation answered both times.",
        ),
        (
            {"before": 60.0, "direction": "down", "both": (3, 2)},
            "Down from 60.0 in 2025. 3 people from 2 organisations answered both times.",
        ),
        (
            {"before": 60.0, "direction": "little change", "both": (0, 2)},
            "Little change since 2025: 60.0 then. Nobody answered both times.",
        ),
    ],
)
def test_what_has_moved_since_last_time(change, said):
    if change and "both" in change:
        people, organisations = change["both"]
        change = {
            "comparable": True,
            "overall": change,
            "people_both": people,
            "organisations_both": organisations,
        }
    result = {"change": change and change | {"year": 2025}}

    assert sentences.change_sentence(result, SET) == said
    assert is_plain(said)


def test_the_other_view_is_told_where_it_tells_another_story():
    crowd = [Sheet(f"p{n}", "big", {s.id: 3 for s in SET.statements}) for n in range(3)]
    lone = [Sheet(name, name, {s.id: 1 for s in SET.statements}) for name in ("q", "r", "s")]
    found = score(SET, [*crowd, *lone])

    told = [sentences.other_view_sentence(found, {"view": view}) for view in OfficialView.values]

    assert told == [
        "Counting every organisation the same, it would be Developing, 50.0.",
        "Counting every person the same, it would be Sound, 66.7.",
    ]
    for few in (1, 2):  # of so few, whoever knows one of them could work out the others
        fewer = score(SET, [*crowd, *lone[:few]])
        assert sentences.other_view_sentence(fewer, {"view": "PERSON"}) == ""
    assert sentences.other_view_sentence(figures({}, {}, {}), {"view": "PERSON"}) == ""


def test_another_view_without_a_score_is_not_given_one():
    found = figures({}, {}, {})
    emptied = replace(found.by_person, overall=None, band="Incomplete")

    said = sentences.other_view_sentence(
        replace(found, by_person=emptied, organisations=4), {"view": OfficialView.ORGANISATION}
    )

    assert said == "Counting every person the same, there would be no score."


def test_what_a_fifth_cannot_tell_is_listed():
    found = figures({"SF4": "dk"}, {"SF4": "dk"}, {})

    assert sentences.cannot_tell(found, SET) == [f"67% could not say: “{SIGNED}”"]


def test_the_weakest_points_come_lowest_first():
    found = figures({"SF4": 0, "SF8": 1}, {"SF4": 1, "SF8": 1}, {"SF4": 0, "SF8": 1})
    result = {"figures": stored(found), "view": "PERSON"}

    assert sentences.weakest(result, SET, count=2) == [(SIGNED, 0.3), (WOUND_UP, 1.0)]
