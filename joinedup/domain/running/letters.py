"""The words of the mails of a round under way, from the templates in ``templates/mail``."""

from typing import Any

from joinedup.domain.notices.wording import letter
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.letters import asking
from joinedup.domain.reviews.links import answer_link
from joinedup.domain.reviews.models import Round, Ticket

NO_LINK = "(here stands a link that is theirs alone)"


def more_time(
    round: Round, person: Person, tickets: list[Ticket], *, because: str
) -> tuple[str, str]:
    """Return the mail that tells somebody who has not finished of the new last day, and why."""
    return letter("more_time", **asking(round, person, linked(tickets)), because=because)


def reopened(
    round: Round, person: Person, names: list[str], tickets: list[Ticket], because: str
) -> tuple[str, str]:
    """Return the mail that tells somebody that draft results are withdrawn, and why."""
    told = asking(round, person, linked(tickets))
    return letter("reopened", **told, names=names, because=because)


def linked(tickets: list[Ticket]) -> list[tuple[str, str]]:
    """Return each partnership with the personal link for it."""
    return [(ticket.review.partnership.name, answer_link(ticket)) for ticket in tickets]


def as_it_will_read(
    template: str, round: Round, person: Person, partnerships: list[str], sender: Person
) -> dict[str, str]:
    """Return a mail of the round as ``person`` will get it, but for the links."""
    told: dict[str, Any] = asking(round, person, [(name, NO_LINK) for name in partnerships])
    subject, body = letter(template, **(told | {"sender": round.opened_by or sender}))
    return {"subject": subject, "body": body}
