import re
from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.actions.answering import Given, mail_code, save_answers, try_code
from joinedup.domain.reviews.links import answer_link, digest_of, names_link, new_code, token_for
from joinedup.domain.reviews.models import NamesRequest, Ticket
from joinedup.domain.reviews.queries.tickets import ticket_for
from tests.rounds import answered, opened, ticket_of

pytestmark = pytest.mark.django_db

OUT = "This code has run out. Ask for a new one."
WRONG = "This is not the code in the mail. Check it and try again."
THRICE = "That is three wrong codes. Wait a minute, then ask for a new one."
CODES = Message.objects.filter(kind="round.code").order_by("id")


@pytest.fixture
def ticket(cast, now):
    """Ade's ticket, answers saved and a code mailed."""
    ticket = ticket_of(opened(cast, now), cast.ade)
    save_answers(ticket, {"SF1": Given(value=3)}, at=now)
    mail_code(ticket, at=now)
    return ticket


def code_in(mail):
    return re.search(r"\d{6}", mail.subject).group()


def wrong_for(mail):
    return "000000" if code_in(mail) != "000000" else "111111"


def tried(ticket, code, at):
    """What somebody is told who types this code."""
    try:
        try_code(ticket, code, at=at)
    except Refused as refused:
        return refused.reason
    return None


@pytest.mark.parametrize(
    ("later", "reason"),
    [
        (timedelta(0), None),
        (timedelta(minutes=10), None),
        (timedelta(minutes=10, seconds=1), OUT),
    ],
)
def test_a_code_lives_ten_minutes(ticket, now, later, reason):
    assert tried(ticket, code_in(CODES.get()), now + later) == reason


def test_a_code_is_read_with_spaces_and_works_once(ticket, now):
    code = code_in(CODES.get())

    assert tried(ticket, f" {code[:3]} {code[3:]} ", now) is None
    assert tried(ticket, code, now) == OUT


def test_after_three_wrong_codes_the_right_one_helps_no_more(ticket, now):
    mail = CODES.get()

    told = [tried(ticket, wrong_for(mail), now) for _ in range(4)]

    assert told == [WRONG, WRONG, WRONG, THRICE]
    assert tried(ticket, code_in(mail), now) == THRICE
    kept = Ticket.objects.get(pk=ticket.pk)
    assert kept.code_tries == 3
    assert [e.detail for e in history_of(ticket)[:5]] == [{"right": False}] * 5


def test_a_wrong_code_is_counted_even_though_it_is_refused(ticket, now):
    tried(ticket, wrong_for(CODES.get()), now)

    assert Ticket.objects.get(pk=ticket.pk).code_tries == 1


def test_a_new_code_begins_the_count_again_and_ends_the_old(ticket, now):
    first = CODES.get()
    tried(ticket, wrong_for(first), now)
    later = now + timedelta(minutes=1)

    mail_code(ticket, at=later)

    second = CODES.last()
    assert (CODES.count(), ticket.code_tries) == (2, 0)
    assert tried(ticket, code_in(second), later) is None


def test_a_button_pressed_twice_mails_one_code(ticket, now):
    mail_code(ticket, at=now + timedelta(seconds=59))

    assert CODES.count() == 1
    assert tried(ticket, code_in(CODES.get()), now) is None


def test_once_a_code_has_been_used_another_can_be_had_at_once(ticket, now):
    tried(ticket, code_in(CODES.get()), now)

    mail_code(ticket, at=now)

    assert CODES.count() == 2


def test_no_code_is_mailed_once_the_answers_have_been_sent(cast, now):
    ticket = answered(opened(cast, now), cast.ade, 3, now)

    with pytest.raises(Refused, match="already been sent"):
        mail_code(ticket, at=now)


def test_without_a_mailed_code_none_is_right(cast, now):
    assert tried(ticket_of(opened(cast, now), cast.ade), "", now) == OUT


def test_the_mail_with_the_code_goes_to_whoever_was_asked_alone(cast, ticket):
    mail = CODES.get()

    assert (mail.to, mail.carries_secret) == (cast.ade, True)
    assert ticket.code_digest == digest_of(code_in(mail))


def test_a_code_has_six_figures():
    assert all(re.fullmatch(r"\d{6}", new_code()) for _ in range(100))


def test_a_link_has_160_bits_and_only_its_digest_is_kept(ticket):
    token = token_for(ticket)

    assert re.fullmatch(r"[a-z2-7]{32}", token)
    kept = Ticket.objects.filter(pk=ticket.pk).values().get()
    assert token not in [str(value) for value in kept.values()]
    assert kept["token_digest"] == digest_of(token)
    assert len(digest_of(token)) == 64


def test_a_link_is_made_from_the_secret_and_of_one_sort_of_thing(ticket, settings):
    request = NamesRequest(public_id=ticket.public_id)
    token = token_for(ticket)

    settings.ADDRESS, links = "https://ours.example", (answer_link, names_link)
    assert [link(ticket) for link in links] == [
        f"https://ours.example/answer/{token}/",
        f"https://ours.example/names/{token}/",
    ]
    assert token_for(request) != token
    settings.SECRET_KEY = "another" * 10
    assert token_for(ticket) != token


def test_a_link_leads_to_its_ticket_and_a_made_up_one_nowhere(ticket):
    assert ticket_for(token_for(ticket)) == ticket
    assert [ticket_for(made_up) for made_up in ("", "a" * 32, ticket.token_digest)] == [None] * 3


def test_after_six_codes_in_a_quarter_of_an_hour_one_waits(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)
    for minute in range(6):
        mail_code(ticket, at=now + timedelta(minutes=minute))

    with pytest.raises(Refused, match="Use the newest, or wait a little"):
        mail_code(ticket, at=now + timedelta(minutes=6))

    mail_code(ticket, at=now + timedelta(minutes=16))
    assert Message.objects.filter(kind="round.code").count() == 7
