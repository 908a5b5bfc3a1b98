"""Invitations a few at a time: who has been written to, and that nobody is written to twice."""

from datetime import timedelta

import pytest

from joinedup.domain.backups.registry import end_what_must_not_come_back
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.running.actions import sending as acts
from joinedup.domain.running.actions.reminding import remind_invited_people
from joinedup.domain.running.actions.sending import (
    invite_due,
    open_paced_round,
    resume_sending,
    stop_sending,
)
from joinedup.domain.running.models import Sending
from joinedup.domain.running.queries import invited_in
from joinedup.domain.running.rules import why_not_move_sending, why_not_pace
from tests.rounds import answered, leave_place, prepared

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
INVITATIONS = Message.objects.filter(kind="round.invitation")


@pytest.fixture
def round(cast, now):
    """Five people to ask, two an hour."""
    round = prepared(cast, now)
    open_paced_round(round, many=2, each="HOUR", by=cast.priya, at=now)
    return round


def tick(at):
    """What a worker does once in a while."""
    invite_due(at=at)
    run_due(at)


def so_far(round):
    invited = invited_in(round)
    return invited.written, invited.all


def test_two_an_hour_are_invited_until_everybody_is_and_nobody_twice(round, now):
    told = []
    for minutes in (0, 5, 60, 65, 120, 180, 240):
        tick(now + timedelta(minutes=minutes))
        told.append((*so_far(round), INVITATIONS.count()))

    assert told == [(2, 5, 2)] * 2 + [(4, 5, 4)] * 2 + [(5, 5, 5)] * 3
    assert len(set(INVITATIONS.values_list("to", flat=True))) == 5
    assert Ticket.objects.filter(review__round=round).count() == 5


def test_a_worker_killed_while_writing_has_written_to_nobody(round, now, monkeypatch):
    def killed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(acts, "write_to_each", killed)
    with pytest.raises(KeyboardInterrupt):
        tick(now + HOUR)
    monkeypatch.undo()

    assert so_far(round) == (2, 5)
    tick(now + 2 * HOUR)
    assert (so_far(round), INVITATIONS.count()) == ((4, 5), 4)


def test_after_an_hour_without_a_worker_no_flood_comes(round, now):
    tick(now + 10 * HOUR)
    tick(now + 10 * HOUR + timedelta(minutes=5))

    assert so_far(round) == (4, 5)


def test_what_is_stopped_waits_until_somebody_goes_on(cast, round, now):
    sending = Sending.objects.get()
    stop_sending(sending, by=cast.priya, at=now)
    tick(now + HOUR)
    stopped = so_far(round)
    resume_sending(sending, by=cast.priya, at=now + 2 * HOUR)

    assert (stopped, so_far(round)) == ((2, 5), (4, 5))
    assert verbs_about(round)[-4:] == [
        "round.opened",
        "round.paced",
        "sending.stopped",
        "sending.resumed",
    ]
    assert [
        why_not_move_sending(sending, to, person, now.date())
        for to, person in (("STOPPED", cast.priya), ("GOING", cast.priya), ("STOPPED", cast.ben))
    ] == [
        None,
        "The invitations are on their way already.",
        "Only a partnership officer or manager of Thornford District Council can run its rounds.",
    ]


def test_nobody_is_reminded_before_they_are_invited(cast, round, now):
    remind_invited_people(round, by=cast.priya, at=now)

    reminded = Message.objects.filter(kind="round.reminder").values_list("to", flat=True)
    assert sorted(reminded) == sorted(INVITATIONS.values_list("to", flat=True))


def test_whoever_has_answered_or_left_meanwhile_gets_no_mail(cast, round, now):
    waiting = [i.person for i in Sending.objects.get().invitations.filter(written_at=None)]
    answered(round, waiting[0], 2, now)
    leave_place(cast, waiting[1], now)

    for hours in (24, 25):
        tick(now + hours * HOUR)

    written = {message.to for message in INVITATIONS.all()}
    assert (so_far(round), written & set(waiting)) == ((5, 5), {waiting[2]})


def test_a_round_that_has_closed_invites_nobody(cast, round, now):
    tick(now + timedelta(days=29))

    assert so_far(round) == (2, 5)


def test_a_pace_must_end_before_the_last_day(cast, now):
    round = prepared(cast, now)

    assert [
        why_not_pace(round, people, many, each, now)
        for people, many, each in ((5, 1, "DAY"), (5, 0, "HOUR"), (5, 501, "DAY"), (29, 1, "DAY"))
    ] == [
        None,
        "Invite between 1 and 500 people at a time.",
        "Invite between 1 and 500 people at a time.",
        "At this pace the last would be invited on 13 July 2026, and the last day to answer is "
        "13 July 2026. Invite more at a time, or close later.",
    ]
    with pytest.raises(Refused, match="Invite between"):
        open_paced_round(round, many=0, each="HOUR", by=cast.priya, at=now)


def test_a_restored_backup_sends_nothing_by_itself(round, now):
    end_what_must_not_come_back(now)
    tick(now + HOUR)

    assert (Sending.objects.get().state, so_far(round)) == ("STOPPED", (2, 5))
