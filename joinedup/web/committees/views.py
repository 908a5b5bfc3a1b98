"""A report as things stand now: on a page, and as files to hand over."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.domain.committees.kinds import LONG
from joinedup.domain.committees.papers import among_of, paper_for
from joinedup.domain.committees.queries import Addressed
from joinedup.domain.committees.rows import HEADINGS, rows_of
from joinedup.domain.committees.rules import why_not_keep
from joinedup.domain.documents.files import SORTS
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.formats import KINDS
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.actions import ask_for_parcel
from joinedup.domain.parcels.kinds import What
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.reporting.portfolio import SHOWN, led_on
from joinedup.web.committees.finding import addressed_in, host_of, ways_from, ways_of_pictures
from joinedup.web.exports.views import as_file
from joinedup.web.reports.views import handed_over


def is_long(host: Organisation, addressed: Addressed, request: Any) -> bool:
    """Say whether a paper would keep somebody waiting, so that a worker has to make it."""
    if addressed.director is not None:
        return False
    running = led_on(host, request.today).filter(state__in=RUNNING).order_by()
    return running[: LONG + 1].count() > LONG


def sheet_of(title: str, rows: Any) -> Sheet:
    """Return rows of a report as a list that leaves as a file."""
    columns = tuple(Column(heading, "") for heading in HEADINGS)
    return Sheet(title, columns, (list(row[: len(HEADINGS)]) for row in rows))


@page(Audience.SIGNED_IN)
def report(request: Any, public_id: str, reader: str) -> HttpResponse:
    """A report for one reader, as things stand, with the ways to hand it over or keep it."""
    host = host_of(request, public_id)
    addressed = addressed_in(request, host, reader)
    among = among_of(host, addressed, request.today)
    paper = paper_for(host, addressed, request.now, most=SHOWN)
    ways = ways_from(request, rows_of(host, request.now, among))
    return render(
        request,
        "committees/report.html",
        host=host,
        addressed=addressed,
        paper=paper,
        ways=ways | ways_of_pictures(host, paper),
        why_not_keep=why_not_keep(host, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def report_file(request: Any, public_id: str, reader: str, sort: str) -> HttpResponseBase:
    """Hand over a report as a file: PDF or Word, or its rows as a list."""
    return in_file(request, public_id, reader, sort)


@page(Audience.SIGNED_IN)
def portfolio_paper(request: Any, public_id: str, sort: str) -> HttpResponseBase:
    """Hand over the committee's paper as a file."""
    return in_file(request, public_id, "committee", sort)


def in_file(request: Any, public_id: str, reader: str, sort: str) -> HttpResponseBase:
    """Return a report as a file, or the way to where a worker makes it."""
    host = host_of(request, public_id)
    addressed = addressed_in(request, host, reader)
    if sort in KINDS:
        among = among_of(host, addressed, request.today)
        return as_file(sheet_of("Partnerships", rows_of(host, request.now, among)), sort, request)
    if sort in SORTS and is_long(host, addressed, request):
        return redirect("report_take", public_id, reader, sort)
    return handed_over(paper_for(host, addressed, request.now), sort)


@page(Audience.SIGNED_IN, methods="GET POST")
def report_take(request: Any, public_id: str, reader: str, sort: str) -> HttpResponseBase:
    """Have a worker make a report that is too long to wait for."""
    host = host_of(request, public_id)
    addressed = addressed_in(request, host, reader)
    if sort not in SORTS:
        raise Http404
    asked = {"host": host.public_id, "reader": addressed.key}
    told = [("Report", addressed.title), ("Of", host.name)]
    return form_page(
        request,
        NothingForm,
        "committees/take.html",
        lambda _: ask_for_parcel(
            What.REPORT, sort, asked=asked, told=told, by=request.user, at=request.now
        ),
        then=lambda file: reverse("parcel", args=[file.public_id]),
        host=host,
        addressed=addressed,
        told=told,
    )
