from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, not_over
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Capacity, Standing, State
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Seat,
)
from joinedup.domain.partnerships.rules import (
    LATER,
    why_not_add_host,
    why_not_add_member,
    why_not_also_named,
    why_not_change,
    why_not_dated,
    why_not_end_membership,
    why_not_move,
    why_not_named,
    why_not_open_seat,
    why_not_referenced,
    why_not_register,
    why_not_seat,
    why_not_seated,
    why_not_vacate,
)
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person
from joinedup.domain.places.actions import note_areas
from joinedup.domain.places.models import Area
from joinedup.domain.places.rules import why_not_code, why_not_place


@transaction.atomic
def register_partnership(
    name: str, *, host: Organisation, by: Person | None, at: datetime, **details: Any
) -> Partnership:
    """Enter a partnership in the register, with ``host`` as its lead host."""
    insist(why_not_register(host, by, day_of(at)))
    insist_on_details(None, {"name": name, **details})
    partnership = Partnership.objects.create(name=name.strip(), folded_name=folded(name), **details)
    Hosting.objects.create(partnership=partnership, organisation=host, is_lead=True)
    record("partnership.registered", partnership, by=by, at=at, host=host.public_id)
    return partnership


def insist_on_details(partnership: Partnership | None, values: dict[str, Any]) -> None:
    """Refuse details that cannot be, each beside the field that mends it."""
    if "name" in values:
        insist(why_not_named(values["name"]), "name")
    for last in LATER:
        insist(why_not_dated(partnership, values, last), last)
    insist(why_not_referenced(partnership, values.get("reference", "")), "reference")


def area_at(code: str, name: str) -> Area | None:
    """Return the place with this official code, noted under ``name`` when it is new; or none."""
    if not code:
        return None
    insist(why_not_code(code), "place_code")
    insist(why_not_place(code, name), "place_name")
    return note_areas({code.upper(): name})[code.upper()]


@transaction.atomic
def change_partnership(
    partnership: Partnership, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Correct the shared record; a new name keeps the old one, which still finds the page.

    ``place`` may be given as official code and name instead of ``area``.
    """
    insist(why_not_change(partnership, by, day_of(at)))
    insist_on_details(partnership, values)
    if "place" in values:
        values |= {"area": area_at(*values.pop("place"))}
    if "name" in values:
        values |= {"name": values["name"].strip()}
    was = {name: str(getattr(partnership, name) or "") for name in values}
    changed = {name: old for name, old in was.items() if old != str(values[name] or "")}
    old_name, new_name = partnership.name, values.get("name", partnership.name)
    expecting = (partnership.state, version)
    change(partnership, expecting=expecting, **values, folded_name=folded(new_name))
    if folded(old_name) != folded(new_name):
        note_partnership_name(partnership, old_name, sort=NameSort.FORMER, to_on=day_of(at))
    if changed:
        record("partnership.changed", partnership, by=by, at=at, was=changed)


def note_partnership_name(
    partnership: Partnership,
    name: str,
    *,
    sort: str = NameSort.ALIAS,
    from_on: date | None = None,
    to_on: date | None = None,
) -> None:
    """Keep another name of the partnership; the same name twice is kept once."""
    OtherPartnershipName.objects.get_or_create(
        partnership=partnership,
        folded_name=folded(name),
        defaults={"name": name.strip(), "sort": sort, "from_on": from_on, "to_on": to_on},
    )


@transaction.atomic
def add_partnership_name(
    partnership: Partnership, name: str, *, sort: str, by: Person | None, at: datetime
) -> None:
    """Record another name, so that it finds the page."""
    insist(why_not_change(partnership, by, day_of(at)))
    insist(why_not_also_named(partnership, name), "name")
    note_partnership_name(partnership, name, sort=sort)
    record("partnership.named", partnership, by=by, at=at, name=name.strip())


@transaction.atomic
def move_partnership(
    partnership: Partnership, to: State, *, because: str, by: Person | None, at: datetime
) -> None:
    """Move the record to another state, with the reason."""
    insist(why_not_move(partnership, to, by, day_of(at)))
    change(partnership, expecting=(partnership.state, partnership.version), state=to)
    record("partnership.moved", partnership, by=by, at=at, because=because, to=to)


@transaction.atomic
def add_host(
    partnership: Partnership, organisation: Organisation, *, by: Person | None, at: datetime
) -> None:
    """Let another organisation administer the record beside the lead host."""
    insist(why_not_add_host(partnership, organisation, by, day_of(at)), "organisation")
    Hosting.objects.create(partnership=partnership, organisation=organisation, from_on=day_of(at))
    record("partnership.hosted", partnership, by=by, at=at, host=organisation.public_id)


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
    seat = Seat.objects.create(membership=membership, capacity=capacity)
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


@transaction.atomic
def report_score(
    partnership: Partnership,
    year: int,
    *,
    overall: float | None,
    band: str,
    by: Person | None,
    at: datetime,
) -> None:
    """Keep a score of an earlier year as reported; a later report of the year replaces it."""
    insist(why_not_change(partnership, by, day_of(at)))
    ReportedScore.objects.update_or_create(
        partnership=partnership, year=year, defaults={"overall": overall, "band": band}
    )
    record("score.reported", partnership, by=by, at=at, year=year)
