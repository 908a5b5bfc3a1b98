"""What every page behind a personal link shows."""

from typing import Any

from joinedup.domain.instruments.definition import Instrument, asked_of
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.organisations.kinds import Side
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.reviews.queries.anonymous import asked_with
from joinedup.domain.reviews.queries.tickets import roles_of


def asked_by(ticket: Ticket) -> Instrument:
    """Return what the ticket's round asks of this partnership, and of whoever holds the ticket.

    By the places they hold when they answer; an anonymous round asks everybody the same.
    """
    whole = definition_of(ticket.review.round.instrument)
    return asked_of(
        whole,
        tier=ticket.review.partnership.tier,
        roles=roles_of(ticket) if whole.asks_by_role else None,
    )


def way_back(ticket: Ticket) -> str:
    """Return by what somebody comes back to what they have saved, in words."""
    if ticket.person.email:
        return "the same link"
    return "the same code or link, with your number,"


def around(ticket: Ticket, token: str) -> dict[str, Any]:
    """Return what every page of a sitting shows."""
    instrument = asked_by(ticket)
    return {
        "ticket": ticket,
        "round": ticket.review.round,
        "partnership": ticket.review.partnership,
        "instrument": instrument,
        "token": token,
        "way_back": way_back(ticket),
        "pages": len(instrument.pages) + bool(instrument.open_questions),
        "carried": (Side(ticket.group).label, asked_with(ticket)) if ticket.group else None,
    }
