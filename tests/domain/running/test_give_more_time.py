"""A later last day, and draft results taken back."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.headings.actions import add_heading
from joinedup.domain.headings.models import Heading
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.results.actions import reply_to_result, seal_round
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.results.sentences import response_sentence
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import AnswerSheet, Round
from joinedup.domain.running.actions.extending import extend_round, reopen_round
from joinedup.domain.running.queries import late_papers
from joinedup.domain.running.rules import (
    why_not_close_on,
    why_not_extend,
    why_not_reopen,
)
from tests.rounds import all_answered, answered, in_state, opened, sealed, ticket_of

pytestmark = pytest.mark.django_db

LATER = timedelta(days=40)
HIDDEN = ["band", "first", "overall"]
ONLY = "Only a partnership officer or manager of Thornford District Council can run its rounds."


def extended(cast, round, at, days=LATER):
    return extend_round(
        round, closes_on=(at + days).date(), because="The schools were shut.", by=cast.priya, at=at
    )


def reopened(cast, round, at):
    return reopen_round(
        round, closes_on=(at + LATER).date(), because="A link was dead.", by=cast.priya, at=at
    )


def test_more_time_is_told_to_those_alone_who_have_not_answered(cast, now):
    round = opened(cast, now)
    answered(round, cast.ruth, 3, now)

    told = extended(cast, round, now)

    mails = Message.objects.filter(kind="round.extended")
    assert (told, {mail.to for mail in mails}) == (
        4,
        {cast.ade, cast.colin, cast.nadia, cast.owen},
    )
    assert "you can answer until 25 July 2026" in mails.get(to=cast.ade).body
    assert "Why: The schools were shut." in mails.get(to=cast.ade).body
    assert token_for(ticket_of(round, cast.ade)) in mails.get(to=cast.ade).body
    entry = history_of(round)[0]
    assert (entry.verb, entry.because) == ("round.extended", "The schools were shut.")
    assert entry.detail == {"before": "13 July 2026", "until": "25 July 2026", "people": 4}


def test_a_second_extension_of_a_day_is_told_too(cast, now):
    round = opened(cast, now)

    assert [extended(cast, round, now), extended(cast, round, now, timedelta(days=50))] == [5, 5]


def test_members_keep_their_fourteen_days_to_reply(cast, now):
    round = opened(cast, now, replies_end_on=(now + timedelta(days=42)).date())

    extended(cast, round, now)

    assert Round.objects.get().replies_end_on == (now + timedelta(days=54)).date()


def test_only_an_open_round_gets_more_time_and_only_a_later_day(cast, now):
    for state in RoundState:
        reason = why_not_extend(in_state(cast, now, state), cast.priya, day_of(now))
        assert (reason is None) == (state == RoundState.OPEN)
    round = opened(cast, now)
    assert why_not_extend(round, cast.ben, day_of(now)) == ONLY
    days = [now.date() - timedelta(days=1), round.closes_on, round.closes_on + timedelta(days=1)]
    assert [why_not_close_on(round, day, now.date()) for day in days] == [
        "14 June 2026 has passed. Choose a later day.",
        "The last day is 13 July 2026 already. Choose a later one.",
        None,
    ]


def test_replies_that_would_come_after_the_papers_are_said(cast, now):
    round = opened(cast, now, papers_due_on=(now + timedelta(days=45)).date())

    assert late_papers(round, round.closes_on, 14) is None
    assert late_papers(round, round.closes_on + timedelta(days=7), 14) == (
        "Members would then reply until 3 August 2026, and papers are due on 30 July 2026. "
        "The committee would read a draft."
    )


def test_opening_again_takes_back_the_drafts_and_keeps_what_was_sent(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    at = now + timedelta(days=3)
    drafts = results_visible_to(cast.ade, at).count()

    told = reopened(cast, round, at)

    review = round.reviews.get()
    assert (drafts, results_visible_to(cast.ade, at).count(), told) == (1, 0, 5)
    assert (sorted(review.result), review.overall, review.band) == (HIDDEN, None, "")
    assert (round.state, round.sealed_at, round.stands_at) == (RoundState.OPEN, None, None)
    assert AnswerSheet.objects.filter(is_sent=True).count() == 3
    entry = history_of(round)[0]
    assert (entry.verb, entry.because) == ("round.reopened", "A link was dead.")


def test_one_or_two_more_answers_are_not_told_by_the_difference_of_two_counts(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    first = round.reviews.get()
    reopened(cast, round, now)
    for person in (cast.nadia, cast.owen):
        answered(round, person, 0, now)

    seal_round(round, by=cast.priya, at=now)

    review = round.reviews.get()
    assert (review.overall, review.band) == (first.overall, first.band)
    assert review.result == first.result | {"late": 2}
    assert "2 more answers came after the first count" in response_sentence(review.result)


def test_what_was_sorted_of_a_draft_is_sorted_anew(cast, now):
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin, cast.ade):
        answered(round, person, 2, now, **{"one-change": Given(words="Shorter papers.")})
    seal_round(round, by=cast.priya, at=now)
    add_heading(
        round.reviews.get(), "one-change", name="Papers", answers=[0], by=cast.priya, at=now
    )

    reopened(cast, round, now)

    assert Heading.objects.count() == 0


def test_members_are_told_why_and_links_go_only_to_those_who_can_use_them(cast, now):
    round = sealed(cast, now, {"ruth": 3})

    reopened(cast, round, now + timedelta(days=3))

    mails = Message.objects.filter(kind="round.reopened")
    told = {
        mail.to: ("Why: A link was dead." in mail.body, "/answer/" in mail.body) for mail in mails
    }
    assert told[cast.ruth] == (True, False)
    assert told[cast.ade] == (True, True)
    assert len(told) == 5


def test_what_was_begun_before_the_close_is_begun_anew_and_all_is_counted_again(cast, now):
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin):
        answered(round, person, 3, now)
    save_answers(ticket_of(round, cast.ade), all_answered(round, 0), at=now)
    seal_round(round, by=cast.priya, at=now)
    reopened(cast, round, now)

    with pytest.raises(Refused, match="Answer at least one"):
        send_answers(ticket_of(round, cast.ade), at=now)
    answered(round, cast.ade, 3, now)
    seal_round(round, by=cast.priya, at=now)

    assert float(round.reviews.get().overall) == 100
    assert Message.objects.filter(kind="round.drafts", to=cast.ruth).count() == 2


def test_a_reply_to_an_earlier_count_stays(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 3, "ade": 3})
    at = now + timedelta(days=3)
    reply_to_result(round.reviews.get(), cast.riverside, "Too kind.", by=cast.ade, at=at)
    reopened(cast, round, at)
    seal_round(round, by=cast.priya, at=at + timedelta(hours=1))

    (reply,) = round.reviews.get().replies.all()
    assert reply.replied_at < round.sealed_at


def test_what_stands_or_is_anonymous_is_never_opened_again(cast, now):
    round = sealed(cast, now, {"ruth": 3})
    assert [
        why_not_reopen(round, cast.priya, round.sealed_at),
        why_not_reopen(round, cast.ben, round.sealed_at),
        why_not_reopen(round, cast.priya, round.stands_at),
        why_not_reopen(Round(asking=Asking.ANONYMOUS), cast.priya, now),
    ] == [
        None,
        ONLY,
        "The last day to reply was 1 July 2026. The results stand.",
        "An anonymous round is never opened again.",
    ]
    for state in (RoundState.DRAFT, RoundState.OPEN, RoundState.CLOSING, RoundState.WITHDRAWN):
        reason = why_not_reopen(in_state(cast, now, state), cast.priya, now)
        assert reason == "Only a round that was closed and counted can be opened again."
