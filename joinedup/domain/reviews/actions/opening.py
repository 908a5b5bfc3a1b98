from collections import Counter, defaultdict
from collections.abc import Callable, Collection
from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.instruments.actions import freeze_instrument
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import Letter, post_many
from joinedup.domain.partnerships.models import Holder
from joinedup.domain.partnerships.queries import held_seats, vacant_seats
from joinedup.domain.people.models import Person
from joinedup.domain.reviews import letters
from joinedup.domain.reviews.kinds import RoundState, TicketState
from joinedup.domain.reviews.links import digest_of, token_for
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import (
    chosen_in,
    joined_since,
    people_to_ask,
    who_can_answer,
)
from joinedup.domain.reviews.rules import why_not_ask_more, why_not_open, why_not_remind
from joinedup.domain.reviews.sides import fix_groups

INVITATION = "round.invitation"


@transaction.atomic
def open_round(round: Round, *, by: Person, at: datetime, writes: bool = True) -> int:
    """Ask everybody: one ticket for a person and partnership, one mail for a person.

    Who is asked is fixed now, and with it the denominator of every response rate. Returns how
    many people were written to. Without ``writes`` the mails are left to whoever sends them a
    few at a time.
    """
    day = day_of(at)
    insist(why_not_open(round, by, day))
    change(
        round,
        expecting=(RoundState.DRAFT, round.version),
        state=RoundState.OPEN,
        opens_on=day,
        opened_at=at,
        opened_by=by,
    )
    freeze_instrument(round.instrument, at=at)
    holders = people_to_ask(chosen_in(round), day)
    tickets = _issue_tickets(round, who_can_answer(round, holders))
    _count_unasked(round, holders, at)
    told = write_to_each(round, tickets if writes else [], letters.invitation, INVITATION, at)
    record("round.opened", round, by=by, at=at, people=told, tickets=len(tickets))
    return told


def _issue_tickets(round: Round, holders: list[Holder]) -> list[Ticket]:
    reviews = {r.partnership_id: r for r in round.reviews.select_related("partnership")}
    tickets = []
    for holder in holders:
        membership = holder.seat.membership
        ticket = Ticket(
            review=reviews[membership.partnership_id],
            person=holder.person,
            organisation=membership.organisation,
            member_name=membership.member_name,
            sector=membership.organisation.sector,
        )
        ticket.token_digest = digest_of(token_for(ticket))
        tickets.append(ticket)
    if round.is_anonymous:
        fix_groups(tickets)
    return Ticket.objects.bulk_create(tickets, batch_size=500)


def _count_unasked(round: Round, holders: list[Holder], at: datetime) -> None:
    seats = vacant_seats(chosen_in(round), day_of(at)).select_related("membership")
    vacant = Counter(seat.membership.partnership_id for seat in seats)
    asked = {id(holder) for holder in who_can_answer(round, holders)}
    left = [holder for holder in holders if id(holder) not in asked]
    unasked = Counter(holder.seat.membership.partnership_id for holder in left)
    reviews = list(round.reviews.filter(partnership__in=[*vacant, *unasked]))
    for review in reviews:
        review.vacant_seats = vacant[review.partnership_id]
        review.without_address = unasked[review.partnership_id]
    Review.objects.bulk_update(reviews, ["vacant_seats", "without_address"], batch_size=500)


def write_to_each(
    round: Round,
    tickets: list[Ticket],
    letter: Callable[[Round, Person, list[Ticket]], tuple[str, str]],
    kind: str,
    at: datetime,
    once: str = "",
) -> int:
    """Write one letter of a kind to each: once a day, or ``once``, however often it is pressed."""
    by_person: dict[Person, list[Ticket]] = defaultdict(list)
    for ticket in tickets:
        if ticket.person.email:
            by_person[ticket.person].append(ticket)
    once = f"{kind}:{round.public_id}:{once or day_of(at)}"
    written = [
        Letter(
            person,
            *letter(round, person, theirs),
            kind,
            round,
            key=f"{once}:{person.public_id}",
            carries_secret=True,
        )
        for person, theirs in by_person.items()
    ]
    return post_many(written, at=at)


@transaction.atomic
def ask_more_people(round: Round, *, by: Person | None, at: datetime) -> int:
    """Ask those who have taken a place since the round opened; returns how many were written to.

    They count in every response rate from now on. ``by`` is None where somebody named them by
    the link they were sent.
    """
    day = day_of(at)
    insist(why_not_ask_more(round, by, day))
    change(round, expecting=(RoundState.OPEN, round.version))
    tickets = _issue_tickets(round, joined_since(round, day))
    told = write_to_each(round, tickets, letters.invitation, "round.asked-more", at)
    record("round.asked-more", round, by=by, at=at, people=told, tickets=len(tickets))
    return told


@transaction.atomic
def remind_round(
    round: Round, *, by: Person | None, at: datetime, leaving_out: Collection[int] = ()
) -> int:
    """Remind those who have not sent, once a day at most; returns how many, never who.

    Whoever has left their place since the opening is left alone, and so are the people with the
    keys ``leaving_out``. ``by`` is None on a day that was planned.
    """
    insist(why_not_remind(round, by, day_of(at)))
    tickets = still_to_send(round, at, leaving_out)
    told = write_to_each(round, tickets, letters.reminder, "round.reminder", at)
    record("round.reminded", round, by=by, at=at, people=told)
    return told


def still_to_send(round: Round, at: datetime, leaving_out: Collection[int] = ()) -> list[Ticket]:
    """Return the tickets not sent yet of people who still have their place; for mails alone."""
    waiting = Ticket.objects.filter(review__round=round).exclude(state=TicketState.SENT)
    seated = set(
        held_seats(chosen_in(round), day_of(at))
        .order_by()
        .values_list("person", "seat__membership__partnership")
    )
    return [
        ticket
        for ticket in waiting.select_related("person", "review__partnership")
        if (ticket.person_id, ticket.review.partnership_id) in seated
        and ticket.person_id not in leaving_out
    ]
