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


def _asking(round: Round, person: Person, tickets: list[Ticket]) -> dict[str, Any]:
    asked = [(ticket.review.partnership.name, answer_link(ticket)) for ticket in tickets]
    minutes = round.instrument.minutes * len(asked)
    return {"round": round, "person": person, "asked": asked, "minutes": minutes}


def code_letter(ticket: Ticket, code: str) -> tuple[str, str]:
    """Return the mail with the code that opens answers saved earlier."""
    return letter("return_code", ticket=ticket, code=code)


def names_letter(request: NamesRequest, by: Person) -> tuple[str, str]:
    """Return the mail that asks somebody to say who sits on a partnership."""
    return letter("names_request", request=request, by=by, link=names_link(request))
