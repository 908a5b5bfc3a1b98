from datetime import timedelta
from math import log2

import pytest
from django.conf import settings

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.channels.actions import key_answers, open_sheet, print_sheets
from joinedup.domain.channels.codes import LENGTH, SIGNS, code_for, code_of, digest_of
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.models import SheetCode
from joinedup.domain.channels.queries import ticket_of_sheet, ticket_with_code
from joinedup.domain.channels.rules import NO_SHEET, why_not_open_sheet
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.results.actions import shut_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.kinds import Asking
from joinedup.domain.reviews.models import Ticket
from tests.rounds import leave_place, opened, ticket_of

pytestmark = pytest.mark.django_db

ONE = {"SF1": Given(value=3)}


@pytest.fixture
def round(cast, now):
    """An open round whose sheets have been printed."""
    round = opened(cast, now)
    print_sheets(round, review=round.reviews.get().public_id, by=cast.priya, at=now)
    return round


def test_a_code_opens_its_sheet_until_it_is_sent_keyed_late_or_its_place_has_ended(
    cast, round, now
):
    sent, keyed, left, begun = (
        ticket_of(round, person) for person in (cast.ade, cast.nadia, cast.owen, cast.ruth)
    )
    save_answers(sent, ONE, at=now)
    send_answers(sent, at=now)
    key_answers(keyed, ONE, way=Way.PAPER, by=cast.priya, at=now)
    leave_place(cast, cast.owen, now)
    save_answers(begun, ONE, at=now)
    fresh = ticket_of(round, cast.colin)

    tomorrow, late = now + timedelta(days=1), now + timedelta(days=29)
    table = [
        (None, now, NO_SHEET),
        (fresh, now, None),
        (begun, now, None),
        (sent, now, NO_SHEET),
        (keyed, now, NO_SHEET),
        (left, now, None),
        (left, tomorrow, NO_SHEET),
        (fresh, late, NO_SHEET),
    ]
    assert [why_not_open_sheet(ticket, at) for ticket, at, _ in table] == [row[2] for row in table]
    round.asking = fresh.review.round.asking = Asking.ANONYMOUS
    assert why_not_open_sheet(fresh, now) == NO_SHEET


def test_a_code_opens_nothing_once_its_round_is_shut(cast, round, now):
    shut_round(round, by=cast.priya, at=now)

    with pytest.raises(Refused, match="This code opens no sheet now"):
        open_sheet(ticket_of(round, cast.ade), at=now)


def test_that_a_code_was_used_is_noted_and_by_nobody_of_ours(cast, round, now):
    ticket = open_sheet(ticket_of(round, cast.ade), at=now)
    save_answers(ticket, ONE, at=now)
    send_answers(ticket, at=now)

    assert verbs_about(ticket) == ["sheet.opened", "answers.saved", "answers.sent"]
    assert not hasattr(ticket.sheet, "keying"), "Nobody entered them for somebody else."


def test_a_code_is_as_strong_as_its_limits_need():
    each_quarter = int(settings.ACCOUNT_RATE_LIMITS["sheet_code"].split(",")[1].split("/")[0])
    guesses = each_quarter * 4 * 24 * 28

    assert LENGTH * log2(len(SIGNS)) > 43
    assert guesses * 3000 / len(SIGNS) ** LENGTH < 1 / 1000


def test_a_shorter_code_of_before_finds_its_sheet_for_helpers_and_opens_none_on_the_web(
    cast, round, now
):
    ticket = ticket_of(round, cast.ade)
    older = code_for(ticket, 0)[:8]
    SheetCode.objects.filter(ticket=ticket).update(digest=digest_of(older))

    ticket = ticket_of(round, cast.ade)
    assert code_of(ticket) == older
    assert ticket_with_code(older, Ticket.objects.all()) == ticket
    assert ticket_of_sheet(older) is None
    assert ticket_of_sheet(code_of(ticket_of(round, cast.nadia))) == ticket_of(round, cast.nadia)
