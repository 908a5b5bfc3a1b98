import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet

from joinedup.domain.basics.days import current, day_of, in_words
from joinedup.domain.partnerships.kinds import LEADING, Capacity
from joinedup.domain.partnerships.models import Holder
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import reviews_with_progress, told_together_in
from joinedup.domain.running.kinds import PERIODS, TOO_FEW, Pace, SendingState
from joinedup.domain.running.models import Invitation, PlannedReminder, Sending


def people_with_address(round: Round) -> list[int]:
    """Return the keys of those asked in the round who can be written to, each once."""
    reachable = Ticket.objects.filter(review__round=round, person__email__isnull=False)
    return sorted(set(reachable.order_by().values_list("person", flat=True)))


def not_yet_invited(round: Round) -> set[int]:
    """Return the keys of the people whose invitation has still to go out."""
    waiting = Invitation.objects.filter(sending__round=round, written_at__isnull=True)
    return set(waiting.values_list("person", flat=True))


@dataclass(frozen=True)
class Invited:
    """How far the invitations have come that go out a few at a time."""

    sending: Sending
    written: int
    all: int

    @property
    def is_done(self) -> bool:
        """Whether everybody has been invited."""
        return self.written == self.all

    @property
    def last_at(self) -> datetime:
        """When the last are invited, if nobody stops it."""
        return last_moment(
            self.sending.next_at, self.all - self.written, self.sending.many, self.sending.each
        )


def last_moment(first_at: datetime, people: int, many: int, each: str) -> datetime:
    """Return when the last of so many people are invited, so many at a time from ``first_at``."""
    lots = math.ceil(people / many)
    return first_at + PERIODS[Pace(each)] * max(lots - 1, 0)


def invited_in(round: Round) -> Invited | None:
    """Return how far the invitations have come, or None where all went out at once."""
    sending = Sending.objects.filter(round=round).first()
    if sending is None:
        return None
    counts = sending.invitations.aggregate(written=Count("written_at"), all=Count("pk"))
    return Invited(sending, **counts)


def due_sendings(at: datetime) -> QuerySet[Sending]:
    """Return the sendings whose next lot is due, in rounds that can still be answered."""
    return Sending.objects.filter(
        state=SendingState.GOING,
        next_at__lte=at,
        round__state=RoundState.OPEN,
        round__closes_on__gte=day_of(at),
        invitations__written_at__isnull=True,
    ).distinct()


def reminder_days(round: Round) -> list[tuple[date, bool]]:
    """Return the days on which reminders are planned, and whether each has been sent."""
    return [
        (planned.done_on or day_before_close(planned, round), planned.done_on is not None)
        for planned in round.planned_reminders.all()
    ]


def day_before_close(planned: PlannedReminder, round: Round) -> date:
    """Return the day of a planned reminder; it moves with the last day to answer."""
    return round.closes_on - timedelta(days=planned.days_before)


def reminders_due(day: date) -> list[PlannedReminder]:
    """Return the planned reminders whose day has come, of rounds that can still be answered.

    None of them lies on the day of the opening or before: whoever has just been asked is left
    alone.
    """
    planned = PlannedReminder.objects.filter(
        done_on__isnull=True, round__state=RoundState.OPEN, round__closes_on__gte=day
    ).select_related("round")
    return [each for each in planned if is_due(each, day)]


def is_due(planned: PlannedReminder, day: date) -> bool:
    """Tell whether the day of a planned reminder has come, and lies after the opening."""
    opened_at = planned.round.opened_at
    on = day_before_close(planned, planned.round)
    return opened_at is not None and day_of(opened_at) < on <= day


@dataclass(frozen=True)
class Quiet:
    """A partnership from which few have answered, and the people who lead it, to be rung up."""

    review: Review
    asked: int
    sent: int
    leads: tuple[Holder, ...]


def quiet_partnerships(round: Round, day: date) -> list[Quiet]:
    """Return the partnerships where less than half of those asked have answered.

    Those too small to be told apart are left out, and nobody is named for not having answered:
    who is named leads the partnership, whether or not they have answered themselves.
    """
    together, _ = told_together_in(round)
    counted: Iterable[Any] = reviews_with_progress(round)
    quiet: list[Any] = [
        review
        for review in counted
        if review.asked and review.sent < review.asked * TOO_FEW and review.pk not in together
    ]
    leads = leads_of((review.partnership_id for review in quiet), day)
    return [
        Quiet(review, review.asked, review.sent, tuple(leads[review.partnership_id]))
        for review in quiet
    ]


def leads_of(partnerships: Iterable[int], day: date) -> dict[int, list[Holder]]:
    """Return who coordinates and who chairs each of these partnerships, coordinators first."""
    holders = (
        Holder.objects.filter(
            current(day),
            current(day, "seat__"),
            current(day, "seat__membership__"),
            seat__capacity__in=LEADING,
            seat__membership__partnership__in=list(partnerships),
        )
        .select_related("person", "seat__membership__organisation")
        .order_by("person__name", "id")
    )
    found: dict[int, list[Holder]] = defaultdict(list)
    for holder in sorted(holders, key=lambda each: each.seat.capacity != Capacity.COORDINATOR):
        found[holder.seat.membership.partnership_id].append(holder)
    return found


def late_papers(round: Round, closes_on: date, days_for_replies: int) -> str | None:
    """Return a sentence when members would still be replying as papers are due, or None."""
    replies_end = closes_on + timedelta(days=days_for_replies)
    if round.papers_due_on is None or replies_end < round.papers_due_on:
        return None
    return (
        f"Members would then reply until {in_words(replies_end)}, and papers are due on "
        f"{in_words(round.papers_due_on)}. The committee would read a draft."
    )
