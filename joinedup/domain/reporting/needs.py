"""What needs a person: the few things waiting for them, soonest first, one press each."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.queries import organisations_where
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_visible_to
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.queries.rounds import without_anybody
from joinedup.domain.reviews.queries.tickets import open_tickets_of
from joinedup.domain.reviews.rules import OFFICERS


@dataclass(frozen=True)
class Need:
    """One thing: what, by when, the verb of its button and the page it leads to."""

    text: str
    due_on: date | None
    verb: str
    page: str
    args: tuple[str, ...]


def needs_of(person: Person, at: datetime) -> list[Need]:
    """Return what waits for ``person``; nothing that is only for information."""
    day = day_of(at)
    found = [*_to_answer(person), *_rounds(person, day), *_to_reply(person, at)]
    return sorted(found, key=lambda need: (need.due_on is None, need.due_on or day, need.text))


def _to_answer(person: Person) -> Iterator[Need]:
    for ticket in open_tickets_of(person):
        review = ticket.review
        yield Need(
            f"Answer {review.round.title} for {review.partnership.name}, about 10 minutes",
            review.round.closes_on,
            "Go on" if ticket.state == "BEGUN" else "Answer",
            "answer",
            (token_for(ticket),),
        )


def _rounds(person: Person, day: date) -> Iterator[Need]:
    hosts = organisations_where(person, day, *OFFICERS)
    running = Round.objects.filter(host__in=hosts).order_by("closes_on")
    for round in running.filter(state=RoundState.DRAFT):
        nobody = without_anybody(round, day).count()
        text = f"Open {round.title}"
        if nobody:
            text += (
                f"; {nobody} of its partnerships {'has' if nobody == 1 else 'have'} nobody to ask"
            )
        yield Need(text, round.opens_on, "Prepare", "round", (round.public_id,))
    for round in running.filter(state=RoundState.OPEN, closes_on__lte=day):
        yield Need(f"Close {round.title}", round.closes_on, "Close", "round", (round.public_id,))


def _to_reply(person: Person, at: datetime) -> Iterator[Need]:
    drafts = results_visible_to(person, at).filter(
        round__stands_at__gt=at,
        partnership__memberships__seats__holders__person=person,
    )
    for review in drafts.distinct().order_by("round__stands_at", "partnership__folded_name"):
        stands_at = review.round.stands_at
        yield Need(
            f"Read the draft result of {review.partnership.name}, and reply if you wish",
            day_of(stands_at) if stands_at else None,
            "Read",
            "result",
            (review.public_id,),
        )
