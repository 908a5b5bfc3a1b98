"""What every page behind a personal link shows."""

from typing import Any

from django.http import HttpRequest

from joinedup.domain.instruments.definition import Instrument, asked_of
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.languages.texts import in_language, languages_of, spoken_in
from joinedup.domain.organisations.kinds import Side
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.anonymous import asked_with
from joinedup.domain.reviews.queries.tickets import roles_of
from joinedup.public.answers.language import language_of


def asked_by(ticket: Ticket, language: str = "") -> Instrument:
    """Return what the ticket's round asks of this partnership, and of whoever holds the ticket.

    By the places they hold when they answer; an anonymous round asks everybody the same. In the
    language chosen.
    """
    whole = definition_of(ticket.review.round.instrument)
    return asked_of(
        in_language(whole, language),
        tier=ticket.review.partnership.tier,
        roles=roles_of(ticket) if whole.asks_by_role else None,
    )


def way_back(ticket: Ticket) -> str:
    """Return by what somebody comes back to what they have saved, in words."""
    if ticket.person.email:
        return "the same link"
    return "the same code or link, with your number,"


def around(request: HttpRequest, ticket: Ticket, token: str) -> dict[str, Any]:
    """Return what every page of a sitting shows."""
    language = language_of(request, ticket)
    instrument, whole = asked_by(ticket, language), definition_of(ticket.review.round.instrument)
    return {
        "ticket": ticket,
        "round": ticket.review.round,
        "partnership": ticket.review.partnership,
        "instrument": instrument,
        "spoken": spoken_in(whole, language),
        "languages": languages_of(whole),
        "token": token,
        "way_back": way_back(ticket),
        "pages": len(instrument.pages) + bool(instrument.open_questions),
        "carried": (Side(ticket.group).label, asked_with(ticket)) if ticket.group else None,
    }
