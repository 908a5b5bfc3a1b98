from collections.abc import Iterable
from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words, last_day_before
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.rules import why_not_run_rounds
from joinedup.domain.running.kinds import (
    LONGEST_BEFORE,
    MOST_AT_ONCE,
    MOST_REMINDERS,
    SENDING_MOVES,
    SendingState,
)
from joinedup.domain.running.models import Sending
from joinedup.domain.running.queries import last_moment

ONLY_OPEN = "Only a round that is open can be given more time."


def why_not_pace(round: Round, people: int, many: int, each: str, at: datetime) -> str | None:
    """Return why so many people cannot be invited at this pace from now on, or None."""
    if not 1 <= many <= MOST_AT_ONCE:
        return f"Invite between 1 and {MOST_AT_ONCE} people at a time."
    last = day_of(last_moment(at, people, many, each))
    if last < round.closes_on:
        return None
    return (
        f"At this pace the last would be invited on {in_words(last)}, and the last day to answer "
        f"is {in_words(round.closes_on)}. Invite more at a time, or close later."
    )


def why_not_move_sending(
    sending: Sending, to: SendingState, person: Person, day: date
) -> str | None:
    """Return why the invitations cannot be stopped or gone on with now, or None."""
    if sending.round.state != RoundState.OPEN:
        return "Invitations go out only while a round is open."
    if to not in SENDING_MOVES[SendingState(sending.state)]:
        if to == SendingState.STOPPED:
            return "The invitations have been stopped already."
        return "The invitations are on their way already."
    return why_not_run_rounds(sending.round.host, person, day)


def why_not_plan_reminders(round: Round, person: Person, day: date) -> str | None:
    """Return why the days of the reminders may not be changed now, or None."""
    if round.state not in (RoundState.DRAFT, RoundState.OPEN):
        return "Reminders are planned before a round closes."
    return why_not_run_rounds(round.host, person, day)


def why_not_days(days: Iterable[int]) -> str | None:
    """Return why reminders cannot go out so many days before the close, or None."""
    days = list(days)
    if len(days) > MOST_REMINDERS:
        return f"Remind people {MOST_REMINDERS} times at most. They will stop reading."
    if any(not 0 <= each <= LONGEST_BEFORE for each in days):
        return f"Say between 0 and {LONGEST_BEFORE} days before the last day to answer."
    return None


def why_not_extend(round: Round, person: Person, day: date) -> str | None:
    """Return why the round may not be given more time now, or None."""
    if round.state != RoundState.OPEN:
        return ONLY_OPEN
    return why_not_run_rounds(round.host, person, day)


def why_not_close_on(round: Round, closes_on: date, day: date) -> str | None:
    """Return why a round cannot be open until this day, or None."""
    if closes_on < day:
        return f"{in_words(closes_on)} has passed. Choose a later day."
    if round.state == RoundState.OPEN and closes_on <= round.closes_on:
        return f"The last day is {in_words(round.closes_on)} already. Choose a later one."
    return None


def why_not_reopen(round: Round, person: Person, at: datetime) -> str | None:
    """Return why a round that was counted may not be opened again, or None.

    What stands has been relied on; and of an anonymous round nothing can be counted anew.
    """
    if round.asking == Asking.ANONYMOUS:
        return "An anonymous round is never opened again."
    if round.state != RoundState.SEALED or round.stands_at is None:
        return "Only a round that was closed and counted can be opened again."
    if round.stands_at <= at:
        last = last_day_before(round.stands_at)
        return f"The last day to reply was {in_words(last)}. The results stand."
    return why_not_run_rounds(round.host, person, day_of(at))


def why_not_hand_out(round: Round, person: Person, day: date) -> str | None:
    """Return why no file of personal links may be made, or None."""
    if round.asking == Asking.ANONYMOUS:
        return (
            "In an anonymous round only the person asked may hold a personal link: whoever has it "
            "could see whether it was used, and use it."
        )
    if round.state != RoundState.OPEN:
        return "Personal links work only while a round is open."
    if round.closes_on < day:
        return f"The last day to answer was {in_words(round.closes_on)}."
    return why_not_run_rounds(round.host, person, day)
