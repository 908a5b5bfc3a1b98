"""Whoever answers chooses the language of the questions; the words around them stay English."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.reviews.kinds import Asking, OfficialView
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Answer, AnswerSheet
from tests.access.probing import everything
from tests.domain.languages.made import PART, opened_in_words
from tests.rounds import opened, ticket_of
from tests.web.reading import links_of, page_text

pytestmark = pytest.mark.django_db

SPAN = '<span lang="cy">{}</span>'


def begun(round, person, language=""):
    """A browser in the middle of a sitting, the language chosen on the first page."""
    client, token = Client(), token_for(ticket_of(round, person))
    page = client.get(reverse("answer", args=[token]), {"language": language} if language else {})
    client.post(reverse("answer", args=[token]))
    return client, token, page


def test_a_language_is_chosen_by_a_link_and_kept_for_this_answering_alone(cast, now):
    round = opened_in_words(cast, now)
    client, token, start = begun(round, cast.ade)
    before = everything()

    chosen = client.get(reverse("answer", args=[token]), {"language": "cy"})
    page = client.get(reverse("answer_page", args=[token, 1]))
    back = client.get(reverse("answer_page", args=[token, 1]), {"language": "en"})
    kept = client.get(reverse("answer_page", args=[token, 1]))

    assert "?language=cy" in links_of(start)
    assert (SPAN.format("qIntro") in chosen.text, "We ask." in chosen.text) == (True, False)
    for text in ("qFirst", "qAsks", "qOne", "qTwo", "q5", "qDo not know"):
        assert SPAN.format(text) in page.text
    assert "One." not in page.text
    assert "Save and continue" in page.text
    assert [("One." in each.text, "qOne" in each.text) for each in (back, kept)] == [
        (True, False)
    ] * 2
    assert (everything(), "sessionid" in client.cookies) == (before, False)
    assert "qIntro" not in begun(round, cast.nadia)[2].text


def test_what_nobody_has_translated_is_in_english_and_not_said_to_be_anything_else(cast, now):
    client, token, _ = begun(opened_in_words(cast, now, PART), cast.ade, "cy")

    page = client.get(reverse("answer_page", args=[token, 1]))

    assert page.text.count('lang="cy"') == 1 + 2 + 1, "The choice, two labels and a statement."
    assert "The words around the questions, and what nobody has translated" in page_text(page)
    assert "Two." in page_text(page)


def test_what_was_answered_is_read_over_in_the_language_with_the_comment_as_it_was_typed(cast, now):
    client, token, _ = begun(opened_in_words(cast, now), cast.ade, "cy")
    client.post(reverse("answer_page", args=[token, 1]), {"A1": "5", "A1_words": "Indeed."})
    client.post(reverse("answer_page", args=[token, 3]), {"Q2": "yes"})
    words = client.get(reverse("answer_page", args=[token, 3]))

    read = client.get(reverse("answer_check", args=[token]))
    sent = client.post(reverse("answer_check", args=[token]), follow=True)

    for text in ("qWhat else?", "qHint", "qGo on?", "qYes"):
        assert SPAN.format(text) in words.text
    for page in (read, sent):
        assert f"{SPAN.format('q5')}. Comment: Indeed." in page.text
        assert SPAN.format("qGo on?") in page.text
        assert SPAN.format("qYes") in page.text
    kept = Answer.objects.order_by("question").values_list("question", "value", "words")
    assert list(kept) == [("A1", 5, "Indeed."), ("Q2", None, "yes")]


def test_a_language_there_is_not_changes_nothing_and_one_alone_is_not_offered(cast, now):
    client, _, page = begun(opened_in_words(cast, now), cast.ade, '"><b>')
    shipped = begun(opened(cast, now), cast.nadia, "cy")[2]

    assert (page.status_code, "We ask." in page.text) == (200, True)
    assert [name for name in client.cookies if name.startswith("language")] == []
    assert "language=" not in shipped.text


def test_in_an_anonymous_round_nothing_is_kept_of_the_language(cast, now):
    unnamed = {"asking": Asking.ANONYMOUS, "official_view": OfficialView.PERSON}
    client, token, _ = begun(opened_in_words(cast, now, **unnamed), cast.ade, "cy")

    whole = client.get(reverse("answer_whole", args=[token]))
    client.post(reverse("answer_whole", args=[token]), {"A1": "5"})

    assert SPAN.format("qOne") in whole.text
    assert "'cy'" not in repr(everything())
    assert not AnswerSheet.objects.exists()


def test_an_officer_sees_the_form_in_each_language_before_it_is_sent(cast, now):
    round = opened_in_words(cast, now)
    address = reverse("round_form_preview", args=[round.public_id, 1])

    pages = [cast.client("priya").get(address, {"language": each}) for each in ("cy", "en")]

    assert ["qOne" in page.text for page in pages] == [True, False]
