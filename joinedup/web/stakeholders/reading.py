from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.basics.folding import folded
from joinedup.domain.contacts.queries import known_to, spoken_for
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.matters.queries import public_called
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.stakeholders.coverage import coverage_of
from joinedup.domain.stakeholders.kinds import STATE_COLOURS, Wish
from joinedup.domain.stakeholders.queries import (
    answers_for,
    circle_of,
    member_consortia,
    standing_of,
)
from joinedup.domain.stakeholders.rules import why_not_approach, why_not_map
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.stakeholders.finding import opened_stakeholder
from joinedup.web.stakeholders.telling import circle_told, picture_of, wishes_told

WISHES = [wish.value for wish in Wish]


@page(Audience.SIGNED_IN)
def stakeholders(request: Any, public_id: str) -> HttpResponse:
    """Who is on the map and where each stands, and who is missing; more for those who keep it."""
    found = opened(request, public_id)
    circle = circle_of(found, request.today)
    keeps = kept_by(request.user, request.today).filter(pk=found.pk).exists()
    # In any other order for members, it would tell whom those who keep it want most.
    if keeps:
        circle.sort(key=lambda each: WISHES.index(each.stakeholder.wish))
    return render(
        request,
        "stakeholders/circle.html",
        partnership=found,
        tabs=tabs(found, "partnership_members"),
        circle=circle,
        in_short=circle_told(circle),
        wishes=wishes_told(circle) if keeps else "",
        colours=STATE_COLOURS,
        keeps=keeps,
        picture=picture_of(circle) if keeps and circle else None,
        coverage=coverage_of(found, circle, request.today),
        consortia=list(member_consortia(found, request.today)),
        why_not=why_not_map(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def stakeholder(request: Any, public_id: str, stakeholder_id: str) -> HttpResponse:
    """All that is said of one of them, and each step so far."""
    found = opened_stakeholder(request, public_id, stakeholder_id)
    body = found.organisation
    known = body and known_to(request.user, request.today).filter(pk=body.pk).exists()
    return render(
        request,
        "stakeholders/stakeholder.html",
        partnership=found.partnership,
        stakeholder=found,
        standing=standing_of(found, request.today),
        colours=STATE_COLOURS,
        approaches=list(found.approaches.select_related("made_by")),
        known=known,
        why_not=why_not_map(found.partnership, request.user, request.today),
        why_not_step=why_not_approach(found, request.today),
    )


@page(Audience.SIGNED_IN)
def why_not_invited(request: Any, public_id: str) -> HttpResponse:
    """Why a partnership that one can name did not invite the body one speaks for."""
    body = get_object_or_404(spoken_for(request.user, request.today), public_id=public_id)
    name = request.GET.get("partnership", "")
    found = answers_for(body, name, request.today) if folded(name) else []
    return render(
        request,
        "stakeholders/why_not_invited.html",
        organisation=body,
        name=name,
        answers=[(each, lead_of(each.partnership, request.today)) for each in found],
        public=public_called(name),
    )
