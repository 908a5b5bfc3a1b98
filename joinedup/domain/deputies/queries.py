from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.fields.standing_in import NOBODY, place_in_a_line
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat


def could_be_stood_in_for(partnership: Partnership, day: date) -> QuerySet[Seat]:
    """Return the places a deputy can stand in for: every one but those of deputies."""
    places = Seat.objects.filter(
        current(day), current(day, "membership__"), membership__partnership=partnership
    )
    return places.exclude(capacity=Capacity.DEPUTY).select_related("membership__organisation")


def places_told(seats: Iterable[Seat], day: date) -> dict[int, str]:
    """Return each place in a line: “Ruth Bello, chair, for Wexmere Police”."""
    known = list(seats)
    held = Holder.objects.filter(current(day), seat__in=known).select_related("person")
    names = {holder.seat_id: holder.person.name for holder in held}
    return {seat.pk: in_a_line(names.get(seat.pk, NOBODY), seat, seat.membership) for seat in known}


def stood_in_for(members: Iterable[Membership]) -> dict[int, str]:
    """Return for each deputy’s place, among ``members_of``, whom it stands in for, in a line."""
    places = [(member, seat) for member in members for seat in member.seats.all()]
    told = {seat.pk: in_a_line(holder_told(seat), seat, member) for member, seat in places}
    return {
        seat.pk: told[seat.stands_in_for_id]
        for _, seat in places
        if seat.stands_in_for_id is not None and seat.stands_in_for_id in told
    }


def deputies_of(members: Iterable[Membership]) -> dict[int, list[str]]:
    """Return for each place, among ``members_of``, who stands in for whoever holds it."""
    found: dict[int, list[str]] = {}
    for member in members:
        for seat in member.seats.all():
            if seat.stands_in_for_id is not None:
                found.setdefault(seat.stands_in_for_id, []).append(holder_told(seat))
    return found


def in_a_line(name: str, seat: Seat, member: Membership) -> str:
    """Return who holds a place, as what and for whom."""
    return place_in_a_line(name, seat.get_capacity_display(), member.member_name)


def holder_told(seat: Seat) -> str:
    """Return who holds a place whose holders are known."""
    return next((holder.person.name for holder in seat.holders.all()), NOBODY)
