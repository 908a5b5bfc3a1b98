from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.organisations.rules import why_not_add_organisation
from joinedup.domain.stakeholders.actions import (
    add_stakeholder,
    add_stakeholders,
    change_stakeholder,
    match_stakeholder,
    move_approach,
    withdraw_stakeholder,
)
from joinedup.domain.stakeholders.coverage import coverage_of
from joinedup.domain.stakeholders.kinds import ApproachState
from joinedup.domain.stakeholders.prospects import prospects_for
from joinedup.domain.stakeholders.rules import (
    why_not_approach,
    why_not_map,
    why_not_match,
    why_not_withdraw,
)
from joinedup.web.organisations.finding import ChosenForm, organisations_named
from joinedup.web.stakeholders.finding import kept, opened_stakeholder
from joinedup.web.stakeholders.forms import (
    NewForm,
    ProspectsForm,
    SeenForm,
    StepForm,
    WithdrawForm,
)


def page_of(stakeholder: Any) -> str:
    """Return the address of the page of somebody on the map."""
    return reverse("stakeholder", args=[stakeholder.partnership.public_id, stakeholder.public_id])


@page(Audience.SIGNED_IN, methods="GET POST")
def stakeholder_new(request: Any, public_id: str) -> HttpResponseBase:
    """Find a body by any name, or take the name as typed, and put it on the map."""
    found = kept(request, public_id)
    typed_name = request.GET.get("find", "")
    bodies = organisations_named(request, typed_name)
    return form_page(
        request,
        NewForm,
        "stakeholders/new.html",
        lambda typed: add_stakeholder(found, **typed, by=request.user, at=request.now),
        then=page_of,
        form_options={"found": bodies, "typed_name": typed_name},
        partnership=found,
        find=typed_name,
        bodies=bodies,
        why_not=why_not_map(found, request.user, request.today),
        why_not_add=why_not_add_organisation(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def prospects(request: Any, public_id: str) -> HttpResponseBase:
    """Bodies that work with the members elsewhere, to be put on the map by a tick each."""
    found = kept(request, public_id)
    missing = coverage_of(found, [], request.today).sectors
    proposed = prospects_for(found, missing, request.user, request.today)
    return form_page(
        request,
        ProspectsForm,
        "stakeholders/prospects.html",
        lambda typed: add_stakeholders(found, typed["bodies"], by=request.user, at=request.now),
        then=reverse("stakeholders", args=[public_id]),
        form_options={"prospects": proposed},
        partnership=found,
        proposed=proposed,
        why_not=why_not_map(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def stakeholder_change(request: Any, public_id: str, stakeholder_id: str) -> HttpResponseBase:
    """Put right how somebody is seen, what is asked of them and what they gain."""
    found = opened_stakeholder(request, public_id, stakeholder_id)
    return form_page(
        request,
        SeenForm,
        "stakeholders/change.html",
        lambda typed: change_stakeholder(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={name: getattr(found, name) for name in SeenForm.base_fields},
        partnership=found.partnership,
        stakeholder=found,
        why_not=why_not_map(found.partnership, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def stakeholder_step(request: Any, public_id: str, stakeholder_id: str) -> HttpResponseBase:
    """Say how far it has come with somebody, on which day, and what was said."""
    found = opened_stakeholder(request, public_id, stakeholder_id)
    why_not = why_not_map(found.partnership, request.user, request.today)
    return form_page(
        request,
        StepForm,
        "stakeholders/step.html",
        lambda typed: move_approach(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        initial={"on": request.today, "version": found.version},
        form_options={"state": ApproachState(found.state), "name": found.called},
        partnership=found.partnership,
        stakeholder=found,
        why_not=why_not or why_not_approach(found, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def stakeholder_match(request: Any, public_id: str, stakeholder_id: str) -> HttpResponseBase:
    """Say which body of the directory a typed name stands for."""
    found = opened_stakeholder(request, public_id, stakeholder_id)
    typed_name = request.GET.get("find", found.called)
    bodies = organisations_named(request, typed_name)
    why_not = why_not_map(found.partnership, request.user, request.today)
    return form_page(
        request,
        ChosenForm,
        "stakeholders/match.html",
        lambda typed: match_stakeholder(found, **typed, by=request.user, at=request.now),
        then=page_of(found),
        form_options={"found": bodies},
        partnership=found.partnership,
        stakeholder=found,
        find=typed_name,
        bodies=bodies,
        why_not=why_not or why_not_match(found),
        why_not_add=why_not_add_organisation(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def stakeholder_withdraw(request: Any, public_id: str, stakeholder_id: str) -> HttpResponseBase:
    """Take somebody off the map who was put there by mistake."""
    found = opened_stakeholder(request, public_id, stakeholder_id)
    why_not = why_not_map(found.partnership, request.user, request.today)
    return form_page(
        request,
        WithdrawForm,
        "stakeholders/withdraw.html",
        lambda typed: withdraw_stakeholder(found, **typed, by=request.user, at=request.now),
        then=reverse("stakeholders", args=[public_id]),
        said=f"{found.called} is taken off the map.",
        initial={"version": found.version},
        partnership=found.partnership,
        stakeholder=found,
        why_not=why_not or why_not_withdraw(found),
    )
