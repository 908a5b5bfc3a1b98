from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.delivery.paging import leaf_of
from joinedup.domain.confirmations.actions import confirm_seats
from joinedup.domain.confirmations.kinds import PLACES_AT_ONCE, PLACES_COUNTED
from joinedup.domain.confirmations.queries import some_to_confirm
from joinedup.domain.confirmations.rules import why_not_confirm_places
from joinedup.domain.organisations.actions import confirm_posts, end_post, grant_named_post
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bodies_with_posts_for, posts_in, posts_to_confirm
from joinedup.domain.organisations.rules import why_not_end_post, why_not_grant_post
from joinedup.domain.partnerships.queries import held_seats, visible_to
from joinedup.web.organisations.post_forms import (
    ConfirmPlacesForm,
    ConfirmPostsForm,
    EndPostForm,
    PostForm,
)

AT_ONCE = 100


def opened(request: Any, public_id: str) -> Organisation:
    """Return the body when this person may see who works there."""
    among = bodies_with_posts_for(request.user, request.today)
    return get_object_or_404(among, public_id=public_id)


@page(Audience.SIGNED_IN)
def organisation_posts(request: Any, public_id: str) -> HttpResponse:
    """Who works in a body, as what, and so what they may do here."""
    found = opened(request, public_id)
    posts = posts_in(found, request.today)
    return render(
        request,
        "organisations/posts.html",
        organisation=found,
        leaf=leaf_of(posts, request, posts, AT_ONCE, by=("kind", "person__name", "pk")),
        why_not=why_not_grant_post(found, request.user, request.today),
        why_not_places=why_not_confirm_places(found, request.user, request.today),
        due=posts_to_confirm(request.today).filter(organisation=found).count(),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def posts_confirm(request: Any, public_id: str) -> HttpResponseBase:
    """Say once a year which posts in a body still hold; show the places held for it as well."""
    found = opened(request, public_id)
    due = posts_to_confirm(request.today).filter(organisation=found)
    among = visible_to(request.user, request.today)
    return form_page(
        request,
        ConfirmPostsForm,
        "organisations/posts_confirm.html",
        lambda typed: confirm_posts(found, typed["posts"], by=request.user, at=request.now),
        then=reverse("organisation_posts", args=[public_id]),
        said=lambda count: f"Confirmed: {count}.",
        form_options={"posts": due},
        organisation=found,
        due=due.count(),
        places=held_seats(among, request.today)
        .filter(seat__membership__organisation=found)
        .select_related("person", "seat__membership__partnership"),
        why_not=why_not_grant_post(found, request.user, request.today),
        why_not_places=why_not_confirm_places(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def places_confirm(request: Any, public_id: str) -> HttpResponseBase:
    """Say once a year who still holds which place a body looks after; some dozens at a time."""
    found = opened(request, public_id)
    due = some_to_confirm(found, request.today, PLACES_COUNTED + 1)
    why_not = why_not_confirm_places(found, request.user, request.today)
    places = [] if why_not else due[:PLACES_AT_ONCE]
    return form_page(
        request,
        ConfirmPlacesForm,
        "organisations/places_confirm.html",
        lambda typed: confirm_seats(found, typed["places"], by=request.user, at=request.now),
        then=reverse("places_confirm", args=[public_id]),
        said=lambda count: f"Confirmed: {count}.",
        form_options={"places": places},
        organisation=found,
        places=places,
        count=len(due),
        most=PLACES_COUNTED,
        why_not=why_not,
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def post_new(request: Any, public_id: str) -> HttpResponseBase:
    """Give somebody a post in a body, and with it what the post may do."""
    found = opened(request, public_id)
    return form_page(
        request,
        PostForm,
        "organisations/post_new.html",
        lambda typed: grant_named_post(found, **typed, by=request.user, at=request.now),
        then=reverse("organisation_posts", args=[public_id]),
        organisation=found,
        why_not=why_not_grant_post(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def post_end(request: Any, public_id: str, post_id: str) -> HttpResponseBase:
    """End a post; what it let its holder do ends with the day."""
    found = opened(request, public_id)
    post = get_object_or_404(found.posts.select_related("person"), public_id=post_id)
    return form_page(
        request,
        EndPostForm,
        "organisations/post_end.html",
        lambda typed: end_post(post, **typed, by=request.user, at=request.now),
        then=reverse("organisation_posts", args=[public_id]),
        initial={"on": request.today},
        organisation=found,
        post=post,
        why_not=why_not_end_post(post, request.user, request.today),
    )
