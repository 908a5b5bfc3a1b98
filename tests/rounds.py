"""Rounds for tests, brought about by performing the acts of a round on the fixed cast."""

from datetime import datetime, timedelta

from joinedup.domain.instruments.actions import add_version
from joinedup.domain.instruments.catalogue import texts
from joinedup.domain.instruments.queries import definition_of, latest
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member, open_seat, vacate_seat
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.seats import seated
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from joinedup.domain.results.actions import seal_round, shut_round
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import (
    choose_partnerships,
    prepare_round,
    withdraw_round,
)
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Round, Ticket
from tests.kept import performed_once

DAYS_OPEN = timedelta(days=28)


@performed_once
def prepared(cast, at: datetime, name: str = "yearly-self-assessment", **details) -> Round:
    """A round of Thornford over the Safer Places group that nobody has been asked in yet."""
    add_version(texts()[name], at=at)
    round = prepare_round(
        cast.thornford,
        "Yearly review 2026",
        instrument=latest(name),
        opens_on=at.date(),
        closes_on=at.date() + DAYS_OPEN,
        by=cast.priya,
        at=at,
        **details,
    )
    chosen = Partnership.objects.filter(pk=cast.safer.pk)
    choose_partnerships(round, chosen, by=cast.priya, at=at)
    return round


@performed_once
def opened(cast, at: datetime, **details) -> Round:
    """The same round, everybody asked."""
    round = prepared(cast, at, **details)
    open_round(round, by=cast.priya, at=at)
    return round


def in_state(cast, at: datetime, state: RoundState) -> Round:
    """A round that its acts have brought to ``state``."""
    if state == RoundState.SEALED:
        return sealed(cast, at, {"ruth": 3, "colin": 2, "ade": 1})
    if state in (RoundState.OPEN, RoundState.CLOSING):
        round = opened(cast, at)
        if state == RoundState.CLOSING:
            shut_round(round, by=cast.priya, at=at)
        return round
    round = prepared(cast, at)
    if state == RoundState.WITHDRAWN:
        withdraw_round(round, because="Not this year.", by=cast.priya, at=at)
    return round


def ticket_of(round: Round, person) -> Ticket:
    """The ticket of one person in the round."""
    tickets = Ticket.objects.select_related("review__round", "review__partnership", "person")
    return tickets.get(review__round=round, person=person)


def leave_place(cast, person, at: datetime) -> None:
    """``person`` leaves their place on the Safer Places group at the end of the day."""
    seat = seated(person, at.date()).get(membership__partnership=cast.safer)
    vacate_seat(seat, on=at.date(), by=cast.priya, at=at)


def all_answered(round: Round, value: int | None, **other) -> dict[str, Given]:
    """The same answer to every statement, but for those named."""
    statements = definition_of(round.instrument).statements
    return {s.id: Given(value=value) for s in statements} | other


def answered(round: Round, person, value: int | None, at: datetime, **other) -> Ticket:
    """``person`` has answered and sent."""
    ticket = ticket_of(round, person)
    save_answers(ticket, all_answered(round, value, **other), at=at)
    send_answers(ticket, at=at)
    return ticket


def joined(cast, at: datetime, *bodies: tuple[str, Sector]) -> dict[str, Person]:
    """Give the Safer Places group more members, each with one person of the same name."""
    people = {}
    for name, sector in bodies:
        body = add_organisation(name, sector=sector, by=None, at=at)
        member = add_member(cast.safer, body, by=cast.priya, at=at)
        people[name] = add_person(name, email=f"{name.lower()}@mail.example", by=None, at=at)
        open_seat(member, person=people[name], by=cast.priya, at=at)
    return people


@performed_once
def sealed(cast, at: datetime, values: dict[str, int], **details) -> Round:
    """The round closed and counted, each of these people having given one value throughout."""
    round = opened(cast, at, **details)
    for name, value in values.items():
        answered(round, getattr(cast, name), value, at + timedelta(days=1))
    seal_round(round, by=cast.priya, at=at + timedelta(days=2))
    return round
