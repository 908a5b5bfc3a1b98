from datetime import date

from joinedup.domain.deputies.queries import could_be_stood_in_for
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.partnerships.rules import why_not_seat
from joinedup.domain.people.models import Person


def why_not_say_stands_in(seat: Seat, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say for whom a deputy stands in, or None."""
    if seat.capacity != Capacity.DEPUTY:
        return "Only a deputy stands in for another place."
    return why_not_seat(seat, person, day)


def why_not_stand_in(seat: Seat, other: Seat | None, day: date) -> str | None:
    """Return why a deputy cannot stand in for this place, or None."""
    if other is None:
        return None
    places = could_be_stood_in_for(seat.membership.partnership, day)
    if places.filter(pk=other.pk).exists():
        return None
    return "A deputy stands in for a place on the same partnership that is not a deputy’s."
