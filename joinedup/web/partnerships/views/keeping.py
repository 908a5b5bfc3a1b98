from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.leads.actions import name_lead_host
from joinedup.domain.leads.queries import could_lead, lead_of
from joinedup.domain.leads.rules import why_not_lead, why_not_say_lead
from joinedup.domain.lifecycle.actions import move_record
from joinedup.domain.lifecycle.queries import goes_by_gate
from joinedup.domain.lifecycle.rules import why_not_move_on
from joinedup.domain.partnerships.actions import (
    add_host,
    add_partnership_name,
    change_partnership,
)
from joinedup.domain.partnerships.kinds import MOVES, State
from joinedup.domain.partnerships.rules import why_not_change, why_not_keep
from joinedup.web.organisations.finding import ChosenForm, organisations_named
from joinedup.web.partnerships.finding import opened
from joinedup.web.partnerships.forms import (
    ChangeForm,
    LeadForm,
    NameForm,
    PapersForm,
    StateForm,
)


def form_fields(form_class: Any, thing: object) -> dict[str, Any]:
    """Return what the record says now for each field of a form that it has."""
    names = [name for name in form_class.base_fields if hasattr(thing, name)]
    return {name: getattr(thing, name) for name in names}


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_change(request: Any, public_id: str) -> HttpResponseBase:
    """Correct what the record says the partnership is."""
    found = opened(request, public_id)
    place = {"place_code": found.area.code, "place_name": found.area.name} if found.area else {}
    return form_page(
        request,
        ChangeForm,
        "partnerships/change.html",
        lambda typed: change_partnership(
            found,
            **{name: value for name, value in typed.items() if not name.startswith("place_")},
            place=(typed["place_code"], typed["place_name"]),
            by=request.user,
            at=request.now,
        ),
        then=reverse("partnership", args=[public_id]),
        initial=form_fields(ChangeForm, found) | place,
        partnership=found,
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_papers_change(request: Any, public_id: str) -> HttpResponseBase:
    """Tell what papers there are; what nobody knows stays not yet told."""
    found = opened(request, public_id)
    return form_page(
        request,
        PapersForm,
        "partnerships/papers_change.html",
        lambda typed: change_partnership(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_papers", args=[public_id]),
        initial=form_fields(PapersForm, found),
        partnership=found,
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_name(request: Any, public_id: str) -> HttpResponseBase:
    """Note a name it also has or had, so that it is found by that as well."""
    found = opened(request, public_id)
    return form_page(
        request,
        NameForm,
        "partnerships/name.html",
        lambda typed: add_partnership_name(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership", args=[public_id]),
        partnership=found,
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_host(request: Any, public_id: str) -> HttpResponseBase:
    """Let another organisation keep the record as well."""
    found = opened(request, public_id)
    typed_name = request.GET.get("find", "")
    bodies = organisations_named(request, typed_name)
    return form_page(
        request,
        ChosenForm,
        "partnerships/host.html",
        lambda typed: add_host(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership", args=[public_id]),
        form_options={"found": bodies},
        partnership=found,
        find=typed_name,
        bodies=bodies,
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_lead(request: Any, public_id: str) -> HttpResponseBase:
    """Take on a record that nobody leads, or hand it over to another host or member."""
    found = opened(request, public_id)
    bodies = [
        body
        for body in could_lead(found, request.today)
        if why_not_lead(found, body, request.user, request.today) is None
    ]
    return form_page(
        request,
        LeadForm,
        "partnerships/lead.html",
        lambda typed: name_lead_host(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership", args=[public_id]),
        initial={"organisation": bodies[0].public_id} if len(bodies) == 1 else {},
        form_options={"bodies": {body.public_id: body for body in bodies}},
        partnership=found,
        lead=lead_of(found, request.today),
        bodies=bodies,
        why_not=why_not_say_lead(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_state(request: Any, public_id: str) -> HttpResponseBase:
    """Move the record on, or back, with the reason."""
    found = opened(request, public_id)
    ways = MOVES[State(found.state)]
    ways_now = [to for to in ways if not why_not_move_on(found, to, None, request.today)]
    return form_page(
        request,
        StateForm,
        "partnerships/state.html",
        lambda typed: move_record(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership", args=[public_id]),
        form_options={"ways": ways_now},
        partnership=found,
        idea=getattr(found, "idea", None),
        by_gate=goes_by_gate(found),
        why_not=why_not_keep(found, request.user, request.today),
    )
