"""Reports kept as they were given: listed, read, fetched, noted, and checked by an auditor."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import NothingForm
from joinedup.delivery.pages import render
from joinedup.domain.committees.actions import keep_report, note_report, tell_check
from joinedup.domain.committees.freezing import thawed
from joinedup.domain.committees.kinds import Reader
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.queries import (
    all_addressed,
    checks_of,
    checks_visible_to,
    listed_reports,
    reports_visible_to,
)
from joinedup.domain.committees.rows import Row
from joinedup.domain.committees.rules import (
    why_not_check,
    why_not_keep,
    why_not_note,
)
from joinedup.domain.exports.formats import KINDS
from joinedup.web.committees.finding import addressed_in, host_of, ways_from
from joinedup.web.committees.forms import CheckForm, NoteForm
from joinedup.web.committees.views import sheet_of
from joinedup.web.exports.views import as_file
from joinedup.web.reports.views import handed_over

LISTED = 200


def found(request: Any, public_id: str) -> Report:
    """Return the kept report when this person may read it."""
    return get_object_or_404(reports_visible_to(request.user, request.today), public_id=public_id)


@page(Audience.SIGNED_IN)
def reports_kept(request: Any, public_id: str) -> HttpResponse:
    """The reports of a host that were kept as given, the latest first, and for whom one can be."""
    host = host_of(request, public_id)
    return render(
        request,
        "committees/list.html",
        host=host,
        reports=list(listed_reports(host)[:LISTED]),
        readers=all_addressed(host, request.today),
        most=LISTED,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def report_keep(request: Any, public_id: str, reader: str) -> HttpResponseBase:
    """Keep a report as it is given now."""
    host = host_of(request, public_id)
    addressed = addressed_in(request, host, reader)
    return form_page(
        request,
        NothingForm,
        "committees/keep.html",
        lambda _: keep_report(host, addressed, by=request.user, at=request.now),
        then=lambda report: reverse("report_kept", args=[report.public_id]),
        said="The report is kept as it was given.",
        host=host,
        addressed=addressed,
        draws=addressed.reader == Reader.COMMITTEE,
        reason=why_not_keep(host, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def report_kept(request: Any, public_id: str) -> HttpResponse:
    """A report as it was given, what became of it, and what an auditor found."""
    report = found(request, public_id)
    return render(
        request,
        "committees/kept.html",
        report=report,
        host=report.host,
        paper=thawed(report.content),
        ways=ways_from(request, (Row(*row) for row in report.rows)),
        checks=list(checks_of(report)),
        why_not_note=why_not_note(report, request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def kept_file(request: Any, public_id: str, sort: str) -> HttpResponseBase:
    """Hand over a report as it was given: PDF or Word, or its rows as a list."""
    report = found(request, public_id)
    if sort in KINDS:
        return as_file(sheet_of("Partnerships", report.rows), sort, request)
    return handed_over(thawed(report.content), sort)


@page(Audience.SIGNED_IN, methods="GET POST")
def report_note(request: Any, public_id: str) -> HttpResponseBase:
    """Say that a committee noted a report."""
    report = found(request, public_id)
    return form_page(
        request,
        NoteForm,
        "committees/note.html",
        lambda typed: note_report(report, **typed, by=request.user, at=request.now),
        then=reverse("report_kept", args=[public_id]),
        said="It is noted.",
        initial={"version": report.version},
        report=report,
        reason=why_not_note(report, request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def check_tell(request: Any, public_id: str) -> HttpResponseBase:
    """What was claimed of a partnership that was drawn, and what the auditor found."""
    visible = checks_visible_to(request.user, request.today)
    check = get_object_or_404(visible, public_id=public_id)
    return form_page(
        request,
        CheckForm,
        "committees/check.html",
        lambda typed: tell_check(check, **typed, by=request.user, at=request.now),
        then=reverse("report_kept", args=[check.report.public_id]),
        said="What you found is kept with the report.",
        initial={"version": check.version},
        check=check,
        report=check.report,
        reason=why_not_check(check, request.user, request.now),
    )
