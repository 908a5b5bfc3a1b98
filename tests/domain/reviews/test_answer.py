from datetime import UTC, datetime, timedelta

import pytest

from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.kinds import TICKET_MOVES, RoundState, TicketState
from joinedup.domain.reviews.models import Answer, AnswerSheet, Ticket, random_key
from joinedup.domain.reviews.queries.tickets import open_tickets_of, saved_answers
from joinedup.domain.reviews.rules import why_not_answer, why_not_send
from tests.rounds import all_answered, answered, leave_place, opened, ticket_of

pytestmark = pytest.mark.django_db

SPENT = "Answers have already been sent with this link. Each link sends once."
CLOSED = "This round has closed."
YES = {"SF1": Given(value=3)}


@pytest.fixture
def round(cast, now):
    """An open round whose last day is 13 July 2026."""
    return opened(cast, now)


def ticket_in(cast, round, now, state):
    """Ade's ticket, brought to ``state`` by what Ade did."""
    ticket = ticket_of(round, cast.ade)
    if state != TicketState.ASKED:
        save_answers(ticket, YES, at=now)
    if state == TicketState.SENT:
        send_answers(ticket, at=now)
    return ticket


@pytest.mark.parametrize(
    ("state", "answer", "send"),
    [
        (TicketState.ASKED, None, "Answer at least one statement before you send."),
        (TicketState.BEGUN, None, None),
        (TicketState.SENT, SPENT, SPENT),
    ],
)
def test_what_can_still_be_done_with_a_link(cast, round, now, state, answer, send):
    ticket = ticket_in(cast, round, now, state)

    assert ticket.state == state
    assert (why_not_answer(ticket, now), why_not_send(ticket, now)) == (answer, send)


def test_a_link_ends_with_the_place_of_whoever_was_asked(cast, round, now):
    ticket = ticket_in(cast, round, now, TicketState.BEGUN)
    leave_place(cast, cast.ade, now)
    tomorrow = now + timedelta(days=1)

    ended = "Your place on Safer Places group has ended."
    assert (why_not_answer(ticket, now), why_not_answer(ticket, tomorrow)) == (None, ended)
    assert list(open_tickets_of(cast.ade, tomorrow.date())) == []


def test_every_move_of_a_ticket_is_one_of_these():
    assert TICKET_MOVES == {
        TicketState.ASKED: (TicketState.BEGUN, TicketState.SENT),
        TicketState.BEGUN: (TicketState.SENT, TicketState.ASKED),
        TicketState.SENT: (),
    }


@pytest.mark.parametrize(
    ("moment", "reason"),
    [
        # Midnight in London is eleven in the evening of the day before by universal time.
        (datetime(2026, 7, 13, 22, 59, 59, tzinfo=UTC), None),
        (datetime(2026, 7, 13, 23, 0, tzinfo=UTC), CLOSED),
    ],
)
def test_the_last_day_ends_at_midnight_in_london(cast, round, moment, reason):
    assert why_not_answer(ticket_of(round, cast.ade), moment) == reason
    waiting = open_tickets_of(cast.ade, moment.astimezone().date())
    assert round.state == RoundState.OPEN
    assert waiting.exists()


def test_nothing_is_asked_of_anybody_after_the_last_day(cast, round, now):
    days = [round.closes_on, round.closes_on + timedelta(days=1)]

    assert [open_tickets_of(cast.ade, day).count() for day in days] == [1, 0]


def test_a_page_saved_again_replaces_what_it_holds_and_leaves_other_pages_alone(cast, round, now):
    ticket = ticket_of(round, cast.ade)
    first = {"SF1": Given(value=0), "SF2": Given(unscored="dk", words="Why?")}
    save_answers(ticket, first, at=now)
    save_answers(ticket, {"SP1": Given(value=2)}, at=now)

    save_answers(ticket, {"SF1": Given(value=3), "SF2": Given()}, at=now)

    saved = {code: a.value for code, a in saved_answers(ticket).items()}
    assert (saved, AnswerSheet.objects.count()) == ({"SF1": 3, "SP1": 2}, 1)


