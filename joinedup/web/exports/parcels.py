"""Files that a worker makes for one person: asked for, watched, fetched, cleared away."""

from typing import Any

from django import forms
from django.http import Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.forms import Form, NothingForm
from joinedup.delivery.pages import render
from joinedup.delivery.widgets import Radios
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.exports.formats import KINDS
from joinedup.domain.figures.wording import size_told
from joinedup.domain.parcels.actions import (
    ask_for_everything,
    ask_for_parcel,
    ask_for_results,
    clear_parcel,
)
from joinedup.domain.parcels.kinds import SORTS, TYPES, ParcelState, What
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.parcels.queries import taken_along_by, visible_to
from joinedup.domain.parcels.rules import why_not_take_any, why_not_take_results
from joinedup.domain.reviews.queries.rounds import rounds_visible_to
from joinedup.web.exports.asking import asked_of
from joinedup.web.exports.views import as_download

FORMATS = {
    "xlsx": "Excel",
    "ods": "OpenDocument",
    "pdf": "PDF to print",
    "docx": "Word",
    "zip": "one zip",
}
LISTS = (What.REGISTER, What.MEMBERSHIPS, What.DIRECTORY)


class BodyForm(Form):
    """Of which body everything is taken along; asked only where there are several."""

    organisation = forms.ChoiceField(label="Of which organisation?", choices=[], widget=Radios())

    def __init__(self, *args: Any, bodies: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(key, body.name) for key, body in bodies.items()]
        if len(bodies) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = next(iter(bodies))


def found(request: Any, public_id: str) -> Parcel:
    """Return the file when it is this person's; foreign, lost and missing look the same."""
    return get_object_or_404(visible_to(request.user, request.now), public_id=public_id)


@page(Audience.SIGNED_IN)
def exports(request: Any) -> HttpResponse:
    """The files made for oneself, and the way to take everything of one's body along."""
    files = visible_to(request.user, request.now)
    return render(
        request,
        "exports/list.html",
        files=[(file, FORMATS[file.sort], size_told(file.size)) for file in files],
        why_not=why_not_take_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST", grave=True)
def everything_take(request: Any) -> HttpResponseBase:
    """Say what will be in the zip and what will not; then have it made."""
    own = taken_along_by(request.user, request.today).order_by("folded_name", "pk")
    bodies = {body.public_id: body for body in own}
    return form_page(
        request,
        BodyForm,
        "exports/everything.html",
        lambda typed: ask_for_everything(
            bodies[typed["organisation"]], by=request.user, at=request.now
        ),
        then=lambda asked: reverse("parcel", args=[asked.public_id]),
        form_options={"bodies": bodies},
        bodies=list(bodies.values()),
        why_not=why_not_take_any(request.user, request.today),
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def list_take(request: Any, what: str, sort: str) -> HttpResponseBase:
    """Have a worker make a list that is too long to wait for."""
    if what not in LISTS or sort not in SORTS[what]:
        raise Http404
    asked = asked_of(What(what), request)
    back = reverse("organisations" if what == What.DIRECTORY else "register") + asked.query
    return form_page(
        request,
        NothingForm,
        "exports/long.html",
        lambda _: ask_for_parcel(
            what, sort, asked=asked.asked, told=asked.told, by=request.user, at=request.now
        ),
        then=lambda file: reverse("parcel", args=[file.public_id]),
        what=asked.what,
        told=asked.told,
        format=FORMATS[sort],
        back_to=back,
    )


@page(Audience.SIGNED_IN, methods="GET POST")
def results_take(request: Any, public_id: str) -> HttpResponseBase:
    """Have a worker put all results of a round into one zip."""
    rounds = rounds_visible_to(request.user, request.today)
    round = get_object_or_404(rounds, public_id=public_id)
    return form_page(
        request,
        NothingForm,
        "exports/results.html",
        lambda _: ask_for_results(round, by=request.user, at=request.now),
        then=lambda file: reverse("parcel", args=[file.public_id]),
        round=round,
        partnerships=round.reviews.count(),
        is_draft=round.stands_at is not None and request.now < round.stands_at,
        why_not=why_not_take_results(round, request.user, request.now),
    )


@page(Audience.SIGNED_IN)
def parcel(request: Any, public_id: str) -> HttpResponse:
    """How far a file is; where it is ready, the way to fetch it."""
    file = found(request, public_id)
    return render(
        request,
        "exports/file.html",
        file=file,
        format=FORMATS[file.sort],
        size=size_told(file.size),
    )


@page(Audience.SIGNED_IN)
def parcel_file(request: Any, public_id: str) -> HttpResponseBase:
    """Hand over a file that is ready, to whom it was made for."""
    files = visible_to(request.user, request.now).filter(state=ParcelState.READY)
    file = get_object_or_404(files, public_id=public_id)
    sort = (KINDS | TYPES)[file.sort]
    response = StreamingHttpResponse(bytes_of(file.pieces), content_type=sort)
    response["Content-Length"] = str(file.size)
    made = day_of(file.made_at or request.now).isoformat()
    draft = "-draft" if str(file.asked.get("standing", "")).startswith("Draft") else ""
    return as_download(response, f"{file.what}{draft}-{made}.{file.sort}")


@page(Audience.SIGNED_IN, methods="GET POST")
def parcel_clear(request: Any, public_id: str) -> HttpResponseBase:
    """Clear a file away before its time."""
    file = found(request, public_id)
    return form_page(
        request,
        NothingForm,
        "exports/clear.html",
        lambda _: clear_parcel(file, by=request.user, at=request.now),
        then=reverse("exports"),
        said="The file is cleared away.",
        file=file,
    )
