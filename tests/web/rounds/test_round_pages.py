from datetime import date, timedelta

import pytest
from django.urls import reverse

from joinedup.domain.notices.models import Message
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.reviews.actions.preparing import change_round, choose_partnerships
from joinedup.domain.reviews.models import Review, Round
from tests.rounds import answered, opened, prepared, sealed
from tests.web.reading import page_text, table_of

pytestmark = pytest.mark.django_db

DRAFT_PAGES = ["round", "round_dates", "round_choose", "round_people", "round_open"]
OPEN_PAGES = ["round", "round_remind", "round_close", "round_dates", "round_open", "round_ask_more"]


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


def test_a_round_closed_early_says_on_which_day_and_no_longer_until_when_to_answer(cast, now):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})

    page = page_text(cast.client("priya").get(reverse("round", args=[round.public_id])))

    assert "Closed and counted 17 June 2026" in page
    assert "Last day to answer" not in page


@pytest.mark.parametrize(("days", "warned"), [(0, True), (40, False)])
def test_closing_before_the_last_day_is_a_button_that_warns(cast, now, clock, days, warned):
    round = opened(cast, now)
    clock.move_to(now + timedelta(days=days))

    page = cast.client("priya").get(reverse("round_close", args=[round.public_id]))

    assert ("govuk-button--warning" in page.text) == warned


def test_dates_without_a_committee_are_not_said_to_be_planned_from_one(cast, now):
    round = prepared(cast, now)
    client, where = cast.client("priya"), reverse("round_dates", args=[round.public_id])

    without = page_text(client.get(where))
    Round.objects.filter(pk=round.pk).update(committee_on=date(2026, 12, 1))
    planned = page_text(client.get(where))

    told = [("Planned backwards" in page, "No committee" in page) for page in (without, planned)]
    assert told == [(False, True), (True, False)]


def test_somebody_without_an_address_is_counted_once_however_many_places_they_hold(cast, now):
    round, zoe = prepared(cast, now), add_person("Zoe Hart", email=None, by=None, at=now)
    youth = register_partnership("Youth", host=cast.thornford, by=cast.priya, at=now)
    other = add_member(youth, cast.memberships["police"].organisation, by=cast.priya, at=now)
    for membership in (cast.memberships["police"], other):
        open_seat(membership, person=zoe, by=cast.priya, at=now)
    choose_partnerships(round, Partnership.objects.all(), by=cast.priya, at=now)

    page = page_text(cast.client("priya").get(reverse("round_open", args=[round.public_id])))

    assert "1 person has no email address." in page
    assert "once it is open: Zoe Hart." in page


def test_those_who_joined_since_are_asked_by_their_button(cast, now):
    round = opened(cast, now)
    open_seat(cast.memberships["riverside"], person=cast.noor, by=cast.priya, at=now)
    client = cast.client("priya")

    page = client.get(reverse("round", args=[round.public_id]))
    asked = client.post(reverse("round_ask_more", args=[round.public_id]), follow=True)

    assert "Ask 1 person who has taken a place since the round opened" in page_text(page)
    assert "We have written to 1 more." in page_text(asked)
    assert "taken a place since" not in page_text(asked)


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


def test_an_open_round_counts_answers_and_hides_an_empty_column(cast, now):
    round = opened(cast, now)
    answered(round, cast.ade, 2, now)

    page = cast.client("priya").get(reverse("round", args=[round.public_id]))

    assert "1 of 5 answers have come in, from 1 of 5 members." in page_text(page)
    assert table_of(page) == [
        ["Partnership", "People who answered"],
        ["Safer Places group", "1 of 5"],
    ]


def test_a_reminder_says_how_many_mails_go_out(cast, now):
    round = opened(cast, now)
    answered(round, cast.ade, 2, now)

    page = cast.client("priya").post(reverse("round_remind", args=[round.public_id]), follow=True)

    assert "Reminders are on their way: 4 in all." in page_text(page)


def test_opening_before_the_planned_day_is_said(cast, now):
    round = prepared(cast, now)
    later = {"opens_on": round.closes_on, "version": round.version}
    change_round(round, **later, by=cast.priya, at=now)

    page = cast.client("priya").get(reverse("round_open", args=[round.public_id]))

    assert "It opens now, not on" in page_text(page)


def test_dates_that_have_passed_are_said_before_they_are_saved(cast, now):
    client = cast.client("priya")
    round = prepared(cast, now)
    past = dict.fromkeys(("opens_on", "closes_on"), date(2020, 1, 6))
    change_round(round, **past, version=round.version, by=cast.priya, at=now)

    page = client.get(reverse("round_dates", args=[round.public_id]))

    assert "The last day to answer has passed." in page_text(page)


def test_whoever_reads_reports_finds_them_at_home(cast, now):
    page = cast.client("priya").get(reverse("home"))

    assert "How the partnerships of Thornford District Council stand" in page_text(page)


def test_the_only_choice_is_chosen_and_nothing_else_is_offered(cast, now):
    prepared(cast, now)

    page = cast.client("priya").get(reverse("round_prepare"))

    assert "---------" not in page_text(page)
