import pytest
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.reviews.models import Review
from tests.rounds import opened, prepared, sealed

pytestmark = pytest.mark.django_db

DRAFT_PAGES = ["round", "round_dates", "round_choose", "round_people", "round_open"]
OPEN_PAGES = ["round", "round_remind", "round_close", "round_dates", "round_open"]


@pytest.mark.parametrize("name", [*DRAFT_PAGES, "round_withdraw"])
def test_an_officer_reads_each_page_of_a_round_being_prepared(cast, now, name):
    round = prepared(cast, now)

    page = cast.client("priya").get(reverse(name, args=[round.public_id]))

    assert (page.status_code, round.title in page.text) == (200, True)


@pytest.mark.parametrize("name", OPEN_PAGES)
def test_an_officer_reads_each_page_of_an_open_round(cast, now, name):
    round = opened(cast, now)

    page = cast.client("priya").get(reverse(name, args=[round.public_id]))

    assert (page.status_code, round.title in page.text) == (200, True)


def test_opening_by_its_button_writes_to_everyone_once(cast, now):
    round = prepared(cast, now)
    client = cast.client("priya")

    first = client.post(reverse("round_open", args=[round.public_id]))
    second = client.post(reverse("round_open", args=[round.public_id]))

    assert (first.status_code, second.status_code) == (302, 409)
    assert Message.objects.filter(kind="round.invitation").count() == 5


@pytest.mark.parametrize("name", ["ade", "noor", "ben"])
def test_a_round_is_no_page_for_those_of_other_bodies(cast, now, name):
    round = opened(cast, now)

    page = cast.client(name).get(reverse("round", args=[round.public_id]))

    assert page.status_code == 404


def test_the_result_page_shows_the_sentences_the_scores_and_the_working(cast, now):
    round = sealed(cast, now, {"ade": 1, "ruth": 3, "colin": 2, "nadia": 2})
    review = Review.objects.get(round=round)
    client = cast.client("ade")

    page = client.get(reverse("result", args=[review.public_id]))
    working = client.get(reverse("result_working", args=[review.public_id, "overall"]))

    assert page.status_code == 200
    assert "Sound, 66.7 out of 100." in page.text
    assert "4 of 5 people answered, from 4 of 5 members." in page.text
    assert (working.status_code, "66.7" in working.text) == (200, True)


def test_what_needs_you_lists_an_answer_to_give(cast, now):
    opened(cast, now)

    page = cast.client("ade").get(reverse("home"))

    assert "Answer Yearly review 2026 for Safer Places group" in page.text
