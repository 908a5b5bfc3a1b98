"""Under What needs you stands what comes up within a month, of which nothing is due yet."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.needs.coming import coming_up
from joinedup.domain.partnerships.actions import change_partnership, seat_person, vacate_seat
from tests.cast import EVERYBODY
from tests.rounds import opened
from tests.web.reading import links_of, page_text

pytestmark = pytest.mark.django_db
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]
REVIEWED = "Safer Places group is to be reviewed"
ENDS = "The agreement of Safer Places group ends"


def dated(cast, now, **days):
    told = {name: now.date() + timedelta(days=number) for name, number in days.items()}
    version = type(cast.safer).objects.get(pk=cast.safer.pk).version
    change_partnership(cast.safer, version=version, by=cast.priya, at=now, **told)


def texts_of(person, now):
    return [(one.text, (one.on - now.date()).days) for one in coming_up(person, now.date())]


def test_days_of_the_record_come_up_for_those_who_keep_it_and_for_nobody_else(cast, now):
    dated(cast, now, next_review_on=9, agreement_ends_on=30)

    told = {kind: texts_of(cast.who(kind), now) for kind in SIGNED_IN}

    both = [(REVIEWED, 9), (ENDS, 30)]
    assert {kind for kind, said in told.items() if said == both} == {
        "chair",
        "coordinator",
        "lead host's officer",
    }
    assert [said for said in told.values() if said not in (both, [])] == []


@pytest.mark.parametrize("days", [-1, 0, 31])
def test_what_is_due_already_or_far_off_does_not_come_up(cast, now, days):
    dated(cast, now, next_review_on=days)

    assert texts_of(cast.priya, now) == []


def test_a_round_that_closes_and_a_place_that_ends_come_up(cast, now):
    round = opened(cast, now)
    ends = now.date() + timedelta(days=5)
    vacate_seat(cast.seats["ade"], on=ends, by=cast.priya, at=now)

    closes = (round.closes_on - now.date()).days
    assert texts_of(cast.priya, now) == [(f"{round.title} closes", closes)]
    assert texts_of(cast.ade, now) == [("Your place on Safer Places group ends", 5)]
    assert texts_of(cast.ruth, now) == []


def test_the_page_lists_them_with_links_and_names_the_next_day_where_nothing_is_needed(cast, now):
    dated(cast, now, agreement_ends_on=9)
    seat_person(cast.seats["derek"], cast.priya, by=cast.priya, at=now)
    address = reverse("partnership", args=[cast.safer.public_id])

    page = cast.client("ruth").get(reverse("home"))

    assert "Coming up (1) Day What 24 June 2026 " + ENDS in page_text(page)
    assert "Nothing needs you today. Your next date is 24 June 2026." in page_text(page)
    assert address in links_of(page)
    assert "Coming up" not in page_text(cast.client("ade").get(reverse("home")))
