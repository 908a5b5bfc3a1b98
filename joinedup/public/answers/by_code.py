"""Answering on the web by the code of a printed sheet, for those who got no link."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from joinedup.delivery.acts import form_page
from joinedup.delivery.attempts import count_wrong, why_not_try
from joinedup.delivery.audiences import Audience, page
from joinedup.domain.basics.refusals import insist
from joinedup.domain.channels.actions import open_sheet
from joinedup.domain.channels.queries import ticket_of_sheet
from joinedup.domain.channels.rules import why_not_open_sheet
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Ticket
from joinedup.public.answers.forms import SheetForm
from joinedup.public.answers.sitting import close_to_others

WRONG = "sheet_code"


@page(Audience.ANYONE, methods="GET POST")
def answer_by_code(request: Any) -> HttpResponse:
    """Type the code of a sheet; it leads to the same pages as a personal link."""
    return close_to_others(
        form_page(
            request,
            SheetForm,
            "answers/by_code.html",
            lambda typed: opened(request, typed["code"]),
            then=lambda ticket: reverse("answer", args=[token_for(ticket)]),
        )
    )


def opened(request: Any, typed: str) -> Ticket:
    """Return the ticket of the sheet with this code; after many wrong ones, refuse every code."""
    insist(why_not_try(request, WRONG), "code")
    ticket = ticket_of_sheet(typed)
    if why_not_open_sheet(ticket, request.now):
        count_wrong(request, WRONG)
    return open_sheet(ticket, at=request.now)
