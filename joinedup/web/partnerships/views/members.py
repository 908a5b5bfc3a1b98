from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.rules import why_not_add_organisation
from joinedup.domain.partnerships.actions import (
    add_member,
    confirm_members,
    end_membership,
    open_held_seat,
    seat_named_person,
    vacate_seat,
)
from joinedup.domain.partnerships.rules import (
    why_not_change,
    why_not_end_membership,
    why_not_open_seat,
    why_not_seat,
    why_not_vacate,
)
from joinedup.web.organisations.finding import organisations_named
from joinedup.web.partnerships.finding import (
    opened,
    opened_membership,
    opened_seat,
)
from joinedup.web.partnerships.forms import EndForm, LeaveForm, MemberForm, PersonForm, PlaceForm
from joinedup.web.partnerships.summary import holder_of


@page(Audience.SIGNED_IN, methods="GET POST")
def member_new(request: Any, public_id: str) -> HttpResponseBase:
    """Find an organisation by any name, then enter it as a member."""
    found = opened(request, public_id)
    typed_name = request.GET.get("find", "")
    bodies = organisations_named(request, typed_name)
    return form_page(
        request,
        MemberForm,
        "partnerships/member_new.html",
        lambda typed: add_member(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        form_options={"found": bodies},
        partnership=found,
        find=typed_name,
        bodies=bodies,
        why_not=why_not_change(found, request.user, request.today),
        why_not_add=why_not_add_organisation(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def member_end(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """End a membership on a day, with the reason."""
    membership = opened_membership(request, public_id, member_id)
    return form_page(
        request,
        EndForm,
        "partnerships/member_end.html",
        lambda typed: end_membership(membership, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        partnership=membership.partnership,
        membership=membership,
        why_not=why_not_end_membership(membership, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="POST")
def members_confirm(request: Any, public_id: str) -> HttpResponseBase:
    """Confirm that the members listed are the members there are."""
    confirm_members(opened(request, public_id), by=request.user, at=request.now)
    return redirect("partnership_members", public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def place_new(request: Any, public_id: str, member_id: str) -> HttpResponseBase:
    """Give a member another place, held by somebody or empty for now."""
    membership = opened_membership(request, public_id, member_id)
    return form_page(
        request,
        PlaceForm,
        "partnerships/place_new.html",
        lambda typed: open_held_seat(membership, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        partnership=membership.partnership,
        membership=membership,
        why_not=why_not_open_seat(membership, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def place_fill(request: Any, public_id: str, seat_id: str) -> HttpResponseBase:
    """Say who holds a place from today; whoever held it loses sight of the partnership."""
    seat = opened_seat(request, public_id, seat_id)
    return form_page(
        request,
        PersonForm,
        "partnerships/place_fill.html",
        lambda typed: seat_named_person(seat, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        partnership=seat.membership.partnership,
        membership=seat.membership,
        seat=seat,
        holder=holder_of(seat, request.today),
        why_not=why_not_seat(seat, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def place_leave(request: Any, public_id: str, seat_id: str) -> HttpResponseBase:
    """Leave a place empty after a day; the place itself stays."""
    seat = opened_seat(request, public_id, seat_id)
    return form_page(
        request,
        LeaveForm,
        "partnerships/place_leave.html",
        lambda typed: vacate_seat(seat, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        initial={"on": request.today},
        partnership=seat.membership.partnership,
        membership=seat.membership,
        seat=seat,
        holder=holder_of(seat, request.today),
        why_not=why_not_vacate(seat, request.user, request.today),
    )
