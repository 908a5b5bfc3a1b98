from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.attempts import count_wrong, why_not_try
from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.basics.refusals import insist
from joinedup.domain.channels.actions import key_answers
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.queries import (
    rounds_keyed_by,
    ticket_with_code,
    tickets_keyed_by,
)
from joinedup.domain.channels.rules import UNKNOWN, why_not_key_in
from joinedup.domain.channels.typed import SIGNS
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.reviews.queries.rounds import rounds_visible_to
from joinedup.web.keying.forms import KeyingForm, SheetCodeForm, signs_of
from joinedup.web.keying.reading import read_over, unanswered

signed_in = page(Audience.SIGNED_IN, methods="GET POST")
WRONG = "keyed_code"


def found(request: Any, public_id: str) -> Round:
    """Return the round when this person may enter answers in it."""
    return get_object_or_404(rounds_keyed_by(request.user, request.today), public_id=public_id)


def ticket_by_code(request: Any, round: Round, typed: str) -> Ticket:
    """Return whose sheet bears this code; refuses when nobody's does, or after many wrong ones."""
    insist(why_not_key_in(round, request.user, request.today))
    insist(why_not_try(request, WRONG), "code")
    among = tickets_keyed_by(request.user, request.today).filter(review__round=round)
    ticket = ticket_with_code(typed, among)
    if ticket is None:
        count_wrong(request, WRONG)
    insist(None if ticket else UNKNOWN, "code")
    return ticket  # type: ignore[return-value]


@signed_in
def round_keying(request: Any, public_id: str) -> HttpResponseBase:
    """Type the code of a sheet, again and again through a stack of them."""
    round = found(request, public_id)
    way = request.GET.get("way", "")
    return form_page(
        request,
        SheetCodeForm,
        "keying/code.html",
        lambda typed: (ticket_by_code(request, round, typed["code"]), typed["way"]),
        then=lambda made: f"{address(made[0])}?way={made[1]}",
        initial={"way": way if way in Way.values else Way.PAPER},
        round=round,
        runs_it=rounds_visible_to(request.user, request.today).filter(pk=round.pk).exists(),
        reason=why_not_key_in(round, request.user, request.today),
    )


def address(ticket: Ticket) -> str:
    """Return the page on which a ticket's answers are entered."""
    return reverse("keying_sheet", args=[ticket.review.round.public_id, ticket.public_id])


@signed_in
def keying_sheet(request: Any, public_id: str, ticket_id: str) -> HttpResponseBase:
    """Type a whole sheet, read it over, send it. Nothing is kept here until it is sent."""
    round = found(request, public_id)
    theirs = tickets_keyed_by(request.user, request.today).filter(review__round=round)
    ticket = get_object_or_404(theirs, public_id=ticket_id)
    instrument = definition_of(round.instrument)
    context = {
        "round": round,
        "partnership": ticket.review.partnership,
        "instrument": instrument,
        "signs": signs_of(instrument),
        "others": [(SIGNS[each.id], each.label) for each in instrument.unscored],
        "reason": why_not_key_in(round, request.user, request.today),
    }
    if request.method == "POST" and "send" not in request.POST:
        return to_be_read_over(request, instrument, context)
    return form_page(
        request,
        KeyingForm,
        "keying/sheet.html",
        lambda typed: key_answers(ticket, **typed, by=request.user, at=request.now),
        then=f"{reverse('round_keying', args=[public_id])}?way={way_of(request)}",
        said=f"The answers about {ticket.review.partnership.name} were entered and sent.",
        initial={"way": way_of(request)},
        form_options={"instrument": instrument},
        **context,
    )


def way_of(request: Any) -> str:
    """Return how the answers came: as typed, or as the page was asked for."""
    way = request.POST.get("way") or request.GET.get("way", "")
    return way if way in Way.values else Way.PAPER


def to_be_read_over(request: Any, instrument: Any, context: dict[str, Any]) -> HttpResponse:
    """Show what was typed before it is sent, or the boxes again where one is wrong."""
    form = KeyingForm(request.POST, instrument=instrument)
    if not form.is_valid() or "change" in request.POST:
        status = 422 if form.errors else 200
        return render(request, "keying/sheet.html", status=status, form=form, **context)
    answers = form.cleaned_data["answers"]
    return render(
        request,
        "keying/check.html",
        typed=form.typed(),
        parts=read_over(instrument, answers),
        unanswered=unanswered(instrument, answers),
        way=Way(form.cleaned_data["way"]).label,
        **context,
    )
