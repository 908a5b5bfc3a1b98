from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.deputies.queries import places_told
from joinedup.domain.deputies.rules import why_not_say_stands_in, why_not_stand_in
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.actions import open_held_seat
from joinedup.domain.partnerships.models import Membership, Seat
from joinedup.domain.people.models import Person


@transaction.atomic
def open_chosen_seat(
    membership: Membership,
    *,
    stands_in_for: Seat | None = None,
    name: str,
    email: str,
    capacity: str,
    by: Person | None,
    at: datetime,
) -> Seat:
    """Give a member another place; a deputy’s may be said to stand in for one of the others."""
    seat = open_held_seat(membership, name=name, email=email, capacity=capacity, by=by, at=at)
    if stands_in_for is not None:
        stand_in_for_seat(seat, stands_in_for, by=by, at=at)
    return seat


@transaction.atomic
def stand_in_for_seat(seat: Seat, other: Seat | None, *, by: Person | None, at: datetime) -> None:
    """Say for which place a deputy stands in, or that it is for none in particular."""
    day = day_of(at)
    insist(why_not_say_stands_in(seat, by, day), "stands_in_for")
    insist(why_not_stand_in(seat, other, day), "stands_in_for")
    change(seat, expecting=(None, seat.version), stands_in_for=other)
    record(
        "seat.stands_in",
        seat.membership.partnership,
        by=by,
        at=at,
        seat=seat.public_id,
        member=seat.membership.member_name,
        place=places_told([other], day)[other.pk] if other else "nobody in particular",
    )
