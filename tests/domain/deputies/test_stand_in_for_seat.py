import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.deputies.actions import open_chosen_seat, stand_in_for_seat
from joinedup.domain.deputies.queries import deputies_of, stood_in_for
from joinedup.domain.deputies.rules import why_not_say_stands_in
from joinedup.domain.journal.queries import history_of
from joinedup.domain.partnerships.actions import add_member, open_seat
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.queries import members_of
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
SAY = {"lead host's officer", "chair", "coordinator", "another host's officer"}


def deputy(cast, now, body="county", **more):
    member = cast.memberships[body]
    return open_seat(member, capacity=Capacity.DEPUTY, by=cast.priya, at=now, **more)


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
def test_those_who_may_fill_a_place_say_for_whom_its_deputy_stands_in(cast, now, kind):
    reason = why_not_say_stands_in(deputy(cast, now), cast.who(kind), day_of(now))

    assert reason == (None if kind in SAY else ONLY)


def test_both_places_are_told_of_each_other(cast, now):
    seat = deputy(cast, now, person=cast.invited)

    stand_in_for_seat(seat, cast.seats["ruth"], by=cast.priya, at=now)

    members = list(members_of(cast.safer, day_of(now)))
    assert stood_in_for(members) == {seat.pk: "Ruth Bello, chair, for Wexmere Police"}
    assert deputies_of(members) == {cast.seats["ruth"].pk: ["Ivy Tran"]}
    assert history_of(cast.safer)[0].detail["place"] == "Ruth Bello, chair, for Wexmere Police"


def test_a_deputy_may_be_for_nobody_in_particular_again(cast, now):
    seat = deputy(cast, now)
    stand_in_for_seat(seat, cast.seats["ruth"], by=cast.priya, at=now)

    stand_in_for_seat(seat, None, by=cast.priya, at=now)

    seat.refresh_from_db()
    assert seat.stands_in_for is None


def test_only_a_deputy_stands_in(cast, now):
    with pytest.raises(Refused, match="Only a deputy stands in"):
        stand_in_for_seat(cast.seats["ade"], cast.seats["ruth"], by=cast.priya, at=now)


def test_a_deputy_stands_in_neither_for_a_deputy_nor_elsewhere(cast, now):
    seat, other = deputy(cast, now), deputy(cast, now, "police")
    member = add_member(cast.growth, cast.police, by=cast.noor, at=now)
    abroad = open_seat(member, by=cast.noor, at=now)

    for place in (seat, other, abroad):
        with pytest.raises(Refused, match="a place on the same partnership that is not a deputy’s"):
            stand_in_for_seat(seat, place, by=cast.priya, at=now)


def test_a_place_that_is_no_deputys_is_not_opened_for_one(cast, now):
    member, told = cast.memberships["police"], {"name": "", "email": "", "capacity": "SECRETARY"}

    with pytest.raises(Refused, match="Only a deputy"):
        open_chosen_seat(member, stands_in_for=cast.seats["ruth"], **told, by=cast.priya, at=now)
    assert not member.seats.filter(capacity="SECRETARY").exists()