def test_of_two_sendings_at_once_one_is_taken(cast, round, now):
    ticket_in(cast, round, now, TicketState.BEGUN)
    first, second = ticket_of(round, cast.ade), ticket_of(round, cast.ade)
    send_answers(first, at=now)

    with pytest.raises(Overtaken):
        send_answers(second, at=now)

    assert verbs_about(first) == ["answers.saved", "answers.sent"]
    assert AnswerSheet.objects.get().is_sent


def test_pages_left_empty_are_no_answers_and_are_not_sent(cast, round, now):
    ticket = ticket_of(round, cast.ade)
    save_answers(ticket, {"SF1": Given(), "SF2": Given()}, at=now)

    with pytest.raises(Refused, match="Answer at least one statement before you send"):
        send_answers(ticket, at=now)

    again = ticket_of(round, cast.ade)
    assert (again.state, AnswerSheet.objects.get().is_sent) == (TicketState.BEGUN, False)
    save_answers(again, {"SF2": Given(unscored="dk")}, at=now)
    send_answers(again, at=now)
    assert ticket_of(round, cast.ade).state == TicketState.SENT


@pytest.mark.parametrize("begun", [False, True])
def test_of_two_first_pages_saved_at_once_one_is_taken(cast, round, now, begun):
    if begun:
        ticket_in(cast, round, now, TicketState.BEGUN)
    first, second = ticket_of(round, cast.ade), ticket_of(round, cast.ade)
    save_answers(first, {"SF1": Given(value=1)}, at=now)

    with pytest.raises(Overtaken):
        save_answers(second, {"SF1": Given(value=2)}, at=now)

    assert [answer.value for answer in Answer.objects.all()] == [1]


def test_a_page_on_its_way_while_the_answers_are_sent_changes_nothing(cast, round, now):
    ticket_in(cast, round, now, TicketState.BEGUN)
    elsewhere = ticket_of(round, cast.ade)
    send_answers(ticket_of(round, cast.ade), at=now)

    with pytest.raises(Overtaken):
        save_answers(elsewhere, {"SF1": Given(value=0)}, at=now)

    assert Answer.objects.get().value == 3


@pytest.mark.parametrize(("act", "given"), [(save_answers, [YES]), (send_answers, [])])
def test_answers_overtaken_by_the_close_are_refused_politely(cast, round, now, act, given):
    ticket_in(cast, round, now, TicketState.BEGUN)
    elsewhere = ticket_of(round, cast.ade)
    seal_round(round, by=cast.priya, at=now)

    with pytest.raises(Overtaken):
        act(elsewhere, *given, at=now)

    assert (AnswerSheet.objects.count(), ticket_of(round, cast.ade).state) == (0, "BEGUN")


@pytest.mark.parametrize(("act", "given"), [(save_answers, [YES]), (send_answers, [])])
def test_nothing_is_taken_once_the_round_has_closed(cast, round, now, act, given):
    ticket_in(cast, round, now, TicketState.BEGUN)
    seal_round(round, by=cast.priya, at=now)

    with pytest.raises(Refused, match=CLOSED):
        act(ticket_of(round, cast.ade), *given, at=now)


def test_sending_twice_is_refused_and_keeps_what_was_sent(cast, round, now):
    answered(round, cast.ade, 2, now)
    ticket = ticket_of(round, cast.ade)

    for act in (lambda: send_answers(ticket, at=now), lambda: save_answers(ticket, YES, at=now)):
        with pytest.raises(Refused, match="already been sent"):
            act()

    assert {answer.value for answer in Answer.objects.all()} == {2}


def test_what_is_kept_of_an_answer_names_nobody_in_the_journal(cast, round, now):
    ticket = ticket_in(cast, round, now, TicketState.SENT)

    assert verbs_about(ticket) == ["answers.saved", "answers.sent"]
    assert verbs_about(cast.ade) == ["person.added"]


def test_sheets_have_keys_that_tell_nothing_of_their_order(cast, round, now):
    keys = {random_key() for _ in range(200)}

    assert len(keys) == 200
    assert all(0 < key < 2**63 for key in keys)
    assert max(keys) > 2**56


def test_answering_for_somebody_leaves_the_others_asked(cast, round, now):
    save_answers(ticket_of(round, cast.ade), all_answered(round, 1), at=now)

    states = Ticket.objects.order_by("person__name").values_list("state", flat=True)
    assert list(states) == ["BEGUN", "ASKED", "ASKED", "ASKED", "ASKED"]
