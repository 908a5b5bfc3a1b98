"""A place as a file tells of it, before it is there; a deputy’s may stand in for another."""

from datetime import date

from joinedup.domain.partnerships.models import Seat


def seat_of(
    key: int,
    public_id: str,
    membership: int,
    stood_in: int | None,
    capacity: str,
    day: date,
) -> Seat:
    """Return the new place that a file tells of, and of which place it is the deputy’s."""
    return Seat(
        pk=key,
        public_id=public_id,
        membership_id=membership,
        capacity=capacity,
        stands_in_for_id=stood_in,
        from_on=day,
    )
