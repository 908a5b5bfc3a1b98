from typing import Any

from django.http import Http404, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.domain.headings.actions import add_heading, change_heading, remove_heading
from joinedup.domain.headings.models import Heading
from joinedup.domain.headings.queries import headings_visible_to, questions_in, told_to
from joinedup.domain.headings.rules import why_not_sort
from joinedup.domain.reviews.models import Review
from joinedup.web.headings.forms import HeadingChangeForm, HeadingForm
from joinedup.web.results.finding import found


@page(Audience.SIGNED_IN, methods="GET POST")
def heading_new(request: Any, public_id: str, question: str) -> HttpResponseBase:
    """Put answers that say the same under a new heading."""
    review = found(request, public_id)
    told = told_to(review, question)
    if not told:
        raise Http404
    return form_page(
        request,
        HeadingForm,
        "headings/heading.html",
        lambda typed: add_heading(review, question, **typed, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        form_options={"told": told},
        **around(request, review, question),
    )


def around(request: Any, review: Review, question: str) -> dict[str, Any]:
    """Return what every page about headings tells."""
    return {
        "review": review,
        "partnership": review.partnership,
        "question": questions_in(review).get(question, ""),
        "given": None,
        "why_not": why_not_sort(review, request.user, request.today),
    }


def opened(request: Any, public_id: str, heading_id: str) -> Heading:
    """Return a heading of a result, both of which this person may read."""
    among = headings_visible_to(request.user, request.now)
    return get_object_or_404(among, review__public_id=public_id, public_id=heading_id)


@page(Audience.SIGNED_IN, methods="GET POST")
def heading_change(request: Any, public_id: str, heading_id: str) -> HttpResponseBase:
    """Give a heading another name or other answers."""
    heading = opened(request, public_id, heading_id)
    return form_page(
        request,
        HeadingChangeForm,
        "headings/heading.html",
        lambda typed: change_heading(heading, **typed, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        initial={
            "name": heading.name,
            "answers": heading.answers,
            "version": heading.version,
        },
        form_options={"told": told_to(heading.review, heading.question)},
        **around(request, heading.review, heading.question) | {"given": heading},
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def heading_remove(request: Any, public_id: str, heading_id: str) -> HttpResponseBase:
    """Take a heading away; the answers stay."""
    heading = opened(request, public_id, heading_id)
    return form_page(
        request,
        NothingForm,
        "headings/remove.html",
        lambda _: remove_heading(heading, by=request.user, at=request.now),
        then=reverse("result", args=[public_id]),
        said="The heading is gone. What people wrote is still there.",
        **around(request, heading.review, heading.question) | {"given": heading},
    )
