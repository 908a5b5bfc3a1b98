from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import (
    end_membership,
    move_partnership,
    seat_named_person,
    seat_person,
    vacate_seat,
)
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.partnerships.rules import ENDED, why_not_seat, why_not_seated
from tests.cast import EVERYBODY

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
KEEPERS = {"lead host's officer", "chair", "coordinator"}


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "public"])
@pytest.mark.parametrize(("seat", "own"), [("ade", set()), ("colin", {"another host's officer"})])
def test_those_who_keep_the_record_and_the_members_own_officers_fill_a_place(
    cast, now, kind, seat, own
):
    reason = why_not_seat(cast.seats[seat], cast.who(kind), day_of(now))

    assert reason == (None if kind in KEEPERS | own else ONLY)


def test_a_manager_of_the_member_fills_its_place(cast, now):
    grant_post(cast.invited, cast.riverside, PostKind.MANAGER, by=None, at=now)

    assert why_not_seat(cast.seats["ade"], cast.invited, day_of(now)) is None
    assert why_not_seat(cast.seats["ruth"], cast.invited, day_of(now)) == ONLY


def test_a_partnership_that_has_ended_keeps_its_places_as_they_were(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="", by=cast.priya, at=now)

    for who in (cast.priya, cast.ben):
        assert why_not_seat(fresh(cast.seats["colin"]), who, day_of(now)) == ENDED


def fresh(seat):
    return Seat.objects.select_related("membership__partnership").get(pk=seat.pk)


def test_whoever_held_the_place_loses_sight_at_once_and_the_new_holder_gains_it(cast, now):
    today = day_of(now)

    seat_person(cast.seats["ade"], cast.invited, by=cast.priya, at=now)

    assert list(visible_to(cast.ade, today)) == []
    assert list(visible_to(cast.invited, today)) == [cast.safer]
    held = cast.seats["ade"].holders.order_by("id").values_list("person__name", "from_on", "to_on")
    assert list(held) == [
        ("Ade Okafor", day_of(cast.at), today - timedelta(days=1)),
        ("Ivy Tran", today, None),
    ]


def test_somebody_seated_by_mistake_this_morning_never_held_the_place(cast, now):
    for person in (cast.noor, cast.invited):
        seat_person(cast.seats["ade"], person, by=cast.priya, at=now)

    names = cast.seats["ade"].holders.order_by("id").values_list("person__name", flat=True)
    assert list(names) == ["Ade Okafor", "Ivy Tran"]


def test_a_holder_due_to_leave_later_leaves_now_when_another_is_seated(cast, now):
    today = day_of(now)
    vacate_seat(cast.seats["ade"], on=today + timedelta(days=30), by=cast.priya, at=now)

    seat_person(cast.seats["ade"], cast.invited, by=cast.priya, at=now)

    assert list(visible_to(cast.ade, today)) == []


def test_nobody_takes_the_place_they_hold(cast, now):
    reason = "Ade Okafor already holds this place."

    assert why_not_seated(cast.seats["ade"], cast.ade, day_of(now)) == reason
    assert why_not_seated(cast.seats["ade"], cast.invited, day_of(now)) is None
    with pytest.raises(Refused, match=reason):
        seat_person(cast.seats["ade"], cast.ade, by=cast.priya, at=now)


def test_a_person_is_found_by_address_and_seated(cast, now):
    found = seat_named_person(
        cast.seats["ade"], name="I. Tran", email="IVY.TRAN@mail.example", by=cast.priya, at=now
    )

    assert found == cast.invited
    assert history_of(cast.safer)[0].detail == {
        "seat": cast.seats["ade"].public_id,
        "capacity": "REPRESENTATIVE",
        "member": "Riverside Food Share",
        "person": cast.invited.public_id,
    }


def test_a_member_that_has_left_seats_nobody(cast, now):
    membership = cast.memberships["riverside"]
    yesterday = day_of(now) - timedelta(days=1)
    end_membership(membership, on=yesterday, because="", by=cast.priya, at=now)

    with pytest.raises(Refused, match="Riverside Food Share left on 14 June 2026"):
        seat_person(fresh(cast.seats["ade"]), cast.invited, by=cast.priya, at=now)


def test_two_who_fill_one_place_at_once_do_not_both_succeed(cast, now):
    mine, theirs = fresh(cast.seats["ade"]), fresh(cast.seats["ade"])
    seat_person(theirs, cast.invited, by=cast.ruth, at=now)

    with pytest.raises(Overtaken):
        seat_person(mine, cast.noor, by=cast.priya, at=now)

    assert cast.seats["ade"].holders.get(to_on=None).person == cast.invited
