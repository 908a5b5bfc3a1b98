from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.channels.actions import key_answers
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.models import Keying
from joinedup.domain.channels.rules import SPENT, UNKNOWN
from joinedup.domain.journal.models import Entry
from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.kinds import TicketState
from joinedup.domain.reviews.models import Answer, AnswerSheet, Ticket
from tests.rounds import all_answered, leave_place, opened, prepared, ticket_of

pytestmark = pytest.mark.django_db

ONE = {"SF1": Given(value=3, words="As we said.")}


def key(ticket, by, at, answers=ONE, way=Way.PAPER):
    key_answers(ticket, answers, way=way, by=by, at=at)


def test_a_sheet_is_entered_and_sent_and_says_who_entered_it_and_how(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)

    key(ticket, cast.priya, now, way=Way.TELEPHONE)

    sheet = AnswerSheet.objects.get()
    assert (sheet.ticket, sheet.is_sent, sheet.group) == (ticket, True, "CHARITY")
    assert list(sheet.answers.values_list("question", "value", "words")) == [
        ("SF1", 3, "As we said.")
    ]
    kept = Keying.objects.get()
    assert (kept.sheet, kept.way, kept.keyed_by, kept.keyed_at) == (
        sheet,
        "TELEPHONE",
        cast.priya,
        now,
    )
    noted = Entry.objects.get(verb="answers.keyed")
    assert (noted.thing, noted.by, noted.detail) == (
        ticket.public_id,
        cast.priya.public_id,
        {"way": "TELEPHONE"},
    )


def test_the_person_is_told_by_mail_who_entered_answers_but_not_which(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)

    key(ticket, cast.colin, now)

    mail = Message.objects.get(kind="round.entered")
    assert (mail.to, mail.subject) == (cast.ade, "Your answers were entered for you")
    assert "Colin Marsh has entered your answers about Safer Places group" in mail.body
    assert "from a sheet of paper" in mail.body
    assert "As we said." not in mail.body


def test_what_was_saved_before_is_replaced_by_the_sheet_as_it_came(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)
    save_answers(ticket, {"SF1": Given(value=0), "SF2": Given(value=1)}, at=now)

    key(ticket, cast.priya, now)

    assert list(Answer.objects.values_list("question", "value")) == [("SF1", 3)]


def test_a_sheet_that_was_sent_stays_as_it_was_sent(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)
    save_answers(ticket, {"SF1": Given(value=0)}, at=now)
    send_answers(ticket, at=now)

    with pytest.raises(Refused, match=SPENT):
        key(ticket, cast.priya, now)

    assert list(Answer.objects.values_list("question", "value")) == [("SF1", 0)]
    assert not Keying.objects.exists()


def test_who_may_enter_answers(cast, now):
    round = opened(cast, now)
    ticket = ticket_of(round, cast.ade)
    outsiders = [
        "ruth",
        "ade",
        "nadia",
        "owen",
        "ben",
        "marcus",
        "helen",
        "tom",
        "grace",
        "derek",
        "noor",
        "invited",
    ]

    for name in outsiders:
        with pytest.raises(Refused, match="Only a partnership officer or a coordinator"):
            key(ticket, cast.people[name], now)
    assert not AnswerSheet.objects.exists()

    key(ticket, cast.colin, now)
    key(ticket_of(round, cast.nadia), cast.priya, now)
    assert AnswerSheet.objects.filter(is_sent=True).count() == 2


def test_a_coordinator_enters_answers_about_their_own_partnership_alone(cast, now):
    at_work = {"state": State.ACTIVE, "host": cast.thornford}
    forum = register_partnership("Flood Forum", **at_work, by=cast.priya, at=now)
    member = add_member(forum, cast.riverside, by=cast.priya, at=now)
    open_seat(member, person=cast.ruth, by=cast.priya, at=now)
    round = prepared(cast, now)
    both = Partnership.objects.filter(pk__in=[cast.safer.pk, forum.pk])
    choose_partnerships(round, both, by=cast.priya, at=now)
    open_round(round, by=cast.priya, at=now)
    of_another = Ticket.objects.get(review__round=round, review__partnership=forum)

    with pytest.raises(Refused, match=UNKNOWN):
        key(of_another, cast.colin, now)

    key(of_another, cast.priya, now)
    assert [sheet.ticket for sheet in AnswerSheet.objects.filter(is_sent=True)] == [of_another]


def test_nothing_is_entered_late_empty_or_for_whoever_has_left(cast, now):
    round = opened(cast, now)
    ticket = ticket_of(round, cast.ade)
    late = now + timedelta(days=29)

    with pytest.raises(Refused, match="Type at least one answer"):
        key(ticket, cast.priya, now, {"SF1": Given()})
    with pytest.raises(Refused, match="The last day to answer was 13 July 2026"):
        key(ticket, cast.priya, late)
    leave_place(cast, cast.ade, now)
    with pytest.raises(Refused, match=SPENT):
        key(ticket, cast.priya, now + timedelta(days=1))
    seal_round(round, by=cast.priya, at=now)
    with pytest.raises(Refused, match="while a round is open"):
        key(ticket_of(round, cast.nadia), cast.priya, now)

    assert (Answer.objects.count(), ticket.state) == (0, TicketState.ASKED)


def test_a_coordinator_enters_nothing_for_another_partnership(cast, now):
    round = opened(cast, now)
    leave_place(cast, cast.colin, now)

    with pytest.raises(Refused, match="Only a partnership officer or a coordinator"):
        key(ticket_of(round, cast.ade), cast.colin, now + timedelta(days=1), all_answered(round, 2))

    assert UNKNOWN.startswith("No sheet of this round")
