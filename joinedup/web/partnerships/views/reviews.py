from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.basics.days import in_words
from joinedup.domain.channels.queries import rounds_keyed_about
from joinedup.domain.intervals.actions import plan_review
from joinedup.domain.intervals.queries import overdue, review_proposed
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.rules import why_not_change
from joinedup.domain.reporting.years import over_the_years
from joinedup.domain.results.queries import results_of
from joinedup.web.partnerships.finding import opened, tabs
from joinedup.web.partnerships.forms import PlanForm


@page(Audience.SIGNED_IN)
def partnership_reviews(request: Any, public_id: str) -> HttpResponse:
    """Every result this person may read, and what was reported of years before."""
    found = opened(request, public_id)
    results = list(results_of(found, request.user, request.now))
    reported = list(found.reported_scores.all())
    return render(
        request,
        "partnerships/reviews.html",
        partnership=found,
        tabs=tabs(found, "partnership_reviews"),
        results=results,
        reported=reported,
        proposed=review_proposed(found, request.today),
        is_over=found.state in OVER,
        is_overdue=Partnership.objects.filter(overdue(request.today), pk=found.pk).exists(),
        why_not=why_not_change(found, request.user, request.today),
        years=over_the_years(found, results, reported),
        keyed=rounds_keyed_about(found, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def review_plan(request: Any, public_id: str) -> HttpResponseBase:
    """Put down when it is reviewed next, as its tier proposes."""
    found = opened(request, public_id)
    return form_page(
        request,
        PlanForm,
        "partnerships/review_plan.html",
        lambda typed: plan_review(found, **typed, by=request.user, at=request.now),
        then=reverse("partnership_reviews", args=[public_id]),
        said=lambda on: f"It is reviewed next on {in_words(on)}.",
        initial={"version": found.version},
        partnership=found,
        proposed=review_proposed(found, request.today),
        why_not=why_not_change(found, request.user, request.today),
    )
