import pytest
from django.urls import reverse

from joinedup.domain.challenges.models import ResultChallenge
from joinedup.domain.reviews.models import Review
from tests.rounds import sealed
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def result(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    return Review.objects.get().public_id


def test_a_challenge_is_made_by_a_member_told_to_the_host_answered_and_read_by_all(cast, result):
    typed = {"organisation": cast.riverside.pk, "about": "overall", "words": "Two were on leave."}
    member, host = cast.client("ade"), cast.client("priya")

    made = member.post(reverse("result_challenge", args=[result]), typed)
    waiting = page_text(host.get(reverse("home")))
    page = reverse("challenge_answer", args=[result, ResultChallenge.objects.get().public_id])
    open_told = page_text(cast.client("nadia").get(reverse("result", args=[result])))
    form = page_text(host.get(page))
    answered = host.post(page, {"ruling": "STAYS", "answer": "Both had the mail."})

    read = page_text(cast.client("nadia").get(reverse("result", args=[result])))
    answer = "Answer what Riverside Food Share challenges in the result of Safer Places group"
    assert (made.status_code, answered.status_code) == (302, 302)
    assert answer in waiting
    assert "Riverside Food Share , 15 June 2026 Not answered yet The overall score" in open_told
    assert "The overall score Two were on leave." in form
    assert "Not upheld The overall score Two were on leave. Answer of Thornford" in read
    assert answer not in page_text(host.get(reverse("home")))


def test_what_is_wrong_is_chosen_and_said(cast, result):
    page = cast.client("ade").post(reverse("result_challenge", args=[result]), {"about": "all"})

    assert page.status_code == 422
    assert "Choose an answer from the list" in errors_of(page)
    assert not ResultChallenge.objects.exists()
