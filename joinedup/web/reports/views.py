from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.documents.blocks import Document
from joinedup.domain.documents.files import SORTS, file_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import directors_of
from joinedup.domain.reporting.five_lines import drafts_told, five_lines
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.reporting.pictures import MOST_DRAWN
from joinedup.domain.reporting.portfolio import (
    HELD_DOWN,
    SHOWN,
    hosts_reported_to,
    portfolio_of,
    results_in_band,
)
from joinedup.domain.results.actions import tell_director
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.results.rules import why_not_tell
from joinedup.web.reports.forms import TellForm
from joinedup.web.reports.ways import SLUGS, ways_of_bands, ways_of_lines


def found(request: Any, public_id: str) -> Organisation:
    """Return the host when this person may read its portfolio."""
    return get_object_or_404(hosts_reported_to(request.user, request.today), public_id=public_id)


@page(Audience.SIGNED_IN)
def reports(request: Any) -> HttpResponseBase:
    """Go to the portfolio; let somebody who works for several bodies choose."""
    hosts = list(hosts_reported_to(request.user, request.today))
    if len(hosts) == 1:
        return redirect("portfolio", hosts[0].public_id)
    return render(request, "reports/hosts.html", hosts=hosts)


@page(Audience.SIGNED_IN)
def portfolio(request: Any, public_id: str) -> HttpResponse:
    """All the partnerships a host leads: five sentences, then what is weak and what is missing."""
    host = found(request, public_id)
    seen = portfolio_of(host, request.now)
    return render(
        request,
        "reports/portfolio.html",
        host=host,
        portfolio=seen,
        five_lines=five_lines(seen),
        drafts=drafts_told(seen),
        held_down=HELD_DOWN,
        shown=SHOWN,
        most_drawn=MOST_DRAWN,
        ways=ways_of_lines(seen.drawn) | ways_of_bands(host, seen.bands),
        why_not_tell=why_not_tell(host, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def portfolio_band(request: Any, public_id: str, year: int, slug: str) -> HttpResponse:
    """The results behind one count of the picture over the years."""
    host = found(request, public_id)
    if slug not in SLUGS:
        raise Http404
    results = results_in_band(host, year, SLUGS[slug], request.now)
    return render(
        request,
        "reports/band.html",
        host=host,
        year=year,
        band=SLUGS[slug],
        results=results[:SHOWN],
        count=results.count(),
        shown=SHOWN,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def portfolio_tell(request: Any, public_id: str) -> HttpResponseBase:
    """Send a director the five lines in the body of a mail."""
    host = found(request, public_id)
    lines = five_lines(portfolio_of(host, request.now))
    directors = directors_of(host, request.today)
    return form_page(
        request,
        TellForm,
        "reports/tell.html",
        lambda typed: tell_director(
            host, typed["to"], lines=lines, by=request.user, at=request.now
        ),
        then=reverse("portfolio", args=[public_id]),
        said="The five lines are on their way.",
        initial={"to": directors.first()},
        form_options={"directors": directors},
        host=host,
        lines=lines,
        reason=why_not_tell(host, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def result_paper(request: Any, public_id: str, sort: str) -> HttpResponse:
    """Hand over the report of one result as a file."""
    review = get_object_or_404(results_visible_to(request.user, request.now), public_id=public_id)
    return handed_over(partnership_report(review, request.now), sort)


def handed_over(document: Document, sort: str) -> HttpResponse:
    """Answer with a document as a file to keep; there are PDF and Word."""
    if sort not in SORTS:
        raise Http404
    made = file_of(document, sort)
    response = HttpResponse(made.content, content_type=made.content_type)
    response["Content-Disposition"] = f'attachment; filename="{made.name}"'
    response["Cache-Control"] = "no-store"
    return response
