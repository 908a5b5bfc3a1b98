from datetime import timedelta

import pytest

from joinedup.domain.ballots.actions import send_unnamed
from joinedup.domain.ballots.envelopes import STEP, UNREADABLE, Slip, closed, opened
from joinedup.domain.ballots.models import AnswerBox
from joinedup.domain.ballots.rules import why_not_send_unnamed
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.models import Entry
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import (
    Given,
    mail_code,
    save_answers,
    send_answers,
)
from joinedup.domain.reviews.models import Answer, AnswerSheet
from tests.rounds import leave_place, ticket_of
from tests.rounds import opened as named
from tests.unnamed import opened_unnamed, sent_unnamed

pytestmark = pytest.mark.django_db

YES = {"SF1": Given(value=3, words="My words."), "SF2": Given(unscored="dk"), "SF3": Given()}


def box_of(round):
    """What lies in the box of the round's only partnership."""
    review = round.reviews.get()
    return opened(review.answer_box.envelope, review.public_id)


def test_what_is_sent_lies_in_one_closed_box_and_in_no_row_of_its_own(cast, now):
    round = opened_unnamed(cast, now)

    send_unnamed(ticket_of(round, cast.ade), YES, today=now.date())

    assert box_of(round) == [
        Slip(group="", answers={"SF1": 3, "SF2": "dk"}, words={"SF1": "My words."})
    ]
    assert (AnswerSheet.objects.count(), Answer.objects.count()) == (0, 0)
    assert "My words" not in AnswerBox.objects.get().envelope


def test_sending_writes_nothing_in_the_journal(cast, now):
    round = opened_unnamed(cast, now)
    before = Entry.objects.count()

    send_unnamed(ticket_of(round, cast.ade), YES, today=now.date())

    assert Entry.objects.count() == before


def test_each_link_sends_once_and_of_two_at_once_one_is_taken(cast, now):
    round = opened_unnamed(cast, now)
    first, second = ticket_of(round, cast.ade), ticket_of(round, cast.ade)
    send_unnamed(first, YES, today=now.date())

    with pytest.raises(Overtaken):
        send_unnamed(second, YES, today=now.date())
    with pytest.raises(Refused, match="Each link sends once"):
        send_unnamed(first, YES, today=now.date())

    assert len(box_of(round)) == 1


def test_what_is_not_sent_cannot_be_kept_nor_asked_for(cast, now):
    ticket = ticket_of(opened_unnamed(cast, now), cast.ade)
    acts = [
        lambda: save_answers(ticket, YES, at=now),
        lambda: send_answers(ticket, at=now),
        lambda: mail_code(ticket, at=now),
    ]

    for act in acts:
        with pytest.raises(Refused, match="nothing is kept until it is sent"):
            act()


def test_why_answers_may_not_be_sent(cast, now):
    round, today = opened_unnamed(cast, now), now.date()
    ticket = ticket_of(round, cast.ade)
    late = today + timedelta(days=29)
    nothing = {"SF1": Given(words="Only words."), "proudest": Given(words="Our fair.")}

    assert [
        why_not_send_unnamed(ticket, given, day)
        for given, day in (
            (YES, today),
            (nothing, today),
            (YES, late),
        )
    ] == [
        None,
        "Answer at least one statement before you send.",
        "This round has closed.",
    ]
    leave_place(cast, cast.ade, now)
    tomorrow = today + timedelta(days=1)
    ended = "Your place on Safer Places group has ended."
    assert why_not_send_unnamed(ticket, YES, tomorrow) == ended


def test_a_named_round_has_no_box(cast, now):
    ticket = ticket_of(named(cast, now), cast.ade)

    with pytest.raises(Refused, match="This round is named"):
        send_unnamed(ticket, YES, today=now.date())


def test_answers_overtaken_by_the_close_are_refused(cast, now):
    round = opened_unnamed(cast, now)
    elsewhere = ticket_of(round, cast.ade)
    seal_round(round, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        send_unnamed(elsewhere, YES, today=now.date())

    assert AnswerBox.objects.count() == 0


def test_an_envelope_grows_in_steps_and_no_two_are_alike():
    short, long = [Slip(words={"a": "x"})], [Slip(words={"a": "x" * 2000})]

    lengths = {len(closed(slips, "name")) for slips in (short, long)}

    assert len(lengths) == 1
    assert closed(short, "name") != closed(short, "name")
    assert len(closed([Slip(words={"a": "x" * STEP})], "name")) > lengths.pop()


def test_a_box_cannot_be_read_with_another_secret_and_nothing_is_lost(cast, now, settings):
    round = opened_unnamed(cast, now)
    sent_unnamed(round, cast.ade, 2, now)
    secret, settings.SECRET_KEY = settings.SECRET_KEY, "another"

    for act in (
        lambda: sent_unnamed(round, cast.ruth, 2, now),
        lambda: seal_round(round, by=cast.priya, at=now),
    ):
        with pytest.raises(Refused, match=UNREADABLE[:40]):
            act()
        round.refresh_from_db()

    settings.SECRET_KEY = secret
    assert (len(box_of(round)), round.state) == (1, "OPEN")
    assert ticket_of(round, cast.ruth).state == "ASKED"
