"""Accepting or declining for a body that it answers for a matter."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import VersionForm
from joinedup.domain.matters.actions import accept_matter, decline_matter
from joinedup.domain.matters.models import Matter
from joinedup.domain.matters.queries import askable_of
from joinedup.domain.matters.rules import why_not_accept, why_not_decline
from joinedup.web.matters.forms import DeclineForm
from joinedup.web.matters.rows import standing_of


def asked(request: Any, matter_id: str) -> Matter:
    """Return a matter that this person's body is asked about, or that is on their record."""
    return get_object_or_404(askable_of(request.user, request.today), public_id=matter_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def matter_reply(request: Any, matter_id: str) -> HttpResponseBase:
    """Read what one's body is asked to answer for, and accept it in one press."""
    matter = asked(request, matter_id)
    return form_page(
        request,
        VersionForm,
        "matters/matter_reply.html",
        lambda typed: accept_matter(matter, **typed, by=request.user, at=request.now),
        then=reverse("matter_reply", args=[matter_id]),
        said=f"{matter.organisation} answers for “{matter.name}”.",
        initial={"version": matter.version},
        matter=matter,
        standing=standing_of(matter, request.user, request.today),
        why_not=why_not_accept(matter, request.user, request.today),
        why_not_no=why_not_decline(matter, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def matter_decline(request: Any, matter_id: str) -> HttpResponseBase:
    """Say that one's body does not answer for a matter, or no longer, and why."""
    matter = asked(request, matter_id)
    return form_page(
        request,
        DeclineForm,
        "matters/matter_decline.html",
        lambda typed: decline_matter(matter, **typed, by=request.user, at=request.now),
        then=reverse("matter_reply", args=[matter_id]),
        initial={"version": matter.version},
        matter=matter,
        why_not=why_not_decline(matter, request.user, request.today),
    )
