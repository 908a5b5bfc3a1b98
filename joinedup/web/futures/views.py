from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.futures.actions import record_dissent, record_future_decision
from joinedup.domain.futures.queries import (
    decisions_visible_to,
    ending_decided,
    members_to_disagree,
    result_decided_on,
)
from joinedup.domain.futures.rules import why_not_decide, why_not_disagree
from joinedup.domain.partnerships.kinds import State
from joinedup.web.futures.forms import DecisionForm, DissentForm
from joinedup.web.partnerships.finding import opened, tabs


@page(Audience.SIGNED_IN)
def partnership_future(request: Any, public_id: str) -> HttpResponse:
    """What was decided about the future, the latest first, each with who disagrees."""
    found = opened(request, public_id)
    decisions = list(decisions_visible_to(request.user, request.today).filter(partnership=found))
    latest = decisions[0] if decisions else None
    return render(
        request,
        "futures/list.html",
        partnership=found,
        tabs=tabs(found, ""),
        decisions=decisions,
        is_ending=ending_decided(found) is not None and found.state == State.ACTIVE,
        why_not=why_not_decide(found, request.user, request.today),
        why_not_disagree=why_not_disagree(latest, request.user, request.today) if latest else "",
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def future_new(request: Any, public_id: str) -> HttpResponseBase:
    """Write down what was decided about the future of a partnership."""
    found = opened(request, public_id)
    return form_page(
        request,
        DecisionForm,
        "futures/new.html",
        lambda typed: record_future_decision(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_future", args=[public_id]),
        said="What was decided is written down. Each member can say beside it that it disagrees.",
        partnership=found,
        review=result_decided_on(found, request.now),
        why_not=why_not_decide(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def future_disagree(request: Any, public_id: str, decision_id: str) -> HttpResponseBase:
    """Say for a member that it disagrees with what was decided, and why."""
    decision = get_object_or_404(
        decisions_visible_to(request.user, request.today),
        partnership__public_id=public_id,
        public_id=decision_id,
    )
    theirs = members_to_disagree(decision, request.user, request.today)
    return form_page(
        request,
        DissentForm,
        "futures/disagree.html",
        lambda typed: record_dissent(
            decision, typed.pop("member"), **typed, by=request.user, at=request.now
        ),
        then=reverse("partnership_future", args=[public_id]),
        form_options={"members": {each.public_id: each for each in theirs}},
        partnership=decision.partnership,
        decision=decision,
        why_not=why_not_disagree(decision, request.user, request.today),
    )
