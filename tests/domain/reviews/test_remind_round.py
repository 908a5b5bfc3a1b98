from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.actions.answering import save_answers
from joinedup.domain.reviews.actions.opening import remind_round
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.rules import why_not_remind
from tests.cast import EVERYBODY
from tests.rounds import (
    DAYS_OPEN,
    all_answered,
    answered,
    in_state,
    leave_place,
    opened,
    ticket_of,
)

pytestmark = pytest.mark.django_db

ONLY = "Only a partnership officer or manager of Thornford District Council can run its rounds."
REMINDERS = Message.objects.filter(kind="round.reminder")


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_an_officer_of_the_host_reminds(cast, now, kind):
    reason = why_not_remind(opened(cast, now), cast.who(kind), day_of(now))

    assert reason == (None if kind == "lead host's officer" else ONLY)


@pytest.mark.parametrize("state", RoundState)
def test_only_an_open_round_sends_reminders(cast, now, state):
    reason = why_not_remind(in_state(cast, now, state), cast.priya, day_of(now))

    assert reason == (
        None if state == RoundState.OPEN else "Reminders go out only while a round is open."
    )


def test_nobody_is_reminded_of_what_they_can_no_longer_answer(cast, now):
    round = opened(cast, now)
    last = day_of(now + DAYS_OPEN)

    assert why_not_remind(round, cast.priya, last) is None
    assert why_not_remind(round, cast.priya, last + timedelta(days=1)) == (
        "The last day to answer was 13 July 2026."
    )


def test_those_who_have_sent_are_left_alone_and_those_who_have_begun_are_not(cast, now):
    round = opened(cast, now)
    answered(round, cast.ruth, 3, now)
    save_answers(ticket_of(round, cast.ade), all_answered(round, 2), at=now)

    told = remind_round(round, by=cast.priya, at=now)

    reminded = {message.to for message in REMINDERS.all()}
    assert (told, reminded) == (4, {cast.ade, cast.colin, cast.nadia, cast.owen})
    assert history_of(round)[0].detail == {"people": 4}


def test_whoever_has_left_their_place_is_left_alone(cast, now):
    round = opened(cast, now)
    leave_place(cast, cast.ade, now)

    remind_round(round, by=cast.priya, at=now + timedelta(days=1))

    reminded = {message.to for message in REMINDERS.all()}
    assert reminded == {cast.colin, cast.nadia, cast.owen, cast.ruth}


def test_a_reminder_carries_the_same_link_as_the_invitation(cast, now):
    round = opened(cast, now)

    remind_round(round, by=cast.priya, at=now)

    link = token_for(ticket_of(round, cast.ade))
    mails = Message.objects.filter(to=cast.ade).order_by("id")
    assert [(mail.kind, link in mail.body) for mail in mails] == [
        ("round.invitation", True),
        ("round.reminder", True),
    ]
    assert "one answer of yours can still be heard" in mails[1].body


def test_a_button_pressed_twice_reminds_once_and_the_next_day_again(cast, now):
    round = opened(cast, now)

    told = [
        remind_round(round, by=cast.priya, at=now + later)
        for later in (timedelta(0), timedelta(minutes=1), timedelta(days=1))
    ]

    assert (told, REMINDERS.count()) == ([5, 0, 5], 10)
