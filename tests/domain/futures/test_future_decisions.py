from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.futures.actions import record_dissent, record_future_decision
from joinedup.domain.futures.kinds import ENDING, QUESTIONS, Outcome
from joinedup.domain.futures.models import Dissent
from joinedup.domain.futures.queries import (
    decisions_visible_to,
    ending_decided,
    latest_decision,
    members_to_disagree,
)
from joinedup.domain.futures.rules import (
    why_not_begin_ending,
    why_not_decide,
    why_not_disagree,
)
from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import sealed

SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
SPEAKERS = {
    "core seat",
    "associate seat",
    "observer seat",
    "chair",
    "coordinator",
    "lead host's officer",
    "another host's officer",
}
YES = dict.fromkeys(QUESTIONS, "YES")


def decided(cast, at, outcome=Outcome.CONTINUE, **other):
    said = {"reason": "It works.", "deciders": "The board", "decided_on": at.date(), **YES}
    return record_future_decision(cast.safer, outcome=outcome, **said | other, by=cast.priya, at=at)


def test_those_who_keep_the_record_write_a_decision_down(cast, now):
    may = {k for k in SIGNED_IN if not why_not_decide(cast.safer, cast.who(k), now.date())}

    assert may == {"chair", "coordinator", "lead host's officer"}


def test_a_decision_keeps_the_result_that_lay_before_those_who_decided(cast, now):
    before = decided(cast, now)
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    on_draft = decided(cast, now + timedelta(days=3))
    decision = decided(cast, now + timedelta(days=30), worth_it="UNSURE")

    assert [each.review for each in (before, on_draft, decision)] == [
        None,
        None,
        Review.objects.get(),
    ]
    assert decision.answers[2] == ("Does it add more than it costs?", "We are not sure")
    assert latest_decision(cast.safer) == decision


@pytest.mark.parametrize(
    ("outcome", "other", "sentence"),
    [
        ("CONTINUE", "Nobody", "It continues as it is"),
        ("CHANGE", "", "It continues with changes"),
        ("MERGE", "Youth Board", "It merges with Youth Board"),
        ("HAND_OVER", "the county", "It is handed over to the county"),
        ("WIND_DOWN", "", "It is wound down"),
        ("LEAVE", "The academy", "The academy leaves it"),
    ],
)
def test_each_outcome_says_what_becomes_of_it_and_which_ones_end_it(
    cast, now, outcome, other, sentence
):
    decision = decided(cast, now, outcome, other=other)

    ends = outcome in ENDING
    assert decision.sentence == str(decision) == sentence
    assert ending_decided(cast.safer) == (decision if ends else None)
    assert (why_not_begin_ending(cast.safer) is None) == ends


def test_nothing_decided_is_no_reason_against_ending(cast):
    assert (latest_decision(cast.safer), why_not_begin_ending(cast.safer)) == (None, None)


@pytest.mark.parametrize(
    ("outcome", "other", "refusal"),
    [
        ("MERGE", {}, "Say with which partnership it merges"),
        ("HAND_OVER", {}, "Say to whom it is handed over"),
        ("LEAVE", {}, "Say who leaves"),
        ("CONTINUE", {"reason": " "}, "Say why it was decided so"),
        ("CONTINUE", {"deciders": "-"}, "Say who decided it"),
        ("CONTINUE", {"days": 1}, "This day is still to come"),
        ("CONTINUE", {"days": 0}, "written down already"),
    ],
)
def test_a_decision_says_all_that_it_must(cast, now, outcome, other, refusal):
    decided(cast, now)
    days = other.pop("days", -1)

    with pytest.raises(Refused, match=refusal):
        decided(cast, now, outcome, decided_on=now.date() + timedelta(days=days), **other)


def test_whoever_speaks_for_a_member_disagrees_for_it_once(cast, now):
    decision, riverside = decided(cast, now), cast.memberships["riverside"]
    may = {k for k in SIGNED_IN if not why_not_disagree(decision, cast.who(k), now.date())}
    said = {"words": " We need it. ", "by": cast.ade, "at": now}

    dissent = record_dissent(decision, riverside, **said)

    assert may == SPEAKERS
    assert record_dissent(decision, riverside, **said) == dissent
    assert [(each.words, each.said_by) for each in Dissent.objects.all()] == [
        ("We need it.", cast.ade)
    ]
    assert list(members_to_disagree(decision, cast.ade, now.date())) == []
    assert why_not_disagree(decision, cast.ade, now.date()) == (
        "You have said that you disagree, and why. It stays beside the decision."
    )


def test_nobody_disagrees_for_another_member_or_without_a_reason(cast, now):
    decision = decided(cast, now)

    for member, words, by, refusal in (
        ("police", "No.", cast.ade, "You do not speak for Wexmere Police"),
        ("riverside", " ", cast.ade, "Say why"),
        ("riverside", "No.", cast.derek, "Only whoever speaks for a member"),
    ):
        with pytest.raises(Refused, match=refusal):
            record_dissent(decision, cast.memberships[member], words=words, by=by, at=now)


def test_two_who_speak_for_a_member_disagree_for_it_once(cast, now):
    decision, county = decided(cast, now), cast.memberships["county"]
    record_dissent(decision, county, words="No.", by=cast.colin, at=now)

    with pytest.raises(Refused, match="You have said that you disagree"):
        record_dissent(decision, county, words="Nor do I.", by=cast.ben, at=now)


def test_only_the_last_decision_on_a_partnership_that_goes_on_is_disagreed_with(cast, now):
    first, last = decided(cast, now - timedelta(days=9)), decided(cast, now)
    assert why_not_disagree(first, cast.ade, now.date()) == (
        "Another decision has followed. Disagree with that one."
    )

    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)
    last.refresh_from_db()

    ended = "This partnership has ended. Its record is kept as it was."
    assert why_not_disagree(last, cast.ade, now.date()) == ended
    assert why_not_decide(cast.safer, cast.priya, now.date()) == ended


def test_decisions_are_read_by_those_who_may_open_the_partnership(cast, now):
    decision = decided(cast, now)

    reads = {k for k in SIGNED_IN if decision in decisions_visible_to(cast.who(k), now.date())}

    assert reads == set(SIGNED_IN) - {"ticket holder", "former seat", "foreign body's officer"}
