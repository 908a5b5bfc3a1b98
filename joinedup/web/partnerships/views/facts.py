from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.contributions.actions import add_contribution, change_contribution
from joinedup.domain.contributions.queries import contributions_to
from joinedup.domain.contributions.rules import why_not_contribute
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.queries import members_of, memberships_spoken_for
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.web.partnerships.fact_forms import GROUPS, AmountForm, ContributionForm
from joinedup.web.partnerships.facts import (
    accountable_bodies,
    initial_of,
    record_groups,
    years_told,
)
from joinedup.web.partnerships.finding import opened, tabs


@page(Audience.SIGNED_IN)
def partnership_facts(request: Any, public_id: str) -> HttpResponse:
    """Everything the shared record tells, in groups; what nobody has told us says so."""
    found = opened(request, public_id)
    why_not = why_not_change(found, request.user, request.today)
    spoken_for = memberships_spoken_for(request.user, request.today).filter(partnership=found)
    own = set() if found.state in OVER else set(spoken_for.values_list("pk", flat=True))
    return render(
        request,
        "partnerships/facts.html",
        partnership=found,
        tabs=tabs(found, "partnership_facts"),
        groups=record_groups(found),
        years=years_told(found, lambda line: not why_not or line.membership_id in own),
        may_add=not why_not or (bool(own)),
        why_not=why_not,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_facts_change(request: Any, public_id: str, group: str) -> HttpResponseBase:
    """Tell one group of facts; what nobody knows is left empty."""
    found = opened(request, public_id)
    if group not in GROUPS:
        raise Http404
    form = GROUPS[group]
    return form_page(
        request,
        form,
        "partnerships/facts_change.html",
        lambda typed: change_partnership(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_facts", args=[public_id]),
        initial=initial_of(form, found),
        form_options={"bodies": accountable_bodies(found, request.today)},
        partnership=found,
        group=form,
        why_not=why_not_change(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def contribution_new(request: Any, public_id: str) -> HttpResponseBase:
    """Note what a member puts in during a year."""
    found = opened(request, public_id)
    reason = why_not_change(found, request.user, request.today) or "Add its members first."
    members = {
        membership.public_id: membership
        for membership in members_of(found, request.today)
        if not why_not_contribute(membership, request.user, request.today)
    }
    return form_page(
        request,
        ContributionForm,
        "partnerships/contribution.html",
        lambda typed: add_contribution(
            typed.pop("member"), **typed, by=request.user, at=request.now
        ),
        then=reverse("partnership_facts", args=[public_id]),
        initial={"year": request.today.year},
        form_options={"members": members},
        partnership=found,
        line=None,
        why_not=None if members else reason,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def contribution_change(request: Any, public_id: str, line_id: str) -> HttpResponseBase:
    """Correct what a member puts in."""
    found = opened(request, public_id)
    line = get_object_or_404(contributions_to(found), public_id=line_id)
    return form_page(
        request,
        AmountForm,
        "partnerships/contribution.html",
        lambda typed: change_contribution(line, **typed, by=request.user, at=request.now),
        then=reverse("partnership_facts", args=[public_id]),
        initial={"version": line.version, "amount": line.amount, "words": line.words},
        partnership=found,
        line=line,
        why_not=why_not_contribute(line.membership, request.user, request.today),
    )
