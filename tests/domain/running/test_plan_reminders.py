"""Reminders on planned days: once a day, only those still to answer, never at night."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.running.actions.reminding import (
    plan_reminders,
    remind_invited_people,
    remind_when_due,
)
from joinedup.domain.running.queries import reminder_days
from joinedup.domain.running.rules import why_not_days, why_not_plan_reminders
from tests.rounds import answered, in_state, opened, prepared

pytestmark = pytest.mark.django_db

REMINDERS = Message.objects.filter(kind="round.reminder")


def tick(at):
    """What a worker does once in a while."""
    remind_when_due(at=at)
    run_due(at)


def counted_on(now, *days):
    """How many reminders there are after each of these days, each looked at twice."""
    counts = []
    for day in days:
        for minutes in (0, 15):
            tick(now + timedelta(days=day, minutes=minutes))
        counts.append(REMINDERS.count())
    return counts


def test_those_still_to_answer_are_reminded_on_each_planned_day_and_nobody_else(cast, now):
    round = opened(cast, now)
    plan_reminders(round, [14, 7, 2], by=cast.priya, at=now)
    answered(round, cast.ruth, 3, now)

    assert counted_on(now, 13, 14, 15, 21, 26, 27, 30) == [0, 4, 4, 8, 12, 12, 12]
    assert cast.ruth not in {message.to for message in REMINDERS.all()}
    entry = history_of(round)[0]
    assert (entry.verb, entry.by, entry.detail) == ("round.reminded", "", {"people": 4})


def test_nobody_is_reminded_on_the_day_they_are_asked_or_at_night(cast, now):
    round = prepared(cast, now)
    plan_reminders(round, [28, 14], by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    tick(now)
    tick(now.replace(hour=6) + timedelta(days=14))  # seven in the morning in London

    assert not REMINDERS.exists()


def test_days_missed_while_no_worker_ran_bring_one_reminder(cast, now):
    plan_reminders(opened(cast, now), [14, 7], by=cast.priya, at=now)

    assert counted_on(now, 22, 23) == [5, 5]


def test_a_reminder_by_hand_on_a_planned_day_is_the_only_one(cast, now):
    round = opened(cast, now)
    plan_reminders(round, [14], by=cast.priya, at=now)
    remind_invited_people(round, by=cast.priya, at=now + timedelta(days=14))

    assert counted_on(now, 14) == [5]


def test_planning_anew_keeps_what_was_sent(cast, now):
    round = opened(cast, now)
    plan_reminders(round, [14, 7], by=cast.priya, at=now)
    tick(now + timedelta(days=14))
    plan_reminders(round, [14, 3], by=cast.priya, at=now + timedelta(days=15))

    last = round.closes_on
    assert reminder_days(round) == [
        (last - timedelta(days=14), True),
        (last - timedelta(days=3), False),
    ]


def test_reminders_are_planned_by_the_hosts_officer_before_the_close(cast, now):
    before = (RoundState.DRAFT, RoundState.OPEN)
    for state in RoundState:
        reason = why_not_plan_reminders(in_state(cast, now, state), cast.priya, day_of(now))
        assert (reason is None) == (state in before)
    assert why_not_plan_reminders(opened(cast, now), cast.marcus, day_of(now))


def test_too_many_or_too_early_are_refused_with_the_reason():
    assert [why_not_days(days) for days in ([], [14, 7, 2], [61], [1, 2, 3, 4, 5, 6])] == [
        None,
        None,
        "Say between 0 and 60 days before the last day to answer.",
        "Remind people 5 times at most. They will stop reading.",
    ]
