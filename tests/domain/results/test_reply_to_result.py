from datetime import UTC, datetime, timedelta

import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.results.actions import reply_to_result
from joinedup.domain.results.models import Reply
from joinedup.domain.results.rules import why_not_reply
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import in_state, opened, sealed

pytestmark = pytest.mark.django_db

ONLY = "Only the members of the partnership can reply to its result."
SPEAKERS = {
    "core seat",
    "associate seat",
    "observer seat",
    "chair",
    "coordinator",
    "lead host's officer",
    "another host's officer",
}
OVER = "The last day to reply to it was 1 July 2026. The result stands."


@pytest.fixture
def review(cast, now):
    """A draft result, closed on 17 June 2026."""
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    return Review.objects.select_related("round", "partnership").get()


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_speak_for_a_member_reply(cast, review, now, kind):
    reason = why_not_reply(review, cast.who(kind), now + timedelta(days=2))

    assert reason == (None if kind in SPEAKERS else ONLY)


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        (datetime(2026, 7, 1, 22, 59, tzinfo=UTC), None),
        (datetime(2026, 7, 1, 23, 0, tzinfo=UTC), OVER),
        (datetime(2026, 9, 1, tzinfo=UTC), OVER),
    ],
)
def test_replies_end_when_the_result_stands(cast, review, moment, reason):
    assert why_not_reply(review, cast.ade, moment) == reason


def test_before_the_close_there_is_nothing_to_reply_to(cast, now):
    round = opened(cast, now)

    assert why_not_reply(round.reviews.get(), cast.ade, now) == "There is no result yet."


def test_nor_in_a_round_that_was_withdrawn(cast, now):
    round = in_state(cast, now, "WITHDRAWN")

    assert why_not_reply(round.reviews.get(), cast.ade, now) == "There is no result yet."


def test_a_reply_stands_beside_the_result_for_good(cast, review, now):
    at = now + timedelta(days=3)

    reply = reply_to_result(review, cast.riverside, " Too rosy. ", by=cast.ade, at=at)

    assert (reply.words, reply.organisation, reply.replied_by, reply.replied_at) == (
        "Too rosy.",
        cast.riverside,
        cast.ade,
        at,
    )
    assert list(review.replies.all()) == [reply]
    assert history_of(review)[0].detail == {"organisation": cast.riverside.public_id}


def test_nobody_replies_for_a_member_they_do_not_speak_for(cast, review, now):
    with pytest.raises(Refused) as refused:
        reply_to_result(review, cast.police, "We agree.", by=cast.ade, at=now)

    assert (refused.value.reason, refused.value.field) == (
        "You do not speak for Wexmere Police in this partnership.",
        "organisation",
    )
    assert not Reply.objects.exists()


def test_a_button_pressed_twice_leaves_one_reply(cast, review, now):
    for _ in range(2):
        reply_to_result(review, cast.riverside, "Too rosy.", by=cast.ade, at=now)

    assert [reply.words for reply in Reply.objects.all()] == ["Too rosy."]
    assert verbs_about(review) == ["result.replied"]


def test_a_member_has_one_reply_and_changes_it(cast, review, now):
    first = reply_to_result(review, cast.riverside, "Too rosy.", by=cast.ade, at=now)

    reply_to_result(review, cast.riverside, "Rosy.", version=first.version, by=cast.ade, at=now)
    with pytest.raises(Overtaken, match="Somebody else changed this"):
        reply_to_result(review, cast.riverside, "Grey.", version=first.version, by=cast.ade, at=now)

    assert [reply.words for reply in Reply.objects.all()] == ["Rosy."]


def test_a_late_reply_is_refused(cast, review, now):
    with pytest.raises(Refused, match=OVER):
        reply_to_result(review, cast.riverside, "Late.", by=cast.ade, at=now + timedelta(days=30))
