from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.futures.kinds import QUESTIONS
from joinedup.domain.futures.models import FutureDecision
from tests.rounds import sealed
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db

YES = dict.fromkeys(QUESTIONS, "YES")
DECIDED = {"decided_on-day": "1", "decided_on-month": "7", "decided_on-year": "2026"}


@pytest.fixture
def result(cast, now, clock):
    """The Safer Places group, whose result stands."""
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=30))


def decide(cast, outcome, **other):
    typed = {"outcome": outcome, "reason": "It is time.", "deciders": "the board", **YES}
    page = reverse("future_new", args=[cast.safer.public_id])
    return cast.client("ruth").post(page, typed | DECIDED | other)


def test_a_decision_is_written_down_disagreed_with_and_shown_where_it_matters(cast, result):
    form = page_text(cast.client("ruth").get(reverse("future_new", args=[cast.safer.public_id])))

    made = decide(cast, "MERGE", other="Safer Wexmere", worth_it="NO")
    decision = FutureDecision.objects.get()
    page = reverse("future_disagree", args=[cast.safer.public_id, decision.public_id])
    said = cast.client("ade").post(page, {"words": "We lose our voice."})

    pages = {
        name: page_text(cast.client("ade").get(reverse(name, args=[key])))
        for name, key in (
            ("partnership_future", cast.safer.public_id),
            ("partnership", cast.safer.public_id),
            ("partnership_history", cast.safer.public_id),
            ("result", decision.review.public_id),
        )
    }
    disagrees = "Riverside Food Share disagrees , Ade Okafor, 15 July 2026 We lose our voice."
    assert (made.status_code, said.status_code) == (302, 302)
    assert "Yearly review 2026 : Sound, 66.7 out of 100." in form
    assert "Does it add more than it costs? No" in pages["partnership_future"]
    assert disagrees in pages["partnership_future"]
    assert disagrees in pages["result"]
    assert "It merges with Safer Wexmere: decided on 1 July 2026. 1 member" in pages["partnership"]
    assert "what was decided about its future: merge with another." in pages["partnership_history"]
    assert "The last decision ends this partnership" in pages["partnership_future"]


def test_before_anything_is_decided_the_page_says_what_it_is_for(cast):
    officer, member = (
        page_text(cast.client(who).get(reverse("partnership_future", args=[cast.safer.public_id])))
        for who in ("priya", "ade")
    )

    told = ["Nothing has been decided here yet." in page for page in (officer, member)]
    offered = ["Write down what was decided" in page for page in (officer, member)]

    assert (told, offered) == ([True, True], [True, False])


def test_a_decision_on_no_result_is_made_on_what_is_known(cast):
    form = page_text(cast.client("ruth").get(reverse("future_new", args=[cast.safer.public_id])))

    page = decide(cast, "LEAVE", still_needed="")

    assert "No result stands yet, so you decide on what you know." in form
    assert (page.status_code, errors_of(page)) == (
        422,
        ["Give an answer to “Is its purpose still needed?”"],
    )


@pytest.mark.parametrize("more", [0, 2])
def test_many_decisions_take_the_queries_of_one(cast, now, clock, django_assert_num_queries, more):
    clock.move_to(now + timedelta(days=30))
    for day in range(1, more + 2):
        decide(cast, "CONTINUE", **{"decided_on-day": str(day)})
    client = cast.client("ade")

    with django_assert_num_queries(12):
        page = client.get(reverse("partnership_future", args=[cast.safer.public_id]))

    assert page.text.count("It continues as it is.") == more + 1
