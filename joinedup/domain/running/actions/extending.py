from collections import defaultdict
from datetime import date, datetime, timedelta
from functools import partial

from django.db import transaction
from django.db.models import F

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.refusals import insist
from joinedup.domain.headings.actions import clear_headings
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import Letter, post_many
from joinedup.domain.people.models import Person
from joinedup.domain.results.recounting import set_aside
from joinedup.domain.reviews.actions.opening import still_to_send, write_to_each
from joinedup.domain.reviews.dates import DAYS_FOR_REPLIES
from joinedup.domain.reviews.kinds import RoundState, TicketState
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.running import letters
from joinedup.domain.running.queries import not_yet_invited
from joinedup.domain.running.rules import why_not_close_on, why_not_extend, why_not_reopen


@transaction.atomic
def extend_round(round: Round, *, closes_on: date, because: str, by: Person, at: datetime) -> int:
    """Give a round more time; those who have not answered are told, and nobody learns who.

    Returns how many were written to. Planned reminders that have not gone out move along.
    """
    insist(why_not_extend(round, by, day_of(at)))
    insist(why_not_close_on(round, closes_on, day_of(at)), "closes_on")
    before = round.closes_on
    _move_close(round, RoundState.OPEN, closes_on)
    tickets = still_to_send(round, at, not_yet_invited(round))
    mail = partial(letters.more_time, because=because)
    told = write_to_each(round, tickets, mail, "round.extended", at, once=str(closes_on))
    record(
        "round.extended",
        round,
        by=by,
        at=at,
        because=because,
        before=in_words(before),
        until=in_words(closes_on),
        people=told,
    )
    return told


def _move_close(round: Round, expected: RoundState, closes_on: date, **values: object) -> None:
    """Write the new last day, and the last day for replies where it comes too soon after."""
    replies = max(round.replies_end_on or closes_on, closes_on + timedelta(days=DAYS_FOR_REPLIES))
    change(
        round,
        expecting=(expected, round.version),
        closes_on=closes_on,
        replies_end_on=replies,
        **values,
    )


@transaction.atomic
def reopen_round(round: Round, *, closes_on: date, because: str, by: Person, at: datetime) -> int:
    """Take the draft results back and let people answer again; all is counted anew at the close.

    What was sent stays sent. Everybody asked is told why; returns how many.
    """
    insist(why_not_reopen(round, by, at))
    insist(why_not_close_on(round, closes_on, day_of(at)), "closes_on")
    _move_close(
        round,
        RoundState.SEALED,
        closes_on,
        state=RoundState.OPEN,
        sealed_at=None,
        stands_at=None,
        closed_by=None,
        closed_because="",
    )
    _withdraw_drafts(round)
    # What they had saved was thrown away at the close.
    begun = Ticket.objects.filter(review__round=round, state=TicketState.BEGUN)
    begun.update(state=TicketState.ASKED, version=F("version") + 1)
    told = _tell_everybody(round, because, at)
    record(
        "round.reopened",
        round,
        by=by,
        at=at,
        because=because,
        until=in_words(closes_on),
        people=told,
    )
    return told


def _withdraw_drafts(round: Round) -> None:
    """Take the drafts out of sight, and what was sorted of them: its lists are made anew."""
    reviews = list(round.reviews.order_by("pk"))
    for review in reviews:
        set_aside(review)
        review.version += 1
    Review.objects.bulk_update(reviews, ["result", "overall", "band", "version"], batch_size=100)
    clear_headings(round)


def _tell_everybody(round: Round, because: str, at: datetime) -> int:
    """Write once to everybody asked; whoever can still answer gets their links with it."""
    asked = Ticket.objects.filter(review__round=round, person__email__isnull=False)
    names: dict[Person, list[str]] = defaultdict(list)
    for ticket in asked.select_related("person", "review__partnership").order_by("person", "pk"):
        names[ticket.person].append(ticket.review.partnership.name)
    open_to: dict[int, list[Ticket]] = defaultdict(list)
    for ticket in still_to_send(round, at):
        open_to[ticket.person_id].append(ticket)
    written = [
        Letter(
            person,
            *letters.reopened(round, person, theirs, open_to[person.pk], because),
            "round.reopened",
            round,
            carries_secret=True,
        )
        for person, theirs in names.items()
    ]
    return post_many(written, at=at)
