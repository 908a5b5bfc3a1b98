from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.demo.views import PAGE, letter_to
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.notices.actions import Letter, post_many, post_message
from joinedup.domain.notices.models import Message
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.models import Round

pytestmark = pytest.mark.django_db
MAILBOX = "/demonstration/mail/"


@pytest.fixture(autouse=True)
def _demonstration(settings):
    """Be a demonstration."""
    settings.DEMONSTRATION = True
    settings.ADDRESS = "http://localhost:8000"


@pytest.fixture
def post(now):
    """Post mail to Ann, or to somebody else, and return its page."""
    ann = add_person("Ann <Brown>", email="ann@bridge.example", by=None, at=now)

    def post(subject, body="Words", to=ann, at=now, *, sent=True):
        post_message(to, subject, body, kind="test", about=None, at=at)
        if sent:
            run_due(at)
        return reverse("mailbox_message", args=[Message.objects.latest("id").public_id])

    return post


def subjects(page):
    return [message.subject for message in page.context["messages"]]


def test_mail_is_listed_newest_first(client, now, post):
    post("First")
    post("Second", at=now + timedelta(minutes=1))

    page = client.get(MAILBOX)

    first, second = page.text.index("First"), page.text.index("Second")
    assert (page.status_code, second < first) == (200, True)
    assert "Ann &lt;Brown&gt;" in page.text


def test_an_empty_mailbox_says_how_mail_comes(client):
    page = client.get(MAILBOX)

    assert "There is no mail yet. Open a round" in page.text


@pytest.mark.parametrize(
    ("words", "shown"), [("brown", True), ("ANN@bridge", True), ("colin", False), (" ", True)]
)
def test_mail_is_found_by_part_of_a_name_or_address(client, post, words, shown):
    post("Hello Ann")

    page = client.get(MAILBOX, {"to": words})

    assert ("Hello Ann" in page.text) is shown


def test_a_long_list_goes_on_in_another_page_and_misses_nothing(client, now):
    letters = [Letter("a@b.example", f"No {n:03}.", "…", "test") for n in range(PAGE + 2)]
    post_many(letters, at=now)

    first = client.get(MAILBOX, {"to": "a@b"})
    older = first.text.partition('href="/demonstration/mail/?to=')[2].partition('"')[0]
    second = client.get(f"{MAILBOX}?to={older.replace('&amp;', '&')}")

    shown = [[n for n in range(PAGE + 2) if f"No {n:03}." in each.text] for each in (first, second)]
    assert shown == [list(range(2, PAGE + 2)), [0, 1]]


def test_the_list_costs_the_same_however_long_it_is(client, post, django_assert_num_queries):
    post("One")
    with django_assert_num_queries(1):
        client.get(MAILBOX)
    for number in range(3):
        post(f"More {number}")

    with django_assert_num_queries(1):
        client.get(MAILBOX)


def test_links_to_our_own_pages_can_be_pressed_and_no_others(client, post):
    address = post("Links", "See http://localhost:8000/answer/abc/.\nNot http://evil.example/x")

    page = client.get(address)

    assert '<a class="govuk-link" href="/answer/abc/">http://localhost:8000/answer/abc/</a>.' in (
        page.text
    )
    assert "Not http://evil.example/x" in page.text
    assert 'href="http://evil' not in page.text


def test_the_words_of_a_mail_are_never_markup(client, post):
    address = post("Say <b>hi</b>", "<script>alert(1)</script>")

    page = client.get(address)

    assert "&lt;script&gt;alert(1)" in page.text
    assert "Say &lt;b&gt;hi" in page.text


def test_mail_that_has_not_left_yet_says_so(client, post):
    address = post("Soon", sent=False)

    assert "It leaves within a few seconds." in client.get(address).text
    assert "Waiting to be sent" in client.get(MAILBOX).text


@pytest.mark.parametrize("address", [MAILBOX + "nothing/", MAILBOX + "?before=nothing"])
def test_mail_that_never_was_is_not_found(client, address):
    assert client.get(address).status_code == 404


def test_there_is_no_mailbox_where_people_are_real(client, post, settings):
    address = post("Private")
    settings.DEMONSTRATION = False

    assert [client.get(each).status_code for each in (MAILBOX, address)] == [404, 404]


def test_the_walk_opens_the_newest_mail_that_asks_for_an_answer(now, post):
    asked = post("Yearly review 2026: please say", at=now)
    reminder = post("A reminder: Yearly review 2026 closes", at=now + timedelta(days=1))
    post("Your code", at=now + timedelta(days=2))

    found = letter_to("brown", Round(title="Yearly review 2026"))

    assert (found, found == asked) == (reminder, False)


@pytest.mark.parametrize("title", [None, "Yearly review 2027"])
def test_the_walk_opens_all_the_mail_of_somebody_nobody_asks_now(now, post, title):
    post("Yearly review 2026: please say", at=now)

    assert letter_to("brown", Round(title=title) if title else None) == f"{MAILBOX}?to=brown"
