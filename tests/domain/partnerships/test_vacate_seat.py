from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import seat_person, vacate_seat
from joinedup.domain.partnerships.queries import vacant_seats, visible_to
from joinedup.domain.partnerships.rules import why_not_vacate
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
MAY = {"lead host's officer", "chair", "coordinator", "another host's officer"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_whoever_may_fill_a_place_may_leave_it_empty(cast, now, kind):
    reason = why_not_vacate(cast.seats["colin"], cast.who(kind), day_of(now))

    assert reason == (None if kind in MAY else ONLY)


@pytest.mark.parametrize(
    ("seat", "days", "reason"),
    [
        ("ade", 0, None),
        ("ade", -1, "It began on 1 April 2025, so it cannot have ended before that."),
        ("derek", 0, "Nobody holds this place."),
    ],
)
def test_a_place_is_left_after_it_was_taken(cast, now, seat, days, reason):
    on = day_of(cast.at) + timedelta(days=days)

    assert why_not_vacate(cast.seats[seat], cast.priya, day_of(now), on) == reason


def test_an_empty_place_stays_and_counts_as_vacant(cast, now):
    today = day_of(now)

    vacate_seat(cast.seats["ade"], on=today, by=cast.priya, at=now)

    tomorrow = today + timedelta(days=1)
    among = visible_to(cast.priya, today)
    assert cast.seats["ade"] not in vacant_seats(among, today)
    assert cast.seats["ade"] in vacant_seats(among, tomorrow)
    entry = history_of(cast.safer)[0]
    assert (entry.verb, entry.detail["person"]) == ("seat.vacated", cast.ade.public_id)


def test_a_place_nobody_holds_cannot_be_left(cast, now):
    with pytest.raises(Refused, match="Nobody holds this place"):
        vacate_seat(cast.seats["derek"], on=day_of(now), by=cast.priya, at=now)


def test_somebody_seated_today_cannot_have_left_yesterday(cast, now):
    today = day_of(now)
    seat_person(cast.seats["derek"], cast.invited, by=cast.priya, at=now)

    with pytest.raises(Refused) as refusal:
        vacate_seat(cast.seats["derek"], on=today - timedelta(days=1), by=cast.priya, at=now)

    assert refusal.value.field == "on"
