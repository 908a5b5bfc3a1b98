"""One sitting with one personal link: a cookie for that ticket alone, never a session."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from joinedup.delivery.audiences import Audience, page
from joinedup.delivery.pages import render
from joinedup.domain.reviews.kinds import Asking, TicketState
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.tickets import ticket_for
from joinedup.domain.reviews.rules import why_not_answer
from joinedup.public.answers.language import keep_language

HOURS = 4 * 60 * 60


def finished(request: HttpRequest) -> HttpResponse:
    """Say the same of a wrong link, a spent one and one whose round has closed (trust.md T5)."""
    return close_to_others(render(request, "answers/finished.html", status=404))


def close_to_others(response: HttpResponse) -> HttpResponse:
    """Keep the address of a page that carries a token from going to anybody else.

    Not "no-referrer": with it browsers send ``Origin: null`` when the button is pressed, and the
    guard against forged forms must refuse that. "same-origin" tells nobody but ourselves.
    """
    response["Referrer-Policy"] = "same-origin"
    return response


def sits(request: HttpRequest, ticket: Ticket) -> bool:
    """Tell whether this browser is in the middle of a sitting with this ticket."""
    kept = request.COOKIES.get(f"sitting-{ticket.public_id}", "")
    signer = signing.TimestampSigner(salt=_salt(ticket))
    try:
        return signer.unsign(kept, max_age=HOURS) == ticket.public_id
    except signing.BadSignature:
        return False


def sit(response: HttpResponse, ticket: Ticket, *, secure: bool) -> HttpResponse:
    """Begin a sitting: this browser may go on with this ticket for a few hours.

    That of somebody without an address ends with the browser: it may be a library's.
    """
    signer = signing.TimestampSigner(salt=_salt(ticket))
    response.set_cookie(
        f"sitting-{ticket.public_id}",
        signer.sign(ticket.public_id),
        max_age=HOURS if ticket.person.email else None,
        httponly=True,
        secure=secure,
        samesite="Lax",
    )
    return response


def _salt(ticket: Ticket) -> str:
    """Return what a sitting is signed with; a new number ends the sittings begun before it.

    Whoever printed the sheet could otherwise begin first and read along afterwards.
    """
    number = "" if ticket.person.email else ticket.code_digest
    return f"joinedup.sitting.{ticket.public_id}.{number}"


def ticket_page(
    *,
    methods: str = "GET POST",
    sitting: bool = True,
    sent: bool = False,
    asking: Asking | None = Asking.NAMED,
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponseBase]]:
    """Declare a page behind a personal link; with ``sitting``, only within a sitting.

    ``sent`` is for the page after sending, which the link itself no longer opens. ``asking`` is
    the sort of round it belongs to; in an anonymous one nobody counts as signed in.
    """

    def declare(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
        @page(Audience.TICKET, methods=methods)
        @wraps(view)
        def guarded(request: Any, token: str, **kwargs: Any) -> HttpResponseBase:
            ticket = ticket_for(token)
            if ticket is None or (not sent and why_not_answer(ticket, request.now)):
                return finished(request)
            round = ticket.review.round
            if asking and round.asking != asking:
                return finished(request) if sent else redirect("answer", token=token)
            if round.is_anonymous:
                request.user = AnonymousUser()
            if sitting and not sits(request, ticket):
                return finished(request) if sent else redirect("answer", token=token)
            if sent and ticket.state != TicketState.SENT:
                return redirect("answer_check", token=token)
            response = close_to_others(view(request, ticket, token=token, **kwargs))
            keep_language(response, request, ticket)
            return response

        return guarded

    return declare
