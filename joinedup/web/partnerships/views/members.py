from datetime import date
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.deputies.actions import open_chosen_seat, stand_in_for_seat
from joinedup.domain.deputies.queries import could_be_stood_in_for, places_told
from joinedup.domain.deputies.rules import why_not_say_stands_in
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import names_after
from joinedup.domain.organisations.rules import why_not_add_organisation
from joinedup.domain.partnerships.actions import (
    add_member,
    confirm_members,
    end_membership,
    seat_named_person,
    vacate_seat,
)
from joinedup.domain.partnerships.models import Partnership, Seat
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
from joinedup.web.partnerships.member_forms import (
    DeputyForm,
    EndForm,
    LeaveForm,
    MemberForm,
    PersonForm,
    PlaceForm,
)
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
        ended=ended_among(bodies, request.today),
        why_not=why_not_change(found, request.user, request.today),
        why_not_add=why_not_add_organisation(request.user, request.today),
    )


def ended_among(bodies: dict[str, Any], day: date) -> list[tuple[Organisation, list[str]]]:
    """Return those found that have ended, each with the names of what came after it."""
    ended = [body for body, _ in bodies.values() if body.to_on and body.to_on < day]
    after = names_after([body.pk for body in ended])
    return [(body, after.get(body.pk, [])) for body in ended]


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
        lambda typed: open_chosen_seat(membership, **typed, by=request.user, at=request.now),
        then=reverse("partnership_members", args=[public_id]),
        form_options={"places": places_of(membership.partnership, request)},
        partnership=membership.partnership,
        membership=membership,
        why_not=why_not_open_seat(membership, request.user, request.today),
    )


def places_of(partnership: Partnership, request: Any) -> dict[str, tuple[Seat, str]]:
    """Return the places that a deputy can stand in for, each with its line."""
    places = list(could_be_stood_in_for(partnership, request.today))
    told = places_told(places, request.today)
    return {place.public_id: (place, told[place.pk]) for place in places}


@page(Audience.SIGNED_IN, methods="GET POST")
def place_deputy(request: Any, public_id: str, seat_id: str) -> HttpResponseBase:
    """Say for which place a deputy stands in."""
    seat = opened_seat(request, public_id, seat_id)
    return form_page(
        request,
        DeputyForm,
        "partnerships/place_deputy.html",
        lambda typed: stand_in_for_seat(
            seat, typed["stands_in_for"], by=request.user, at=request.now
        ),
        then=reverse("partnership_members", args=[public_id]),
        initial={"stands_in_for": seat.stands_in_for.public_id if seat.stands_in_for else ""},
        form_options={"places": places_of(seat.membership.partnership, request)},
        partnership=seat.membership.partnership,
        membership=seat.membership,
        holder=holder_of(seat, request.today),
        why_not=why_not_say_stands_in(seat, request.user, request.today),
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
