"""The form of a round as people will see it, for those who run the round. Nothing is kept."""

from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.languages.texts import in_language, languages_of, spoken_in
from joinedup.domain.reviews.models import Review, Ticket
from joinedup.domain.reviews.queries.rounds import rounds_visible_to
from joinedup.public.answers.forms import OpenForm, SectionForm
from joinedup.public.answers.language import BUTTON, CHOSEN, changes_language

MEMBER = "the member you sit for"


@page(Audience.SIGNED_IN, methods="GET POST")
def round_form_preview(request: Any, public_id: str, number: int) -> HttpResponseBase:
    """Show one page of the form; its button leads on, whatever was chosen."""
    round = get_object_or_404(rounds_visible_to(request.user, request.today), public_id=public_id)
    whole, language = definition_of(round.instrument), request.GET.get(CHOSEN, "")
    instrument = in_language(whole, language)
    pages = len(instrument.pages) + bool(instrument.open_questions)
    if number > pages:
        raise Http404
    if request.method == "POST":
        return redirect(_onward(request, public_id, number, last=number == pages))
    first = Review.objects.filter(round=round).select_related("partnership").first()
    around = {
        "round": round,
        "instrument": instrument,
        "spoken": spoken_in(whole, language),
        "languages": languages_of(whole),
        "pages": pages,
        "partnership": first.partnership if first else {"name": "a partnership"},
        "ticket": Ticket(member_name=MEMBER),
        "way_back": "the same link",
        "token": "",
        "preview": True,
    }
    if number == 0:
        return render(request, "answers/start.html", begun=False, **around)
    return _page(
        request, number, around, reverse("round_form_preview", args=[public_id, number - 1])
    )


def _onward(request: Any, public_id: str, number: int, *, last: bool) -> str:
    """Return the address of the next page, or of the same where its language is changed."""
    if changes_language(request):
        asked = {CHOSEN: request.POST[BUTTON]}
    elif last:
        return reverse("round_preview", args=[public_id])
    else:
        number, asked = number + 1, {CHOSEN: request.GET.get(CHOSEN, "")}
    address = reverse("round_form_preview", args=[public_id, number])
    return f"{address}?{urlencode(asked)}" if asked[CHOSEN] else address


def _page(request: Any, number: int, around: dict[str, Any], back_to: str) -> HttpResponse:
    instrument, spoken = around["instrument"], around["spoken"]
    sections = instrument.pages
    section = sections[number - 1] if number <= len(sections) else None
    form = (
        SectionForm(instrument=instrument, section=section, spoken=spoken)
        if section
        else OpenForm(instrument=instrument, spoken=spoken)
    )
    return render(
        request,
        "answers/page.html",
        form=form,
        section=section,
        number=number,
        back_to=back_to,
        **around,
    )
