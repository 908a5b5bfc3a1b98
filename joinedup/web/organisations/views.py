from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import counted, leaf_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.contacts.queries import known_to
from joinedup.domain.journal.queries import history_of
from joinedup.domain.merging.queries import merges_of
from joinedup.domain.organisations.actions import (
    add_organisation,
    change_organisation,
)
from joinedup.domain.organisations.kinds import Form, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import (
    bearing,
    bodies_with_posts_for,
    kept_for,
    other_names_of,
    visible_to,
)
from joinedup.domain.organisations.rules import (
    why_not_add_organisation,
    why_not_change_organisation,
)
from joinedup.domain.partnerships.queries import listed_to
from joinedup.domain.reporting.overview import shared_counts
from joinedup.domain.search.alike import bodies_like
from joinedup.domain.search.narrowing import narrowed_directory
from joinedup.domain.searches.kinds import Searched
from joinedup.domain.searches.queries import kept_by
from joinedup.web.history import history_leaf, sentences_of
from joinedup.web.organisations.entry import entry, opened, shape, together
from joinedup.web.organisations.forms import (
    ChangeForm,
    FindForm,
    NewForm,
)
from joinedup.web.searching import instead_of, query_of


@page(Audience.SIGNED_IN)
def organisations(request: Any) -> HttpResponse:
    """The directory: every body we know, searched by any name it ever had."""
    among, form, asked, found = asked_of(request)
    name = asked.get("name", "")
    light = found.values("pk", "public_id", "folded_name", "name", "sector", "to_on")
    leaf = leaf_of(light, request, among)
    return render(
        request,
        "organisations/organisations.html",
        find=form,
        is_narrowed=bool(asked),
        bearers=bearers_of(name, among),
        total=counted(found),
        rows=rows_of(leaf.rows, request, with_names=bool(name)),
        leaf=leaf,
        query=query_of(asked),
        searches=list(kept_by(request.user).filter(searched=Searched.DIRECTORY)),
        is_filtered=bool(asked.keys() - {"name"}),
        instead={} if leaf.rows else instead_of(name, among, "organisations"),
        why_not=why_not_add_organisation(request.user, request.today),
    )


def asked_of(request: Any) -> tuple[QuerySet[Organisation], FindForm, dict[str, Any], Any]:
    """Return the directory, what somebody asked of it, and what answers to that."""
    among = visible_to(request.user)
    form = FindForm(request.GET)
    form.is_valid()
    asked = {key: value for key, value in form.cleaned_data.items() if value}
    return among, form, asked, narrowed_directory(asked, among)


def bearers_of(name: str, among: QuerySet[Organisation]) -> int:
    """Return how many bodies bear or bore exactly this name: those it cannot tell apart."""
    return among.filter(pk__in=bearing(name).values("pk")).count() if folded(name) else 0


def rows_of(found: list[dict[str, Any]], request: Any, *, with_names: bool) -> list[dict[str, Any]]:
    """Return each row as the table draws it, in as many queries for one as for many."""
    pks = [row["pk"] for row in found]
    visible = listed_to(request.user, request.today)
    shared = shared_counts(pks, visible, request.today)
    names = other_names_of(pks) if with_names else {}
    return [
        {
            "name": row["name"],
            "href": reverse("organisation", args=[row["public_id"]]),
            "also": names.get(row["pk"], []),
            "sector": Sector(row["sector"]).label,
            "ended": row["to_on"] if row["to_on"] and row["to_on"] < request.today else None,
            "shared": shared.get(row["pk"], 0),
        }
        for row in found
    ]


@page(Audience.SIGNED_IN)
def organisation(request: Any, public_id: str) -> HttpResponseBase:
    """What the directory says of a body, and what we do together with it."""
    if kept := kept_for(public_id):
        return redirect("organisation", kept.public_id)
    found = opened(request, public_id)
    return render(
        request,
        "organisations/organisation.html",
        organisation=found,
        **together(found, request),
        **entry(found),
        **shape(found, request),
        why_not=why_not_change_organisation(found, request.user, request.today),
        merges=merges_of(found),
        is_known=known_to(request.user, request.today).filter(pk=found.pk).exists(),
        sees_posts=bodies_with_posts_for(request.user, request.today).filter(pk=found.pk).exists(),
    )


@page(Audience.SIGNED_IN)
def organisation_history(request: Any, public_id: str) -> HttpResponse:
    """What was done to a body's entry, by whom and when: latest first."""
    found = opened(request, public_id)
    joined = [merge.absorbed for merge in merges_of(found)]
    leaf = history_leaf(history_of(found, *joined), request)
    return render(
        request,
        "organisations/history.html",
        organisation=found,
        told_entries=sentences_of(leaf.rows),
        leaf=leaf,
    )


@page(Audience.SIGNED_IN)
def organisation_alike(request: Any) -> HttpResponse:
    """Bodies of a like name, as a piece of a page, while a name is typed."""
    name = request.GET.get("name", "").replace("\x00", "")[:200]
    alike = bodies_like(name, visible_to(request.user), typing=True)
    return render(request, "organisations/alike.html", alike=alike)


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_new(request: Any) -> HttpResponseBase:
    """Put a body in the directory, unless it is there already under any name."""
    whole = visible_to(request.user).filter(public_id=request.GET.get("part_of", "")[:10]).first()
    details = {"form": Form.PART, "part_of": whole} if whole else {}
    return form_page(
        request,
        NewForm,
        "organisations/new.html",
        lambda typed: add_organisation(**typed, **details, by=request.user, at=request.now),
        then=lambda new: reverse("organisation", args=[new.public_id]),
        initial={
            "name": request.GET.get("name", ""),
            "sector": whole.sector if whole else Sector.UNTOLD,
        },
        form_options={"alike": lambda name: bodies_like(name, visible_to(request.user))},
        whole=whole,
        why_not=why_not_add_organisation(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def organisation_change(request: Any, public_id: str) -> HttpResponseBase:
    """Correct a body's entry; its old name still finds it."""
    found = opened(request, public_id)
    return form_page(
        request,
        ChangeForm,
        "organisations/change.html",
        lambda typed: change_organisation(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        initial={name: getattr(found, name) for name in (*ChangeForm.base_fields, "to_on")},
        organisation=found,
        why_not=why_not_change_organisation(found, request.user, request.today),
    )
