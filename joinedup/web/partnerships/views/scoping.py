from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import leaf_of
from joinedup.domain.arrangements.actions import change_arrangement, keep_arrangement
from joinedup.domain.arrangements.kinds import MOSTLY, WHY_NOT, RelatedKind, Scope
from joinedup.domain.arrangements.queries import arrangements_of
from joinedup.domain.arrangements.rules import why_not_keep
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.partnerships.rules import why_not_register_any
from joinedup.web.partnerships.scope_forms import ArrangementForm, NewArrangementForm, ScopeForm
from joinedup.web.partnerships.views.keeping import form_fields

AT_ONCE = 100


@page(Audience.SIGNED_IN)
def partnership_scope(request: Any) -> HttpResponseBase:
    """Ask the four questions before a partnership is registered; four times yes goes on."""
    form = ScopeForm(request.GET or None)
    is_asked = form.is_bound and form.is_valid()
    noes = [each for each in Scope if is_asked and form.cleaned_data[each.value] == "no"]
    if is_asked and not noes:
        return redirect("partnership_new")
    return render(
        request,
        "partnerships/scope.html",
        form=form,
        reasons=[WHY_NOT[each] for each in noes],
        mostly=RelatedKind(MOSTLY[noes[-1]]) if noes else None,
        why_not=why_not_register_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def arrangements(request: Any) -> HttpResponse:
    """What is not a partnership, on the lists of one's own organisations."""
    theirs = arrangements_of(request.user, request.today)
    return render(
        request,
        "arrangements/list.html",
        leaf=leaf_of(theirs, request, theirs, AT_ONCE, by=("name", "pk")),
        why_not=why_not_register_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def arrangement_new(request: Any) -> HttpResponseBase:
    """Keep what is not a partnership as a related arrangement."""
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    kind = request.GET.get("kind", "")
    return form_page(
        request,
        NewArrangementForm,
        "arrangements/new.html",
        lambda typed: keep_arrangement(
            typed.pop("host"), typed.pop("name"), **typed, by=request.user, at=request.now
        ),
        then=reverse("arrangements"),
        initial={"kind": kind} if kind in RelatedKind.values else None,
        form_options={"hosts": {host.public_id: host for host in hosts}},
        why_not=why_not_register_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def arrangement_change(request: Any, public_id: str) -> HttpResponseBase:
    """Put a related arrangement right, or say when it ended."""
    theirs = arrangements_of(request.user, request.today)
    found = get_object_or_404(theirs, public_id=public_id)
    return form_page(
        request,
        ArrangementForm,
        "arrangements/change.html",
        lambda typed: change_arrangement(found, **typed, by=request.user, at=request.now),
        then=reverse("arrangements"),
        initial=form_fields(ArrangementForm, found),
        arrangement=found,
        why_not=why_not_keep(found.organisation, request.user, request.today),
    )
