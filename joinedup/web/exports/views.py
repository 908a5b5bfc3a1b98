from typing import Any

from django import forms
from django.http import Http404, HttpResponseBase, StreamingHttpResponse

from joinedup.delivery.audiences import Audience, page
from joinedup.domain.basics.refusals import insist
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.exports.printed import printed_register, why_not_print
from joinedup.domain.exports.rows import (
    Sheet,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.organisations.queries import posts_of
from joinedup.web.organisations.views import asked_of as asked_of_directory
from joinedup.web.partnerships.views.register import asked_of as asked_of_register
from joinedup.web.reports.views import handed_over

PDF = "pdf"


def as_file(sheet: Sheet, sort: str, request: Any) -> HttpResponseBase:
    """Answer with a list as a file, written while it is read."""
    if sort not in KINDS:
        raise Http404
    pieces = in_format(sort, sheet.title, sheet.headings, sheet.rows)
    response = StreamingHttpResponse(pieces, content_type=KINDS[sort])
    name = f"{sheet.title.lower()}-{request.today.isoformat()}.{sort}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@page(Audience.SIGNED_IN)
def register_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over the register as it was narrowed: as a spreadsheet, or to print."""
    _, form, asked, found = asked_of_register(request)
    if sort == PDF:
        insist(why_not_print(found))
        told = [(label_of(form, name), said_of(form, name)) for name in asked]
        posts = posts_of(request.user, request.today)
        bodies = " and ".join(sorted({post.organisation.name for post in posts}))
        return handed_over(printed_register(found, told, bodies, request.now), PDF)
    return as_file(register_sheet(found, request.now), sort, request)


@page(Audience.SIGNED_IN)
def directory_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over the directory as it was narrowed."""
    *_, found = asked_of_directory(request)
    return as_file(directory_sheet(found, request.user, request.now), sort, request)


@page(Audience.SIGNED_IN)
def memberships_export(request: Any, sort: str) -> HttpResponseBase:
    """Hand over who belongs to the partnerships of the narrowed register, and who sits there."""
    *_, found = asked_of_register(request)
    return as_file(memberships_sheet(found, request.user, request.now), sort, request)


def label_of(form: forms.Form, name: str) -> str:
    """Return what a filter is called on its page."""
    return str(form.fields[name].label)


def said_of(form: forms.Form, name: str) -> str:
    """Return what was asked of a filter, in the words of its page."""
    field, typed = form.fields[name], form.cleaned_data[name]
    labels = dict(field.choices) if isinstance(field, forms.ChoiceField) else {}
    return str(labels.get(typed) or {str(k): v for k, v in labels.items()}.get(typed) or typed)
