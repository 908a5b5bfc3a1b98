"""Naming people by a link; and what answering pages say to those who have no business there."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.naming.actions import ask_for_names
from joinedup.domain.people.models import Person
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Answer
from tests.rounds import opened, prepared, ticket_of
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db

LINE = "Zoe Hart, zoe@bridge.example, Wexmere Police"


@pytest.fixture
def round(cast, now):
    return prepared(cast, now)


@pytest.fixture
def address(cast, round, now):
    """Where Dee names people."""
    request = ask_for_names(
        round.reviews.get(), name="Dee", email="dee@bridge.example", by=cast.priya, at=now
    )
    return reverse("names", args=[token_for(request)])


def test_the_page_lists_the_members_and_nobody_who_sits_for_them(address):
    page = Client().get(address)

    said = page_text(page)
    assert (page.status_code, "Wexmere Police" in said, "Ruth" in said) == (200, True, False)
    assert page.headers["Referrer-Policy"] == "same-origin"
    assert "no-store" in page.headers["Cache-Control"]


def test_names_are_taken_once_and_then_the_page_is_the_neutral_one(address):
    client = Client()

    thanks = client.post(address, {"names": LINE}, follow=True)
    again = [client.get(address), client.post(address, {"names": LINE})]

    assert "The names have arrived" in page_text(thanks)
    assert Person.objects.filter(name="Zoe Hart").count() == 1
    for page in again:
        assert (page.status_code, "Safer Places" in page.text) == (404, False)
        assert "This link cannot be used" in page_text(page)


def test_a_line_that_cannot_be_read_comes_back_as_it_was_typed(address):
    page = Client().post(address, {"names": f"{LINE}\nnonsense"})

    assert (page.status_code, "nonsense" in page.text) == (409, True)
    assert errors_of(page)[0].startswith("Line 2:")
    assert not Person.objects.filter(name="Zoe Hart").exists()


def test_after_the_close_and_with_a_made_up_link_the_page_is_the_same(cast, round, address, now):
    open_round(round, by=cast.priya, at=now)
    seal_round(round, by=cast.priya, at=now)

    late, made_up = (Client().get(a) for a in (address, reverse("names", args=["a" * 32])))

    assert (late.status_code, page_text(late)) == (made_up.status_code, page_text(made_up))


@pytest.mark.parametrize("name", ["answer", "answer_check", "answer_code", "answer_sent"])
def test_a_late_answer_and_a_made_up_link_look_the_same(cast, now, name):
    round = opened(cast, now)
    token = token_for(ticket_of(round, cast.ade))
    seal_round(round, by=cast.priya, at=now)

    pages = [Client().get(reverse(name, args=[each])) for each in (token, "a" * 32)]

    assert {(page.status_code, page_text(page)) for page in pages} == {(404, page_text(pages[0]))}


@pytest.fixture
def sitting(cast, now):
    """A browser in a sitting with Ade's link, and the link's token."""
    ticket = ticket_of(opened(cast, now), cast.ade)
    client, token = Client(), token_for(ticket)
    client.post(reverse("answer", args=[token]))
    return client, token, ticket


def test_nothing_is_said_to_be_sent_that_has_only_been_saved(sitting, now):
    client, token, ticket = sitting
    save_answers(ticket, {"SF1": Given(value=2)}, at=now)

    page = client.get(reverse("answer_sent", args=[token]))

    assert page.headers["Location"] == reverse("answer_check", args=[token])


def test_what_was_sent_is_shown_to_the_browser_that_sent_it_alone(sitting, now):
    client, token, ticket = sitting
    save_answers(ticket, {"SF1": Given(value=2, words="My own words.")}, at=now)
    send_answers(ticket, at=now)

    pages = [each.get(reverse("answer_sent", args=[token])) for each in (client, Client())]

    assert [("My own words." in page.text, page.status_code) for page in pages] == [
        (True, 200),
        (False, 404),
    ]


def test_sending_nothing_is_refused_with_the_reason(sitting):
    client, token, _ = sitting

    page = client.get(reverse("answer_check", args=[token]))
    refused = client.post(reverse("answer_check", args=[token]))

    assert "Answer at least one statement before you send." in page_text(page)
    assert (refused.status_code, Answer.objects.count()) == (409, 0)


@pytest.mark.parametrize("number", [0, 6, 99])
def test_a_page_that_is_not_there_leads_to_the_check(sitting, number):
    client, token, _ = sitting

    page = client.get(reverse("answer_page", args=[token, number]))

    assert page.headers["Location"] == reverse("answer_check", args=[token])


def test_the_last_page_takes_words_and_leads_to_the_check(sitting):
    client, token, _ = sitting

    first = client.post(reverse("answer_page", args=[token, 1]), {"SF1": "3", "check": "yes"})
    last = client.post(reverse("answer_page", args=[token, 5]), {"proudest": "Our fair."})

    check = reverse("answer_check", args=[token])
    assert (first.headers["Location"], last.headers["Location"]) == (check, check)
    said = page_text(client.get(check))
    assert ("31 statements are not answered." in said, "Our fair." in said) == (True, True)


@pytest.mark.parametrize("cookie", ["", "nonsense", "abc:def:ghi"])
def test_a_made_up_sitting_opens_nothing(sitting, cookie):
    _, token, ticket = sitting
    client = Client()
    client.cookies[f"sitting-{ticket.public_id}"] = cookie

    page = client.get(reverse("answer_page", args=[token, 1]))

    assert page.headers["Location"] == reverse("answer", args=[token])
