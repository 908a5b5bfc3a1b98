from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.instruments.actions import load_instrument
from joinedup.domain.instruments.queries import (
    definition_of,
    instruments_visible_to,
    newest_of,
    versions_of,
)
from joinedup.domain.instruments.rules import why_not_load_any
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.question_tables.writing import notes
from joinedup.domain.reviews.queries.questions import questionnaires_visible_to
from joinedup.web.questions.finding import for_officers, found
from joinedup.web.questions.forms import LoadForm
from joinedup.web.questions.languages import how_far_translated, said_of_loading
from joinedup.web.questions.wording import how_it_is_scored


@page(Audience.SIGNED_IN)
def questionnaires(request: Any) -> HttpResponse:
    """Every questionnaire that may be asked, in its newest version."""
    for_officers(request)
    versions = newest_of(instruments_visible_to(request.user, request.today))
    listed = [(version, definition_of(version)) for version in versions]
    return render(request, "questions/list.html", listed=listed)


@page(Audience.SIGNED_IN)
def questionnaire(request: Any, public_id: str) -> HttpResponse:
    """One questionnaire whole, as people see it, and how it is scored."""
    visible = questionnaires_visible_to(request.user, request.today)
    version = get_object_or_404(visible, public_id=public_id)
    instrument = definition_of(version)
    return render(
        request,
        "questions/questionnaire.html",
        version=version,
        instrument=instrument,
        scoring=how_it_is_scored(instrument),
        translated=how_far_translated(instrument),
        versions=list(visible.filter(pk__in=versions_of(version)).order_by("-pk")),
        why_not_load=why_not_load_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN)
def questionnaire_file(request: Any, public_id: str) -> HttpResponse:
    """Hand over the definition as a file, to be changed and loaded as one's own."""
    version = found(request, public_id)
    response = HttpResponse(version.definition, content_type="application/toml; charset=utf-8")
    name = f"{version.name}-{version.pk}.toml"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


@page(Audience.SIGNED_IN, methods="GET POST")
def questionnaire_load(request: Any) -> HttpResponseBase:
    """Load a questionnaire of one's own, or a new version of one; every problem is named."""
    for_officers(request)
    hosts = organisations_where(request.user, request.today, *OFFICERS)
    visible = instruments_visible_to(request.user, request.today)
    begun_from = visible.filter(public_id=request.GET.get("from", "")).first()
    return form_page(
        request,
        LoadForm,
        "questions/load.html",
        lambda typed: load_instrument(
            typed["text"], owner=typed["owner"], by=request.user, at=request.now
        ),
        then=lambda made: reverse("questionnaire", args=[made.public_id]),
        said=lambda made: said_of_loading(definition_of(made)),
        initial={
            "owner": hosts.first(),
            "text": begun_from.definition if begun_from else "",
        },
        form_options={"hosts": hosts},
        rows=notes()["rows"],
    )
