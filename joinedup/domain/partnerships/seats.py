"""Which places a person holds: asked by most that say what somebody may see or do."""

from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.basics.prepared import Prepared
from joinedup.domain.basics.remembered import remembered
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Holder, Seat
from joinedup.domain.people.models import Person


class Place(NamedTuple):
    """A place somebody holds, by keys."""

    seat: int
    membership: int
    partnership: int
    organisation: int
    capacity: str


@Prepared
def places_held(person: int, day: date) -> QuerySet[Holder, tuple[Any, ...]]:
    """Return the places of somebody in memberships that still stand, as ``Place`` has them."""
    seat, member = "seat__", "seat__membership__"
    held = Holder.objects.filter(
        current(day), current(day, seat), current(day, member), person=person
    )
    keys = ("seat", "seat__membership", f"{member}partnership", f"{member}organisation")
    return held.order_by().values_list(*keys, "seat__capacity")


def places_of(person: Person, day: date) -> list[Place]:
    """Return the places ``person`` holds on ``day``, in memberships that still stand."""

    def ask() -> list[Place]:
        return sorted({Place(*row) for row in places_held.rows(person.pk, day)})

    return remembered(("places", person.pk, day), ask)


def sits_on(person: Person, day: date, *capacities: Capacity) -> list[int]:
    """Return the keys of the partnerships on which ``person`` holds a place; of any capacity
    when none is named."""
    places = places_of(person, day)
    return sorted({p.partnership for p in places if not capacities or p.capacity in capacities})


def seated(person: Person, day: date) -> QuerySet[Seat]:
    """Return the seats ``person`` holds on ``day``, in memberships that still stand."""
    return Seat.objects.filter(pk__in=[place.seat for place in places_of(person, day)])
