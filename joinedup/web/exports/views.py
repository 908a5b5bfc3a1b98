"""Lists as files: at once where that is quick; those that are long go to a worker."""

from typing import Any

from django.http import Http404, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.audiences import Audience, page
from joinedup.domain.basics.refusals import insist
from joinedup.domain.exports.findings import finding_sheet
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.exports.printed import bodies_of, printed_register, why_not_print
from joinedup.domain.exports.results import round_sheet
from joinedup.domain.exports.rows import (
    Sheet,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.parcels.kinds import PDF, SORTS, What
from joinedup.domain.parcels.queries import is_long
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.reviews.queries.rounds import rounds_visible_to
from joinedup.web.exports.asking import Asked, asked_of
from joinedup.web.reports.views import handed_over


def as_file(sheet: Sheet, sort: str, request: Any) -> HttpResponseBase:
    """Answer with a list as a file, written while it is read."""
    if sort not in KINDS:
        raise Http404
    pieces = in_format(sort, sheet.title, sheet.headings, sheet.rows)
    name = sheet.title.lower().replace(",", "").replace(" ", "-")
    response = StreamingHttpResponse(pieces, content_type=KINDS[sort])
    return as_download(response, f"{name}-{request.today.isoformat()}.{sort}")


def as_download(response: Any, name: str) -> HttpResponseBase:
    """Return an answer that is kept as a file by its reader, and by nobody in between."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response  # type: ignore[no-any-return]


def is_to_be_made(asked: Asked, sort: str, request: Any) -> bool:
    """Say whether a worker has to make this list."""
    return sort in SORTS[asked.what] and is_long(asked.what, sort, asked.found, request.today)


def to_be_made(asked: Asked, sort: str) -> HttpResponseBase:
    """Go to where a worker is asked to make a list that is too long to wait for."""
    return redirect(f"{reverse('list_take', args=[asked.what, sort])}{asked.query}")


@page(Audience.SIGNED_IN)
def register_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over the register as it was narrowed: as a spreadsheet, or to print."""
    asked = asked_of(What.REGISTER, request)
    if is_to_be_made(asked, sort, request):
        return to_be_made(asked, sort)
    if sort == PDF:
        insist(why_not_print(asked.found))
        bodies = bodies_of(request.user, request.today)
        paper = printed_register(asked.found, asked.told, bodies, request.now)
        return handed_over(paper, PDF)
    return as_file(register_sheet(asked.found, request.now), sort, request)


@page(Audience.SIGNED_IN)
def directory_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over the directory as it was narrowed."""
    asked = asked_of(What.DIRECTORY, request)
    if is_to_be_made(asked, sort, request):
        return to_be_made(asked, sort)
    return as_file(directory_sheet(asked.found, request.user, request.now), sort, request)


@page(Audience.SIGNED_IN)
def memberships_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over who belongs to the partnerships of the narrowed register, and who sits there."""
    asked = asked_of(What.MEMBERSHIPS, request)
    if is_to_be_made(asked, sort, request):
        return to_be_made(asked, sort)
    return as_file(memberships_sheet(asked.found, request.user, request.now), sort, request)


@page(Audience.SIGNED_IN)
def round_export(request: Any, public_id: str, sort: str) -> HttpResponseBase:
    """Hand over the partnerships of a round: how many answered, and the results one may read."""
    visible = rounds_visible_to(request.user, request.today)
    round = get_object_or_404(visible, public_id=public_id)
    return as_file(round_sheet(round, request.user, request.now), sort, request)


@page(Audience.SIGNED_IN)
def result_export(request: Any, public_id: str, sort: str) -> HttpResponseBase:
    """Hand over one result as a list: what its page tells, and nothing it withholds."""
    visible = results_visible_to(request.user, request.now)
    return as_file(
        finding_sheet(get_object_or_404(visible, public_id=public_id), request.now), sort, request
    )
