"""Answering in an anonymous round: what the page promises, and one long page sent at once."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.ballots.envelopes import opened
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import AnswerSheet
from tests.rounds import ticket_of
from tests.unnamed import crowd, opened_unnamed, sent_unnamed
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

NAMED_PAGES = ("answer_check", "answer_code", "answer_sent")


@pytest.fixture
def round(cast, now):
    return opened_unnamed(cast, now)


@pytest.fixture
def token(cast, round):
    """The token of Ade's personal link in an open anonymous round."""
    return token_for(ticket_of(round, cast.ade))


def slips(round):
    review = round.reviews.get()
    return opened(review.answer_box.envelope, review.public_id)


def test_the_first_page_says_what_is_hidden_and_what_is_not(token):
    page = Client().get(reverse("answer", args=[token]))

    said = page_text(page)
    promised = [
        "not Thornford District Council, not the other members, not those who run this service.",
        "They do not say which kind of body they come from: too few people would share it.",
        "If fewer than five people answer, all answers are thrown away unread.",
        "That you were asked. The service also keeps that your link has been used",
        "While the round is open, somebody who runs this service",
        "You cannot change your answers or take them back after sending",
        "one long page, 32 statements",
    ]
    assert [words for words in promised if words not in said] == []
    assert [words for words in ("Riverside", "Ade", "come back to them") if words in said] == []


def test_the_first_page_names_the_side_that_answers_carry(cast, now):
    crowd(cast, now, 2, 3)
    token = token_for(ticket_of(opened_unnamed(cast, now), cast.ade))

    said = page_text(Client().get(reverse("answer", args=[token])))

    assert (
        "They carry one thing: that they come from voluntary, community and faith groups, "
        "as do those of 5 people asked about this partnership." in said
    )


def test_nobody_counts_as_signed_in_on_these_pages(cast, token):
    client = cast.client("ade")

    pages = [client.get(reverse(name, args=[token])) for name in ("answer", "answer_whole")]

    assert ["Ade" in page.text for page in pages] == [False, False]
    assert "Ade" in client.get(reverse("home")).text


def test_everything_is_on_one_page_and_sent_at_once(round, token):
    client = Client()
    begun = client.post(reverse("answer", args=[token]))
    page = client.get(begun.headers["Location"])
    form = {"SF1": "3", "SP2": "dk", "SP2_words": "Nobody told us.", "proudest": "Our fair."}

    thanks = client.post(reverse("answer_whole", args=[token]), form, follow=True)

    assert page.text.count('name="SF1"') == 6
    assert 'name="SP8"' in page.text
    assert "Nothing is kept until you press “Send my answers” at the end." in page_text(page)
    assert "Your answers have been sent" in page_text(thanks)
    assert [(slip.answers, slip.words) for slip in slips(round)] == [
        ({"SF1": 3, "SP2": "dk"}, {"SP2": "Nobody told us.", "proudest": "Our fair."})
    ]
    assert begun.cookies.keys() | client.cookies.keys() <= {"csrftoken"}


def test_what_is_wrong_comes_back_as_it_was_typed_and_nothing_is_kept(round, token):
    form = {"SF1": "9", "SF2_words": "Mine."}
    pages = [
        Client().post(reverse("answer_whole", args=[token]), each)
        for each in (form, {"SF2_words": "Mine."})
    ]

    assert [(page.status_code, "Mine." in page.text) for page in pages] == [
        (422, True),
        (409, True),
    ]
    assert "Answer at least one statement before you send." in page_text(pages[1])
    assert not hasattr(round.reviews.get(), "answer_box")


def test_a_link_that_was_used_says_what_a_wrong_one_says(cast, round, token, now):
    sent_unnamed(round, cast.ade, 2, now)

    names = ("answer", "answer_whole", *NAMED_PAGES)
    used, wrong = (
        [Client().get(reverse(name, args=[each])) for name in names] for each in (token, "a" * 32)
    )

    assert {page.status_code for page in (*used, *wrong)} == {404}
    assert [page_text(page) for page in used] == [page_text(page) for page in wrong]


def test_the_thanks_do_not_tell_whether_a_link_was_used(cast, round, token, now):
    before = Client().get(reverse("answer_thanks", args=[token]))
    sent_unnamed(round, cast.ade, 2, now)
    after = Client().get(reverse("answer_thanks", args=[token]))

    assert page_text(before) == page_text(after)


@pytest.mark.parametrize("name", NAMED_PAGES[:2])
def test_pages_that_keep_answers_do_not_exist_in_an_anonymous_round(token, name):
    page = Client().get(reverse(name, args=[token]))

    assert page.headers["Location"] == reverse("answer", args=[token])


def test_the_button_pressed_twice_sends_once(round, token):
    client = Client()

    told = [
        client.post(reverse("answer_whole", args=[token]), {"SF1": "1"}).status_code
        for _ in range(2)
    ]

    assert (told, len(slips(round)), AnswerSheet.objects.count()) == ([302, 404], 1, 0)
