"""Whoever answers chooses the language of the questions; the words around them stay English."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.reviews.kinds import Asking, OfficialView
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Answer, AnswerSheet
from tests.access.probing import everything
from tests.domain.languages.made import PART, opened_in_words
from tests.rounds import opened, ticket_of
from tests.web.reading import errors_of, links_of, page_text

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


def typed_in(page):
    """What stands in the boxes of a page: the answers chosen, and the words."""
    chosen = re.findall(r'name="([^"]+)" type="radio" value="([^"]+)" checked', page.text)
    words = re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>([^<]+)</textarea>', page.text)
    return dict(chosen + words)


def test_changing_the_language_of_a_page_saves_it_first(cast, now):
    client, token, _ = begun(opened_in_words(cast, now), cast.ade)
    address = reverse("answer_page", args=[token, 1])
    typed = {"A1": "5", "A2": "dk", "A1_words": "Indeed."}
    before = everything()
    client.post(address, {"_language": "cy"})
    untouched = everything()

    there = client.post(address, typed | {"_language": "en"}, follow=True)
    saved = everything()
    back = client.post(address, typed | {"_language": "cy"}, follow=True)

    assert untouched == before, "Whoever only looks at it in another language has not begun."
    assert [page.redirect_chain for page in (there, back)] == [[(address, 302)]] * 2
    assert [typed_in(page) for page in (there, back)] == [typed] * 2
    assert [SPAN.format("qOne") in page.text for page in (there, back)] == [False, True]
    assert (everything() == saved, Answer.objects.count()) == (True, 2)


def test_what_cannot_be_saved_stays_on_the_page_in_the_other_language(cast, now):
    client, token, _ = begun(opened_in_words(cast, now), cast.ade)
    typed = {"A1": "5", "A1_words": "x" * 2001}

    page = client.post(reverse("answer_page", args=[token, 1]), typed | {"_language": "cy"})

    assert (page.status_code, typed_in(page), "qOne" in page.text) == (422, typed, True)
    assert errors_of(page) == ["Your comment must be 2000 characters or fewer"]
    assert "qOne" in client.get(reverse("answer_page", args=[token, 1])).text


def test_in_an_anonymous_round_changing_the_language_keeps_what_is_typed_on_the_page_alone(
    cast, now
):
    unnamed = {"asking": Asking.ANONYMOUS, "official_view": OfficialView.PERSON}
    client, token, _ = begun(opened_in_words(cast, now, **unnamed), cast.ade)
    address = reverse("answer_whole", args=[token])
    typed = {"A1": "5", "B1": "dk", "B1_words": "So </textarea>.", "Q1": "This.", "Q2": "no"}
    before = everything()

    page = client.post(address, typed | {"_language": "cy"})

    shown = typed_in(page) | {"B1_words": "So </textarea>."}
    assert (page.status_code, shown, errors_of(page)) == (200, typed, [])
    assert ("qOne" in page.text, "So &lt;/textarea&gt;." in page.text) == (True, True)
    assert everything() == before, "Nothing is sent, and nothing kept."
    assert "qOne" in client.get(address).text


def test_enter_does_what_the_page_is_for_and_does_not_change_the_language(cast, now):
    client, token, _ = begun(opened_in_words(cast, now), cast.ade)

    page = client.get(reverse("answer_page", args=[token, 1]))

    form = page.text.partition('name="csrfmiddlewaretoken"')[2]
    buttons = re.findall(r"<button[^>]*>", form)
    assert (buttons[0], 'name="_language"' in buttons[1]) == ('<button type="submit" hidden>', True)


def test_an_officer_changes_the_language_of_the_preview_and_goes_on_in_it(cast, now):
    round = opened_in_words(cast, now)
    first, second = (
        reverse("round_form_preview", args=[round.public_id, number]) for number in (1, 2)
    )
    client = cast.client("priya")

    changed = client.post(first, {"A1": "5", "_language": "cy"})
    on = client.post(changed.headers["Location"], {"A1": "5"})
    last = client.post(reverse("round_form_preview", args=[round.public_id, 3]) + "?language=cy")

    assert [page.headers["Location"] for page in (changed, on, last)] == [
        f"{first}?language=cy",
        f"{second}?language=cy",
        reverse("round_preview", args=[round.public_id]),
    ]
