"""What every page of one partnership begins with: finding it for this person, and its tabs."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
from joinedup.domain.partnerships.queries import visible_to

TABS = (
    ("partnership", "Overview"),
    ("partnership_steps", "Steps"),
    ("partnership_members", "Members"),
    ("partnership_facts", "Record"),
    ("partnership_agreement", "Agreement"),
    ("partnership_papers", "Papers"),
    ("partnership_links", "Links"),
    ("partnership_reviews", "Reviews"),
    ("partnership_history", "History"),
)


def opened(request: Any, public_id: str) -> Partnership:
    """Return the partnership when this person may open it; foreign and missing look the same."""
    # What was thought out before it comes along, so that its first page asks no more for that.
    beside = ("area", "accountable_body", "idea")
    among = visible_to(request.user, request.today).select_related(*beside)
    return get_object_or_404(among, public_id=public_id)


def opened_membership(request: Any, public_id: str, member_id: str) -> Membership:
    """Return a membership of a partnership this person may open."""
    memberships = Membership.objects.select_related("partnership", "organisation").filter(
        partnership__in=visible_to(request.user, request.today), partnership__public_id=public_id
    )
    return get_object_or_404(memberships, public_id=member_id)


def opened_seat(request: Any, public_id: str, seat_id: str) -> Seat:
    """Return a place on a partnership this person may open."""
    seats = Seat.objects.select_related("membership__partnership", "membership__organisation")
    among = visible_to(request.user, request.today)
    inside = seats.filter(
        membership__partnership__in=among, membership__partnership__public_id=public_id
    )
    return get_object_or_404(inside, public_id=seat_id)


def tabs(partnership: Partnership, here: str) -> list[tuple[str, str, bool]]:
    """Return the pages of a partnership, with the present one marked; no steps once it is over."""
    return [
        (text, reverse(name, args=[partnership.public_id]), name == here)
        for name, text in TABS
        if name != "partnership_steps" or partnership.state not in OVER
    ]
