"""Joining two entries of one body, and parting them again."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.merging.actions import merge_organisations, undo_merge
from joinedup.domain.merging.models import Merge
from joinedup.domain.merging.queries import merges_of
from joinedup.domain.merging.rules import why_not_merge, why_not_undo_merge
from joinedup.web.organisations.entry import opened
from joinedup.web.organisations.finding import choosing_page
from joinedup.web.organisations.forms import JoinForm, PartForm


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def organisation_join(request: Any, public_id: str) -> HttpResponseBase:
    """Find the other entry of the same body, and say which of the two is kept."""
    found = opened(request, public_id)

    def join(typed: dict[str, Any]) -> Merge:
        other, keeps = typed.pop("organisation"), typed.pop("keeps")
        absorbed, kept = (other, found) if keeps == "this" else (found, other)
        return merge_organisations(absorbed, kept, **typed, by=request.user, at=request.now)

    return choosing_page(
        request,
        JoinForm,
        "organisations/join.html",
        join,
        then=lambda merge: reverse("organisation", args=[merge.kept.public_id]),
        organisation=found,
        why_not=why_not_merge(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def merge_undo(request: Any, public_id: str, merge_id: str) -> HttpResponseBase:
    """Part two entries that were joined, and say what could not be put back."""
    found = opened(request, public_id)
    merge = get_object_or_404(merges_of(found), public_id=merge_id)
    return form_page(
        request,
        PartForm,
        "organisations/merge_undo.html",
        lambda typed: undo_merge(merge, **typed, by=request.user, at=request.now),
        then=reverse("organisation", args=[public_id]),
        said=lambda changed: " ".join(["They are two entries again.", *changed]),
        organisation=found,
        merge=merge,
        why_not=why_not_undo_merge(merge, request.user, request.today),
    )
