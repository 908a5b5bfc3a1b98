from typing import Any

from django.http import HttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.reporting.years import over_the_years
from joinedup.domain.results.queries import results_of
from joinedup.web.partnerships.finding import opened, tabs


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
        years=over_the_years(found, results, reported),
    )
