from typing import Any

from django.http import HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.involvements.queries import sides_of
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.lifecycle.actions import begin_partnership
from joinedup.domain.lifecycle.queries import gates_of
from joinedup.domain.lifecycle.rules import why_not_begin_now
from joinedup.web.lifecycle.forms import BeginForm
from joinedup.web.partnerships.finding import opened


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_begin(request: Any, public_id: str) -> HttpResponseBase:
    """What has to be there before a proposed partnership begins, and letting it begin."""
    found, person, day = opened(request, public_id), request.user, request.today
    gates = gates_of(found, day)
    lead = lead_of(found, day)
    return form_page(
        request,
        BeginForm,
        "lifecycle/begin.html",
        lambda typed: begin_partnership(found, **typed, by=person, at=request.now),
        then=reverse("partnership", args=[public_id]),
        said="It has begun.",
        partnership=found,
        gates=gates,
        missing=len([gate for gate in gates if gate.reason]),
        own=[body for body in sides_of(found, person, day) if body == lead],
        why_not=why_not_begin_now(found, person, day),
    )
