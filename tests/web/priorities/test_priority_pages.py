from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.priorities.models import Priority, PriorityAction
from joinedup.domain.reviews.models import Review
from tests.rounds import sealed
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db

A_YEAR = timedelta(days=365)
SEPTEMBER = {"due_on-day": "1", "due_on-month": "9", "due_on-year": "2026"}


@pytest.fixture
def result(cast, now, clock):
    """A result that stands."""
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=30))
    return Review.objects.get().public_id


def choose(client, result):
    """Choose a priority, and go to where it is said what is done about it."""
    typed = {"about": "SF1", "reason": "It holds us up."}
    return client.post(reverse("priority_new", args=[result]), typed)


def test_a_priority_becomes_an_action_that_needs_its_owner_and_is_done(cast, result, now, clock):
    chosen = choose(cast.client("ruth"), result)
    typed = {"what": "Write it down", "owner": cast.ade.public_id, **SEPTEMBER}
    added = cast.client("ruth").post(chosen["Location"], typed)
    page = reverse("action_move", args=[result, PriorityAction.objects.get().public_id])
    clock.move_to(now + timedelta(days=70))
    soon = page_text(cast.client("ade").get(reverse("home")))
    clock.move_to(now + timedelta(days=90))
    owner = cast.client("ade")
    late = [page_text(each.get(reverse("home"))) for each in (owner, cast.client("ruth"))]
    told = page_text(owner.get(reverse("result", args=[result])))
    form = page_text(owner.get(page))
    done = owner.post(page, {"state": "DONE", "version": 1})

    assert [each.status_code for each in (chosen, added, done)] == [302, 302, 302]
    assert "Write it down, for Safer Places group 8 days left" in soon
    assert "Write it down, for Safer Places group 12 days late" in late[0]
    assert "Ask Ade Okafor about “Write it down”, for Safer Places group 12 days late" in late[1]
    assert "Write it down Ade Okafor, by 1 September 2026. Late" in told
    assert "What became of it? Write it down" in form
    assert "by 1 September 2026. Done on 13 September 2026." in page_text(owner.get(page))
    assert PriorityAction.objects.get().state == "DONE"
    assert "Write it down" not in page_text(owner.get(reverse("home")))


def test_next_years_result_shows_what_became_of_this_years_priorities(cast, result, now, clock):
    chair = cast.client("ruth")
    choose(chair, result)
    typed = {"what": "Write it down", "owner": cast.ade.public_id, **SEPTEMBER}
    page = reverse("action_new", args=[result, Priority.objects.get().public_id])
    chair.post(page, typed)
    move = reverse("action_move", args=[result, PriorityAction.objects.get().public_id])
    chair.post(move, {"state": "DROPPED", "because": "No time.", "version": 1})
    sealed(cast, now + A_YEAR, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + A_YEAR + timedelta(days=30))

    latest = reverse("result", args=[Review.objects.latest("pk").public_id])

    told = page_text(cast.client("ruth").get(latest))
    assert "What became of the priorities of 2026 Every partner would give" in told
    assert "Dropped on 15 July 2026. No time." in told
    assert "No priority has been chosen from this result yet." in told


def test_what_cannot_be_is_said_beside_its_field(cast, result):
    chair = cast.client("ruth")
    choose(chair, result)
    action = reverse("action_new", args=[result, Priority.objects.get().public_id])

    twice = choose(chair, result)
    nobody = chair.post(action, {"what": "Ask", "owner": cast.derek.public_id, **SEPTEMBER})

    assert (twice.status_code, nobody.status_code) == (422, 422)
    assert "Choose who does it from the list" in errors_of(nobody)
