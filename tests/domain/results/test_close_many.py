"""A round of many partnerships is counted a batch at a time, and read all at once."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results import actions
from joinedup.domain.results.actions import close_due_rounds, close_round_now
from joinedup.domain.results.queries import results_in
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from tests.rounds import answered, opened, prepared, ticket_of

pytestmark = pytest.mark.django_db

ENOUGH = "Everybody who can has answered."


@pytest.fixture
def many(cast, now, monkeypatch):
    """An open round of three partnerships, where one is as many as are counted in one go."""
    monkeypatch.setattr(actions, "BATCH", 1)
    round = prepared(cast, now)
    for number in range(2):
        register_partnership(
            f"Empty {number}", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
        )
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    for name in ("ruth", "colin", "ade"):
        answered(round, getattr(cast, name), 3, now)
    return round


def close(cast, round, at):
    close_round_now(round, because=ENOUGH, by=cast.priya, at=at)


def stopped_after(count, monkeypatch):
    """Have the worker stop after so many batches."""
    counting, left = actions._count, [count]

    def stop_soon(*arguments):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        counting(*arguments)

    monkeypatch.setattr(actions, "_count", stop_soon)
    return counting


def test_stopped_half_way_it_is_gone_on_with_and_read_all_at_once(cast, now, many, monkeypatch):
    close(cast, many, now)
    counting = stopped_after(2, monkeypatch)
    with pytest.raises(KeyboardInterrupt):
        run_due(now)
    half = Round.objects.get()
    seen = (half.state, Review.objects.filter(result__isnull=False).count())
    early = results_in(half, cast.priya, now).count()
    monkeypatch.setattr(actions, "_count", counting)
    later = now + timedelta(minutes=5)

    run_due(later)

    whole = Round.objects.get()
    assert (seen, early) == ((RoundState.CLOSING, 2), 0)
    assert (whole.state, whole.sealed_at) == (RoundState.SEALED, later)
    assert results_in(whole, cast.priya, later).count() == 3
    assert verbs_about(whole)[-2:] == ["round.closing", "round.sealed"]
    entry = history_of(whole)[0]
    assert (entry.by, entry.because, entry.detail) == (
        cast.priya.public_id,
        ENOUGH,
        {"reviews": 3},
    )
    assert Message.objects.filter(kind="round.drafts").count() == 5


def test_nobody_answers_or_closes_while_it_is_counted(cast, now, many):
    close(cast, many, now)

    with pytest.raises(Refused, match="This round has closed"):
        answered(many, cast.owen, 3, now)
    with pytest.raises(Refused, match="Only an open round"):
        close(cast, many, now)
    assert ticket_of(many, cast.owen).state == "ASKED"


def test_one_that_is_due_is_counted_in_batches_too(cast, now, many):
    midnight = now + timedelta(days=29)

    close_due_rounds(at=midnight)
    run_due(midnight)

    assert Round.objects.get().state == RoundState.SEALED
    assert [entry.by for entry in history_of(many)[:2]] == ["", ""]


def test_closing_before_the_last_day_takes_a_reason_that_everybody_reads(cast, now):
    round = opened(cast, now)
    with pytest.raises(Refused, match="Say why the round closes"):
        close_round_now(round, because=" ", by=cast.priya, at=now)

    close(cast, round, now)

    assert (round.state, round.closed_because) == (RoundState.SEALED, ENOUGH)
    mails = Message.objects.filter(kind="round.drafts")
    assert {f"Why it closed early: {ENOUGH}" in mail.body for mail in mails} == {True}


def test_after_the_last_day_no_reason_is_asked(cast, now):
    round = opened(cast, now)

    close_round_now(round, because="", by=cast.priya, at=now + timedelta(days=29))

    assert "closed early" not in Message.objects.filter(kind="round.drafts").first().body
