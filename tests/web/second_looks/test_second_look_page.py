from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.reviews.models import Review
from tests.rounds import sealed
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

DUE = timedelta(days=201)


@pytest.fixture
def result(cast, now):
    """A result at risk, which stands in July."""
    sealed(cast, now, {"ruth": 1, "colin": 1, "ade": 1})
    return Review.objects.get().public_id


def test_a_second_look_is_asked_for_taken_and_told(cast, result, now, clock):
    page, record = (
        reverse("second_look", args=[result]),
        reverse("partnership", args=[cast.safer.public_id]),
    )
    typed = {"changed": "It is signed.", "better": "BETTER", "decide_again": "no"}
    clock.move_to(now + DUE + timedelta(days=3))
    chair = cast.client("ruth")

    asked = page_text(chair.get(reverse("home")))
    overdue = page_text(chair.get(record))
    before = page_text(chair.get(reverse("result", args=[result])))
    form = page_text(chair.get(page))
    taken = chair.post(page, typed)

    assert "Look again at Safer Places group, which its last review found At risk" in asked
    assert "It is below Sound. Second look by 2 January 2027. Overdue Look again" in overdue
    assert "so it is looked at again by 2 January 2027. Overdue" in before
    assert "found At risk, 33.3 out of 100." in form
    assert taken.status_code == 302
    assert "Second look on 5 January 2027: better." in page_text(chair.get(record))
    told = page_text(cast.client("tom").get(reverse("result", args=[result])))
    assert "Second look Better , Ruth Bello, 5 January 2027 It is signed." in told


def test_whoever_would_decide_again_is_led_there(cast, result, now, clock):
    clock.move_to(now + DUE)
    typed = {"changed": "Nothing.", "better": "WORSE", "decide_again": "yes"}

    taken = cast.client("ruth").post(reverse("second_look", args=[result]), typed)

    assert taken["Location"] == reverse("future_new", args=[cast.safer.public_id])
    told = page_text(cast.client("ade").get(reverse("result", args=[result])))
    assert "The future of the partnership is to be decided again." in told
