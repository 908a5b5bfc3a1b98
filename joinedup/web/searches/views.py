from typing import Any

from django import forms
from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import Form, NothingForm
from joinedup.domain.searches.actions import keep_search, remove_search, rename_search
from joinedup.domain.searches.kinds import Searched
from joinedup.domain.searches.models import KeptSearch
from joinedup.domain.searches.queries import kept_by
from joinedup.domain.searches.rules import why_not_keep_search
from joinedup.web.organisations.views import asked_of as asked_of_directory
from joinedup.web.partnerships.views.register import asked_of as asked_of_register
from joinedup.web.searching import query_of

ASKED = {Searched.REGISTER: asked_of_register, Searched.DIRECTORY: asked_of_directory}


class NameForm(Form):
    name = forms.CharField(
        label="What to call it",
        help_text="For example: Tier 1 without an exit plan",
        max_length=100,
    )


class RenameForm(NameForm):
    version = forms.IntegerField(widget=forms.HiddenInput)


@page(Audience.SIGNED_IN, methods="GET POST")
def search_keep(request: Any, searched: str) -> HttpResponseBase:
    """Name what was asked of a list, to come back to it."""
    if searched not in Searched.values:
        raise Http404
    where = Searched(searched)
    asked = query_of(ASKED[where](request)[2])
    return form_page(
        request,
        NameForm,
        "searches/keep.html",
        lambda typed: keep_search(
            typed["name"], searched=where, asked=asked, by=request.user, at=request.now
        ),
        then=f"{reverse(searched)}{asked}",
        said="The search is kept. You find it above this list and on What needs you.",
        where=where,
        asked=asked,
        reason=why_not_keep_search(request.user, asked),
    )


def own(request: Any, public_id: str) -> KeptSearch:
    """Return a search this person keeps; anybody else's looks the same as none."""
    return get_object_or_404(kept_by(request.user), public_id=public_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def search_rename(request: Any, public_id: str) -> HttpResponseBase:
    """Call a kept search something else."""
    search = own(request, public_id)
    return form_page(
        request,
        RenameForm,
        "searches/rename.html",
        lambda typed: rename_search(search, **typed, by=request.user, at=request.now),
        then=reverse("you"),
        initial={"name": search.name, "version": search.version},
        search=search,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def search_remove(request: Any, public_id: str) -> HttpResponseBase:
    """Let a kept search go."""
    search = own(request, public_id)
    return form_page(
        request,
        NothingForm,
        "searches/remove.html",
        lambda _: remove_search(search, by=request.user, at=request.now),
        then=reverse("you"),
        said="The search is removed. Nothing else has changed.",
        search=search,
    )
