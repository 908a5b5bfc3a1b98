import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.kinds import TicketState
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Answer, AnswerSheet
from tests.rounds import opened, ticket_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def token(cast, now):
    """The token of Ade's personal link in an open round."""
    return token_for(ticket_of(opened(cast, now), cast.ade))


def begun(token: str) -> Client:
    """A browser in which the button on the first page has been pressed."""
    client = Client()
    client.post(reverse("answer", args=[token]))
    return client


def test_looking_at_the_link_begins_nothing(cast, token):
    page = Client().get(reverse("answer", args=[token]))

    assert (page.status_code, "Safer Places group" in page.text) == (200, True)
    assert AnswerSheet.objects.count() == 0
    assert page.cookies.get("sessionid") is None


def test_the_first_page_does_not_name_whoever_was_asked(token):
    page = Client().get(reverse("answer", args=[token]))

    assert "Riverside Food Share" in page.text
    assert "Ade" not in page.text


def test_a_page_of_answers_is_saved_and_leads_to_the_next(token):
    client = begun(token)

    reply = client.post(
        reverse("answer_page", args=[token, 1]),
        {"SF1": "3", "SF2": "dk", "SF2_words": "Nobody has told us."},
    )

    assert reply.headers["Location"] == reverse("answer_page", args=[token, 2])
    saved = Answer.objects.order_by("question")
    assert [(a.question, a.value, a.unscored, a.words) for a in saved] == [
        ("SF1", 3, "", ""),
        ("SF2", None, "dk", "Nobody has told us."),
    ]


def test_an_answer_that_is_not_on_the_scale_is_refused_and_nothing_is_lost(token):
    client = begun(token)

    page = client.post(reverse("answer_page", args=[token, 1]), {"SF1": "9", "SF2_words": "Mine."})

    assert (page.status_code, "Mine." in page.text) == (422, True)
    assert Answer.objects.count() == 0


def test_sending_shows_what_was_sent_and_spends_the_link(cast, token):
    client = begun(token)
    client.post(reverse("answer_page", args=[token, 1]), {"SF1": "3", "SF2": "dk"})

    thanks = client.post(reverse("answer_check", args=[token]), follow=True)
    again = Client().get(reverse("answer", args=[token]))

    assert "Your answers have been sent" in thanks.text
    assert "Fully in place, and we could show it" in thanks.text
    assert "I do not know" in thanks.text
    assert (again.status_code, "This link cannot be used" in again.text) == (404, True)
    assert cast.ade.tickets.get().state == TicketState.SENT


def test_an_empty_sheet_cannot_be_sent_and_its_page_says_so(token):
    client, check = begun(token), reverse("answer_check", args=[token])

    client.post(reverse("answer_page", args=[token, 1]), {})
    empty = client.get(check).text
    client.post(reverse("answer_page", args=[token, 1]), {"SF1": "3"})
    some = client.get(check).text

    told = [("Answer at least one" in page, "Send my answers" in page) for page in (empty, some)]
    assert told == [(True, False), (False, True)]


def test_saved_answers_are_shown_to_another_browser_only_with_the_mailed_code(cast, token):
    begun(token).post(reverse("answer_page", args=[token, 1]), {"SF1": "3"})
    other = Client()

    shut = other.get(reverse("answer_page", args=[token, 1]))
    asked = other.post(reverse("answer", args=[token]))
    code = Message.objects.get(kind="round.code").subject.split()[-1]
    wrong = other.post(reverse("answer_code", args=[token]), {"code": "000000"})
    right = other.post(reverse("answer_code", args=[token]), {"code": code})

    assert shut.headers["Location"] == reverse("answer", args=[token])
    assert asked.headers["Location"] == reverse("answer_code", args=[token])
    assert (wrong.status_code, right.status_code) == (409, 302)
    assert other.get(reverse("answer_page", args=[token, 1])).status_code == 200


@pytest.mark.parametrize("name", ["answer", "answer_check", "answer_sent", "answer_code"])
def test_a_made_up_link_gets_the_same_neutral_page_everywhere(cast, name):
    page = Client().get(reverse(name, args=["a" * 32]))

    assert (page.status_code, "This link cannot be used" in page.text) == (404, True)
    assert page.headers["Referrer-Policy"] == "same-origin"
