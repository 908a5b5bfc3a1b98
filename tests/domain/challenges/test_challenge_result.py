from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.challenges.actions import answer_result_challenge, challenge_result
from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.challenges.queries import (
    challenges_to_answer,
    challenges_visible_to,
    open_to_challenge,
)
from joinedup.domain.challenges.rules import why_not_challenge, why_not_rule
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import Told
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import opened, sealed

ONLY = "Only the members of the partnership can challenge its result."
SPEAKERS = {
    "core seat",
    "associate seat",
    "observer seat",
    "chair",
    "coordinator",
    "lead host's officer",
    "another host's officer",
}
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]


@pytest.fixture
def review(cast, now):
    """A draft result of three answers, where the record has no agreement and people claim one."""
    papers = {"agreement": Told.NO}
    change_partnership(cast.safer, version=cast.safer.version, by=cast.priya, at=now, **papers)
    sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    return Review.objects.select_related("round__host", "partnership").get()


def challenged(cast, review, at, about="overall", words="Not so."):
    return challenge_result(review, cast.riverside, about, words, by=cast.ade, at=at)


def test_only_those_who_speak_for_a_member_challenge_and_only_the_host_answers(cast, review, now):
    made = challenged(cast, review, now)

    may_challenge = {k: why_not_challenge(review, cast.who(k), now) for k in SIGNED_IN}
    may_answer = {k for k in SIGNED_IN if not why_not_rule(made, cast.who(k), now.date())}

    assert may_challenge == {k: None if k in SPEAKERS else ONLY for k in SIGNED_IN}
    assert may_answer == {"lead host's officer"}


def test_what_may_be_challenged_is_the_figures_the_conflicts_and_the_record(cast, review, now):
    named = open_to_challenge(review, now)

    assert list(named)[:2] == ["response", "overall"]
    assert [code for code in named if code.startswith(("conflict", "record"))] == [
        "conflict:SF4",
        "record:agreement",
    ]
    assert named["record:agreement"] == (
        "What the record says: The record shows no agreement or terms of reference."
    )


def test_where_few_answered_no_figure_is_there_to_be_challenged(cast, now):
    sealed(cast, now, {"ruth": 3})

    assert list(open_to_challenge(Review.objects.get(), now)) == ["response"]


def test_where_there_is_no_score_none_is_offered_to_be_challenged(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3}, name="barriers-check")

    named = open_to_challenge(Review.objects.get(), now)

    assert list(named.values()) == [
        "Who was asked, and how many answered",
        "The averages, and the order they give",
    ]


def test_a_challenge_waits_for_the_host_and_keeps_its_answer(cast, review, now):
    made = challenged(cast, review, now)
    waiting = list(challenges_to_answer(cast.priya, now.date()))

    said = {"ruling": "UPHELD", "answer": " The day is put right. "}
    answer_result_challenge(made, **said, by=cast.priya, at=now)

    made.refresh_from_db()
    assert waiting == [made]
    assert (made.ruling, made.answer, made.answered_by) == (
        "UPHELD",
        "The day is put right.",
        cast.priya,
    )
    assert list(challenges_to_answer(cast.priya, now.date())) == []
    with pytest.raises(Refused, match="This was answered on 15 June 2026"):
        answer_result_challenge(made, **said, by=cast.priya, at=now)


@pytest.mark.parametrize(
    ("about", "words", "reason"),
    [
        ("overall", "And again.", "has challenged this already"),
        ("section:nothing", "Not so.", "Choose what is wrong from the list"),
        ("response", " ", "Say what is wrong"),
    ],
)
def test_a_challenge_names_something_once_and_says_something(
    cast, review, now, about, words, reason
):
    challenged(cast, review, now)

    with pytest.raises(Refused, match=reason):
        challenged(cast, review, now, about, words)


def test_a_button_pressed_twice_makes_one_challenge(cast, review, now):
    assert challenged(cast, review, now) == challenged(cast, review, now)
    assert ResultChallenge.objects.count() == 1


def test_nobody_challenges_for_a_member_they_do_not_speak_for(cast, review, now):
    with pytest.raises(Refused, match="You do not speak for Wexmere Police"):
        challenge_result(review, cast.police, "overall", "No.", by=cast.ade, at=now)


def test_nothing_is_challenged_before_the_close_or_once_it_stands(cast, now):
    round = opened(cast, now)
    assert why_not_challenge(round.reviews.get(), cast.ade, now) == "There is no result yet."


def test_when_it_stands_challenges_are_read_by_all_who_read_the_result(cast, review, now):
    made, stands = challenged(cast, review, now), now + timedelta(days=30)

    readers = {
        kind: [list(challenges_visible_to(cast.who(kind), at)) == [made] for at in (now, stands)]
        for kind in ("core seat", "auditor", "former seat")
    }

    assert readers == {
        "core seat": [True, True],
        "auditor": [False, True],
        "former seat": [False, False],
    }
    with pytest.raises(Refused, match="The last day to challenge it was 1 July 2026"):
        challenged(cast, review, stands, "response")
