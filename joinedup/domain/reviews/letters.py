"""The words of the mails of a round, from the templates in ``templates/mail``."""

from typing import Any

from joinedup.domain.notices.wording import letter
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.links import answer_link, names_link
from joinedup.domain.reviews.models import NamesRequest, Round, Ticket


def invitation(round: Round, person: Person, tickets: list[Ticket]) -> tuple[str, str]:
    """Return the one mail that asks ``person`` about all their partnerships."""
    return letter("invitation", **_asking(round, person, tickets))


def reminder(round: Round, person: Person, tickets: list[Ticket]) -> tuple[str, str]:
    """Return the mail that reminds ``person`` of what they have not sent yet."""
    return letter("reminder", **_asking(round, person, tickets))


def minutes_each(round: Round) -> int:
    """Return about how many minutes answering for one partnership takes."""
    return round.instrument.minutes


def asking(round: Round, person: Person, asked: list[tuple[str, str]]) -> dict[str, Any]:
    """Return what a mail tells that asks ``person`` about partnerships, each with its link."""
    each = minutes_each(round)
    return {
        "round": round,
        "person": person,
        "asked": asked,
        "each": each,
        "minutes": each * len(asked),
        "sender": round.opened_by,
    }


def _asking(round: Round, person: Person, tickets: list[Ticket]) -> dict[str, Any]:
    asked = [(ticket.review.partnership.name, answer_link(ticket)) for ticket in tickets]
    return asking(round, person, asked)


def code_letter(ticket: Ticket, code: str) -> tuple[str, str]:
    """Return the mail with the code that opens answers saved earlier."""
    return letter("return_code", ticket=ticket, code=code)


def names_letter(request: NamesRequest, by: Person) -> tuple[str, str]:
    """Return the mail that asks somebody to say who sits on a partnership."""
    return letter("names_request", request=request, by=by, link=names_link(request))
