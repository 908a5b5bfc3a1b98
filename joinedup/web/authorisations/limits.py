"""Who authorises for a body, up to how much: a dated setting of the body."""

from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.authorisations.actions import end_authoriser, name_authoriser
from joinedup.domain.authorisations.queries import (
    all_authorisers_of,
    authorisers_of,
    can_be_authorisers,
)
from joinedup.domain.authorisations.rules import why_not_end_authoriser, why_not_name
from joinedup.domain.basics.days import in_words
from joinedup.domain.involvements.queries import READERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where
from joinedup.web.authorisations.forms import AuthoriserForm, EndForm

MOST = 50


def own_body(request: Any, public_id: str) -> Organisation:
    """Return a body whose own affairs this person may read."""
    theirs = organisations_where(request.user, request.today, *READERS)
    return get_object_or_404(theirs, public_id=public_id)


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def authorisers(request: Any, public_id: str) -> HttpResponseBase:
    """Who authorises for a body today, who did before, and naming somebody from a day on."""
    body = own_body(request, public_id)
    now = list(authorisers_of(body, request.today))
    others = all_authorisers_of(body).exclude(pk__in=[each.pk for each in now])
    return form_page(
        request,
        AuthoriserForm,
        "authorisations/authorisers.html",
        lambda typed: name_authoriser(body, **typed, by=request.user, at=request.now),
        then=reverse("authorisers", args=[public_id]),
        said=lambda named: f"{named.person} authorises from {in_words(named.from_on)}.",
        initial={"from_on": request.today},
        form_options={"people": can_be_authorisers(body, request.today)},
        body=body,
        now=now,
        others=list(others[:MOST]),
        why_not=why_not_name(body, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def authoriser_end(request: Any, public_id: str, limit_id: str) -> HttpResponseBase:
    """Let somebody authorise no longer than a day."""
    body = own_body(request, public_id)
    limit = get_object_or_404(all_authorisers_of(body), public_id=limit_id)
    return form_page(
        request,
        EndForm,
        "authorisations/authoriser_end.html",
        lambda typed: end_authoriser(limit, **typed, by=request.user, at=request.now),
        then=reverse("authorisers", args=[public_id]),
        initial={"version": limit.version, "on": limit.to_on},
        body=body,
        limit=limit,
        why_not=why_not_end_authoriser(limit, request.user, request.today),
    )
