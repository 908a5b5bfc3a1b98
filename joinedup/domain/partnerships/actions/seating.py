from datetime import date, datetime, timedelta

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, not_over
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Capacity, Standing
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.partnerships.rules import (
    why_not_add_member,
    why_not_change,
    why_not_end_membership,
    why_not_open_seat,
    why_not_seat,
    why_not_seated,
    why_not_vacate,
)
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person


@transaction.atomic
def add_member(
    partnership: Partnership,
    organisation: Organisation,
    *,
    standing: str = Standing.CORE,
    unit: str = "",
    from_on: date | None = None,
    by: Person | None,
    at: datetime,
) -> Membership:
    """Enter an organisation, or a part of one, as a member."""
    insist(why_not_add_member(partnership, organisation, by, day_of(at), unit))
    membership = Membership.objects.create(
        partnership=partnership,
        organisation=organisation,
        standing=standing,
        unit=unit,
        from_on=from_on,
    )
    record("member.added", partnership, by=by, at=at, member=membership.member_name)
    return membership


@transaction.atomic
def end_membership(
    membership: Membership, *, on: date, because: str, by: Person | None, at: datetime
) -> None:
    """End a membership on a day; its seats' holders lose access with that day."""
    insist(why_not_end_membership(membership, by, day_of(at)))
    insist(why_not_end_membership(membership, by, day_of(at), on), "on")
    change(membership, expecting=(None, membership.version), to_on=on)
    record(
        "member.ended",
        membership.partnership,
        by=by,
        at=at,
        because=because,
        member=membership.member_name,
    )


@transaction.atomic
def open_seat(
    membership: Membership,
    *,
    person: Person | None = None,
    capacity: str = Capacity.REPRESENTATIVE,
    by: Person | None,
    at: datetime,
) -> Seat:
    """Give a member another place, vacant until somebody holds it."""
    insist(why_not_open_seat(membership, by, day_of(at)))
    seat = Seat.objects.create(membership=membership, capacity=capacity, from_on=day_of(at))
    record_seat("seat.opened", seat, by=by, at=at)
    if person is not None:
        hold_seat(seat, person, by=by, at=at)
    return seat


@transaction.atomic
def open_held_seat(
    membership: Membership,
    *,
    name: str,
    email: str,
    capacity: str,
    by: Person | None,
    at: datetime,
) -> Seat:
    """Give a member another place, held by whoever has this address; vacant without one."""
    seat = open_seat(membership, capacity=capacity, by=by, at=at)
    if email:
        seat_named_person(seat, name=name, email=email, by=by, at=at)
    return seat


@transaction.atomic
def seat_named_person(
    seat: Seat, *, name: str, email: str, by: Person | None, at: datetime
) -> Person:
    """Let whoever has this address hold the seat; somebody new is put in the directory."""
    insist(why_not_seat(seat, by, day_of(at)))
    person = find_or_add_person(name, email=email, by=by, at=at)
    seat_person(seat, person, by=by, at=at)
    return person


@transaction.atomic
def seat_person(seat: Seat, person: Person, *, by: Person | None, at: datetime) -> None:
    """Let ``person`` hold the seat from today; whoever held it before has left."""
    today = day_of(at)
    insist(why_not_seat(seat, by, today))
    insist(why_not_seated(seat, person, today), "email")
    change(seat, expecting=(None, seat.version))
    leaving = seat.holders.filter(not_over(today))
    # Somebody seated by mistake this morning never held the seat; everybody else leaves it
    # with yesterday, so that their access ends now.
    leaving.filter(from_on__gte=today).delete()
    leaving.update(to_on=today - timedelta(days=1))
    hold_seat(seat, person, by=by, at=at)


def hold_seat(seat: Seat, person: Person, *, by: Person | None, at: datetime) -> None:
    """Note who holds an empty seat from today; whoever calls has asked whether they may."""
    Holder.objects.create(seat=seat, person=person, from_on=day_of(at))
    record_seat("seat.held", seat, by=by, at=at, person=person.public_id)


@transaction.atomic
def vacate_seat(seat: Seat, *, on: date, by: Person | None, at: datetime) -> None:
    """Leave the seat empty from the day after ``on``; the seat itself stays."""
    today = day_of(at)
    insist(why_not_vacate(seat, by, today))
    insist(why_not_vacate(seat, by, today, on), "on")
    change(seat, expecting=(None, seat.version))
    leaving = seat.holders.filter(not_over(today))
    person = leaving.values_list("person__public_id", flat=True).get()
    leaving.update(to_on=on)
    record_seat("seat.vacated", seat, by=by, at=at, person=person)


def record_seat(verb: str, seat: Seat, *, by: Person | None, at: datetime, **detail: str) -> None:
    """Write in the partnership's history what became of one of its places."""
    membership = seat.membership
    record(
        verb,
        membership.partnership,
        by=by,
        at=at,
        seat=seat.public_id,
        capacity=seat.capacity,
        member=membership.member_name,
        **detail,
    )


@transaction.atomic
def confirm_members(partnership: Partnership, *, by: Person | None, at: datetime) -> None:
    """Confirm that the members listed are the members there are."""
    insist(why_not_change(partnership, by, day_of(at)))
    change(
        partnership,
        expecting=(partnership.state, partnership.version),
        members_confirmed_on=day_of(at),
    )
    record("members.confirmed", partnership, by=by, at=at)
