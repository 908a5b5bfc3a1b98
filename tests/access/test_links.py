"""Personal links: reading one changes nothing, twenty at once send once, and no log holds one."""

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.notices.actions import forget_bodies
from joinedup.domain.people.models import Session
from joinedup.domain.reviews.actions.answering import save_answers
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import AnswerSheet, NamesRequest, Ticket
from joinedup.public.answers import sitting
from tests.access.objects import MAKERS
from tests.access.probing import SECRET_OF_FORM, everything
from tests.access.tables import about, cases
from tests.rounds import all_answered, opened, ticket_of

AT_ONCE = 20
LINKS = [case for case in about("personal-link", cases()) if "GET" in case.methods]


def sitter(ticket: Ticket) -> Client:
    """A browser in the middle of a sitting with this ticket."""
    client = Client()
    client.cookies = sitting.sit(HttpResponse(), ticket, secure=False).cookies
    return client


def at_once(ticket: Ticket, page: str, form: dict, **args: int) -> list[int]:
    """Press the button of a page in many browsers at one moment; return the statuses."""
    ready = Barrier(AT_ONCE)
    address = reverse(page, kwargs={"token": token_for(ticket), **args})

    def press(client: Client) -> int:
        ready.wait()
        try:
            return client.post(address, form).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(press, [sitter(ticket) for _ in range(AT_ONCE)]))


@pytest.mark.django_db(transaction=True)
def test_of_twenty_sendings_at_once_exactly_one_is_stored(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)
    save_answers(ticket, all_answered(ticket.review.round, 2), at=now)

    statuses = at_once(ticket, "answer_check", {})

    assert statuses.count(302) == 1
    # The others find the link spent, or were overtaken at the last moment.
    assert set(statuses) <= {302, 404, 409}
    assert verbs_about(ticket) == ["answers.saved", "answers.sent"]
    assert [sheet.is_sent for sheet in AnswerSheet.objects.all()] == [True]


@pytest.mark.django_db(transaction=True)
def test_of_twenty_first_pages_saved_at_once_one_sheet_is_kept(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)

    statuses = at_once(ticket, "answer_page", {"SF1": "2", "SF2": "3"}, number=1)

    saved = statuses.count(302)
    assert saved >= 1
    assert set(statuses) <= {302, 409}
    assert verbs_about(ticket) == ["answers.saved"] * saved
    assert [sheet.answers.count() for sheet in AnswerSheet.objects.all()] == [2]


@pytest.mark.parametrize("case", LINKS, ids=lambda case: case.id)
def test_reading_a_page_behind_a_link_twenty_times_changes_nothing(world, case):
    made = MAKERS[case.own](world)
    address, before = reverse(case.route, kwargs=made.args), everything()
    client = Client()
    client.cookies.load(made.cookies)

    statuses = {client.get(address).status_code for _ in range(AT_ONCE)}
    statuses |= {client.head(address).status_code}

    assert statuses <= {200, 302}
    assert everything() == before
    assert (Session.objects.count(), "sessionid" in client.cookies) == (0, False)


def test_a_link_with_any_character_changed_is_a_link_that_never_was(world):
    token = token_for(ticket_of(world.rounds["open"], world.cast.nadia))
    changed = [
        token[:place] + ("a" if letter != "a" else "b") + token[place + 1 :]
        for place, letter in enumerate(token)
    ]
    changed += [token[:-1], token + "a", token.upper(), f"{token} "]

    pages = [Client().get(reverse("answer", args=[each])) for each in ["x" * 32, *changed]]

    assert {page.status_code for page in pages} == {404}
    assert len({SECRET_OF_FORM.sub("", page.text) for page in pages}) == 1
    assert len({tuple(sorted(page.headers.items())) for page in pages}) == 1


def test_no_token_is_kept_once_its_mail_is_forgotten(world, now):
    tokens = [token_for(each) for each in (*Ticket.objects.all(), *NamesRequest.objects.all())]

    run_due(now)
    forget_bodies(at=now + timedelta(days=8))

    kept = repr(everything())
    assert len(tokens) > 10
    assert [token for token in tokens if token in kept] == []
    # Twenty characters of 32 signs are a hundred bits; these have 160.
    assert {len(set(token)) > 8 and len(token) for token in tokens} == {32}


@pytest.fixture
def log(monkeypatch):
    """What the service would write to its log."""
    written = io.StringIO()
    ours = [handler for handler in logging.getLogger().handlers if handler.name == "stderr"]
    monkeypatch.setattr(ours[0], "stream", written)
    return written


@pytest.mark.parametrize("name", ["answer", "names"])
def test_what_goes_wrong_behind_a_link_is_logged_without_its_token(world, monkeypatch, log, name):
    token = token_for(ticket_of(world.rounds["open"], world.cast.nadia))
    address = reverse(name, args=[token])

    def broken(*_):
        raise LookupError(f"{address} has no row, {token}")

    Client(enforce_csrf_checks=True).post(address)
    monkeypatch.setattr("joinedup.public.answers.sitting.ticket_for", broken)
    monkeypatch.setattr("joinedup.public.answers.naming.names_request_for", broken)
    answer = Client(raise_request_exception=False).get(address)

    assert (answer.status_code, token in answer.text) == (500, False)
    assert f"Internal Server Error: /{name}/(token)/" in log.getvalue()
    assert f"LookupError: /{name}/(token)/ has no row, (token)" in log.getvalue()
    assert f": /{name}/(token)/" in log.getvalue().splitlines()[0]
    assert token not in log.getvalue()


def test_a_link_that_is_not_there_leaves_no_token_in_a_log_of_everything(world, log, caplog):
    caplog.set_level(logging.WARNING, "django.request")

    Client().get("/answer/aaaabbbbccccddddeeeeffffgggghhhh/")

    assert log.getvalue().endswith("django.request: Not Found: /answer/(token)/\n")
