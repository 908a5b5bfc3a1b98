from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import history_of, verbs_about
from joinedup.domain.partnerships.actions import end_membership, open_held_seat, open_seat
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.partnerships.queries import held_seats, vacant_seats, visible_to
from joinedup.domain.partnerships.rules import why_not_open_seat
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_only_those_who_keep_the_record_open_a_place(cast, now, kind):
    reason = why_not_open_seat(cast.memberships["police"], cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS else ONLY)


def test_a_new_place_is_vacant_until_somebody_holds_it(cast, now):
    seat = open_seat(cast.memberships["police"], capacity=Capacity.DEPUTY, by=cast.priya, at=now)

    assert seat in vacant_seats(visible_to(cast.priya, day_of(now)), day_of(now))
    assert history_of(cast.safer)[0].detail == {
        "seat": seat.public_id,
        "capacity": "DEPUTY",
        "member": "Wexmere Police",
    }


def test_a_place_is_opened_for_a_person_by_address(cast, now):
    seat = open_held_seat(
        cast.memberships["police"],
        name="Zoe Hart",
        email="zoe@mail.example",
        capacity=Capacity.SECRETARY,
        by=cast.priya,
        at=now,
    )

    assert (seat.capacity, seat.holders.get().person.name) == (Capacity.SECRETARY, "Zoe Hart")
    assert verbs_about(cast.safer)[-2:] == ["seat.opened", "seat.held"]


def test_a_place_is_opened_for_nobody_yet(cast, now):
    seat = open_held_seat(
        cast.memberships["police"],
        name="",
        email="",
        capacity=Capacity.DEPUTY,
        by=cast.priya,
        at=now,
    )

    assert seat.holders.count() == 0


def test_a_wrong_address_opens_no_place(cast, now):
    seats = Seat.objects.count()

    with pytest.raises(Refused, match="is not an email address"):
        open_held_seat(
            cast.memberships["police"],
            name="Zoe Hart",
            email="zoe",
            capacity=Capacity.DEPUTY,
            by=cast.priya,
            at=now,
        )

    assert Seat.objects.count() == seats


def test_a_member_that_has_left_gets_no_place(cast, now):
    membership = cast.memberships["police"]
    end_membership(membership, on=date(2026, 3, 31), because="", by=cast.priya, at=now)

    with pytest.raises(Refused, match="Wexmere Police left on 31 March 2026"):
        open_seat(membership, by=cast.priya, at=now)


def test_everybody_who_holds_a_place_is_found_once(cast, now):
    holders = held_seats(visible_to(cast.priya, day_of(now)), day_of(now))

    assert {holder.person for holder in holders} == {
        cast.ruth,
        cast.colin,
        cast.ade,
        cast.nadia,
        cast.owen,
    }
    assert len(holders) == 5
