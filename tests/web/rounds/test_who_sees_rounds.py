"""The pages of rounds, asked for by every kind of person; what a draft holds is not there."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import NamesRequest, Round
from tests.cast import EVERYBODY
from tests.rounds import in_state, opened, prepared, sealed
from tests.web.reading import errors_of, links_of, page_text, table_of

pytestmark = pytest.mark.django_db

READERS = {"lead host's officer", "director", "leadership", "auditor"}
OF_ONE = [
    "round",
    "round_dates",
    "round_choose",
    "round_people",
    "round_open",
    "round_remind",
    "round_ask_more",
    "round_close",
    "round_withdraw",
]
OF_A_REVIEW = ["round_names", "round_ask"]


def address(name, round):
    review = [round.reviews.get().public_id] if name in OF_A_REVIEW else []
    return reverse(name, args=[round.public_id, *review])


@pytest.mark.parametrize("kind", EVERYBODY)
def test_each_person_opens_every_page_of_a_round_or_none(cast, now, kind):
    round, client = prepared(cast, now), cast.client(EVERYBODY[kind])

    statuses = {client.get(address(name, round)).status_code for name in OF_ONE + OF_A_REVIEW}

    assert statuses == {302 if kind == "public" else 200 if kind in READERS else 404}


@pytest.mark.parametrize("kind", sorted(READERS - {"lead host's officer"}))
@pytest.mark.parametrize("name", [*OF_ONE[1:], "round_ask"])
def test_whoever_only_reads_a_round_is_told_why_and_given_no_button(cast, now, kind, name):
    round = prepared(cast, now)
    client = cast.client(EVERYBODY[kind])

    page = client.get(address(name, round))
    refused = client.post(address(name, round), {"name": "Dee", "email": "dee@bridge.example"})

    assert "round" in page_text(page).lower()
    assert 'method="post"' not in page.text.split("<main")[1]
    assert refused.status_code in ((405,) if name == "round_people" else (409, 422))
    assert Round.objects.get().state == RoundState.DRAFT
    assert not Message.objects.exists()


@pytest.mark.parametrize("state", RoundState)
def test_a_round_in_every_state_can_be_read(cast, now, state):
    round = in_state(cast, now, state)

    page = cast.client("priya").get(address("round", round))

    assert round.get_state_display() in page_text(page)


@pytest.mark.parametrize("kind", sorted(READERS))
@pytest.mark.parametrize("days", [3, 30])
def test_what_a_draft_found_is_on_the_round_for_those_alone_who_may_read_it(
    cast, now, clock, kind, days
):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=days))

    page = cast.client(EVERYBODY[kind]).get(address("round", round))

    result = reverse("result", args=[round.reviews.get().public_id])
    may = days == 30 or kind in {"lead host's officer", "director"}
    assert ("66.7" in page_text(page), result in links_of(page)) == (may, may)


def test_too_few_answers_leave_no_figure_on_the_round(cast, now):
    round = sealed(cast, now, {"ruth": 3, "ade": 3})

    rows = table_of(cast.client("priya").get(address("round", round)))

    assert rows[1] == ["Safer Places group", "2 of 5", "Incomplete"]


@pytest.mark.parametrize("rows", [1, 3])
def test_one_round_and_three_take_the_same_queries(cast, now, django_assert_num_queries, rows):
    for _ in range(rows):
        prepared(cast, now)
    client = cast.client("priya")

    with django_assert_num_queries(5):
        page = client.get(reverse("rounds"))

    assert len(table_of(page)) == rows + 1


@pytest.mark.parametrize("more", [0, 2])
def test_a_round_over_one_and_over_three_takes_the_same_queries(
    cast, now, django_assert_num_queries, more
):
    round = prepared(cast, now)
    for number in range(more):
        register_partnership(
            f"Empty {number}", host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now
        )
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(12):
        page = client.get(address("round", round))

    assert len(table_of(page)) == more + 2


def test_names_that_cannot_be_read_are_refused_with_what_was_typed(cast, now):
    round = prepared(cast, now)

    page = cast.client("priya").post(address("round_names", round), {"names": "Zoe Hart\nBo"})

    assert (page.status_code, "Zoe Hart\nBo" in page.text) == (409, True)
    assert errors_of(page)[0].startswith("Line 1: write a name")


def test_an_address_that_is_none_is_refused_with_what_was_typed(cast, now):
    round = prepared(cast, now)

    page = cast.client("priya").post(address("round_ask", round), {"name": "Dee", "email": "dee"})

    assert (page.status_code, "Dee" in page.text) == (422, True)
    assert not NamesRequest.objects.exists()


def test_days_that_do_not_follow_one_another_are_refused_with_what_was_typed(cast, now):
    round = prepared(cast, now)
    days = {"opens_on": 9, "closes_on": 8, "replies_end_on": 10, "papers_due_on": 11}
    typed = {"asking": "NAMED", "official_view": "PERSON", "version": round.version}
    for name, day in (days | {"committee_on": 12}).items():
        typed |= {f"{name}-day": day, f"{name}-month": "June", f"{name}-year": 2027}

    page = cast.client("priya").post(address("round_dates", round), typed)

    assert page.status_code == 422
    assert errors_of(page) == ["Last day to answer comes before “opening day”"]
    assert Round.objects.get().closes_on == round.closes_on


def test_a_round_planned_too_late_says_by_how_much(cast, now, clock):
    round = prepared(cast, now)
    clock.move_to(now + timedelta(days=2))

    page = cast.client("priya").get(address("round_dates", round))

    assert "the round should have opened 2 days ago" in page_text(page)


def test_a_review_of_another_round_is_no_part_of_this_one(cast, now):
    one, other = prepared(cast, now), opened(cast, now)

    page = cast.client("priya").get(
        reverse("round_names", args=[one.public_id, other.reviews.get().public_id])
    )

    assert page.status_code == 404
