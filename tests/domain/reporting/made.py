"""A portfolio of several partnerships, made by the acts of officers and members."""

from datetime import datetime, timedelta
from typing import Any

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member, open_seat, register_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.actions import add_person
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import save_answers, send_answers
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships
from tests.rounds import all_answered, prepared

STANDS_AFTER = timedelta(days=20)


def partnership(cast: Any, at: datetime, name: str, **details: Any) -> Partnership:
    """A partnership of Thornford with a member and a place for each of three people."""
    made = register_partnership(
        name, host=cast.thornford, by=cast.priya, at=at, **{"state": State.ACTIVE} | details
    )
    for number in range(3):
        body = add_organisation(f"{name} {number}", sector=Sector.CHARITY, by=None, at=at)
        email = f"{name.lower()}{number}@mail.example"
        person = add_person(f"{name} {number}", email=email, by=None, at=at)
        open_seat(add_member(made, body, by=cast.priya, at=at), person=person, by=None, at=at)
    return made


def counted(cast: Any, at: datetime, values: dict[str, int | None]) -> None:
    """A round over these partnerships in which all three answered one value throughout.

    None has only one of the three answer.
    """
    round = prepared(cast, at)
    chosen = Partnership.objects.filter(name__in=values)
    choose_partnerships(round, chosen, by=cast.priya, at=at)
    open_round(round, by=cast.priya, at=at)
    for review in round.reviews.all():
        value = values[review.partnership.name]
        tickets = list(review.tickets.all())
        for ticket in tickets[:1] if value is None else tickets:
            answered_on(ticket, value or 0, at)
    seal_round(round, by=cast.priya, at=at)


def answered_on(ticket: Any, value: int, at: datetime) -> None:
    """Whoever holds the ticket has answered and sent."""
    save_answers(ticket, all_answered(ticket.review.round, value), at=at)
    send_answers(ticket, at=at)
