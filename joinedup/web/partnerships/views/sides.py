from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.involvements.models import Involvement
from joinedup.domain.involvements.queries import side_of, sides_of
from joinedup.domain.involvements.rules import why_not_tell
from joinedup.domain.thresholds.kinds import Risk
from joinedup.domain.thresholds.queries import figures_on
from joinedup.web.partnerships.facts import fact_told
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.partnerships.risk_hints import band_of, highest_on, hint_of_side
from joinedup.web.partnerships.side_forms import SIDE_GROUPS, SideForm, initial_of_side


def opened_side(request: Any, public_id: str, body_id: str) -> Involvement:
    """Return a body's own side when this person is one of those of the body who may read it."""
    found = opened(request, public_id)
    theirs = sides_of(found, request.user, request.today)
    return side_of(found, get_object_or_404(theirs, public_id=body_id))


@page(Audience.SIGNED_IN)
def partnership_side(request: Any, public_id: str, body_id: str) -> HttpResponse:
    """Our side of a partnership: who answers for it here, what it costs us, our risk, our exit."""
    side = opened_side(request, public_id, body_id)
    figures = figures_on(side.organisation, request.today)
    cost = side.yearly_cost(figures.day_rate)
    return render(
        request,
        "partnerships/side.html",
        partnership=side.partnership,
        tabs=tabs(side.partnership, ""),
        body=side.organisation,
        groups=[side_group(side, key, form) for key, form in SIDE_GROUPS.items()],
        cost=in_pounds(cost) if cost is not None else "",
        day_rate=in_pounds(figures.day_rate) if figures.day_rate else "",
        has_days=bool(side.officer_days),
        why_not=why_not_tell(side.partnership, side.organisation, request.user, request.today),
    )


def side_group(side: Involvement, key: str, form: type[SideForm]) -> dict[str, Any]:
    """Return a group of our side with its lines, and where it is changed."""
    args = [side.partnership.public_id, side.organisation.public_id, key]
    fields = {name: field for name, field in form.base_fields.items() if name != "version"}
    return {
        "title": form.title,
        "lines": [(str(field.label), fact_told(side, name)) for name, field in fields.items()],
        "change": reverse("partnership_side_change", args=args),
    }


@page(Audience.SIGNED_IN, methods="GET POST")
def partnership_side_change(
    request: Any, public_id: str, body_id: str, group: str
) -> HttpResponseBase:
    """Write down a group of what is our own."""
    side = opened_side(request, public_id, body_id)
    if group not in SIDE_GROUPS:
        raise Http404
    form, body = SIDE_GROUPS[group], side.organisation
    proposed, options = proposed_by_list(side, request) if group == "risk" else ({}, {})
    return form_page(
        request,
        form,
        "partnerships/side_change.html",
        lambda typed: tell_involvement(
            side.partnership, body, **typed, by=request.user, at=request.now
        ),
        then=reverse("partnership_side", args=[public_id, body_id]),
        initial=initial_of_side(form, side) | proposed,
        form_options=options,
        partnership=side.partnership,
        body=body,
        group=form,
        why_not=why_not_tell(side.partnership, body, request.user, request.today),
    )


def proposed_by_list(side: Involvement, request: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return the risk that the body's own list proposes where none was told, and why, in words."""
    most = highest_on(side.partnership, side.organisation, request)
    is_chosen = side.risk != Risk.UNTOLD
    hint = hint_of_side(most, is_chosen=is_chosen)
    return {} if is_chosen else {"risk": band_of(most)}, {"risk_hint": hint}
