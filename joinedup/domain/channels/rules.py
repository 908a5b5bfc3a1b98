from collections.abc import Collection
from datetime import date, datetime

from joinedup.domain.basics.days import in_words
from joinedup.domain.channels.queries import rounds_keyed_by, tickets_keyed_by
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.reviews.rules import why_not_answer, why_not_run_rounds

MOST_PRINTED = 100
"""Sheets in one file: with their letters some 500 pages, which take about 5 seconds to set."""
NAMED_ALONE = (
    "In an anonymous round everybody sends their own answers: a code on a sheet would tell whose "
    "it is."
)
UNKNOWN = (
    "No sheet of this round bears this code. Check each sign: there is no letter O, I or S, and "
    "no figure 0 or 1."
)
SPENT = (
    "These answers cannot be entered. Either answers have been sent for this person already, "
    "or their place on the partnership has ended."
)

NO_SHEET = (
    "This code opens no sheet now. A letter or figure may be wrong: there is no letter O, I or S, "
    "and no figure 0 or 1. Or answers have been sent for this sheet already, or it is too late."
)


def why_not_open_sheet(ticket: Ticket | None, at: datetime) -> str | None:
    """Return why a typed code opens no sheet now, or None.

    The same is said of a wrong code and of one that is spent, late, or of somebody who has left
    (trust.md T15): nobody learns by guessing who has answered.
    """
    if ticket is None or ticket.review.round.is_anonymous or why_not_answer(ticket, at):
        return NO_SHEET
    return None


def why_not_key_in(round: Round, person: Person, day: date) -> str | None:
    """Return why ``person`` may enter nobody's answers in this round now, or None."""
    if not rounds_keyed_by(person, day).filter(pk=round.pk).exists():
        return "Only a partnership officer or a coordinator can enter answers for others."
    if round.asking == Asking.ANONYMOUS:
        return NAMED_ALONE
    if round.state != RoundState.OPEN:
        return "Answers are entered only while a round is open."
    if round.closes_on < day:
        return f"The last day to answer was {in_words(round.closes_on)}."
    return None


def why_not_key(
    ticket: Ticket, answers: Collection[Given], person: Person, at: datetime, day: date
) -> str | None:
    """Return why ``person`` may not enter these answers for whoever was asked, or None.

    Whether answers were sent before is told only to somebody who is about to send them: a page
    that said so sooner would tell who has answered.
    """
    if reason := why_not_key_in(ticket.review.round, person, day):
        return reason
    if not tickets_keyed_by(person, day).filter(pk=ticket.pk).exists():
        return UNKNOWN
    if not any(given.value is not None or given.unscored or given.words for given in answers):
        return "Type at least one answer."
    return SPENT if why_not_answer(ticket, at) else None


def why_not_print(round: Round, sheets: int, person: Person, day: date) -> str | None:
    """Return why no answer sheets are printed now, or None."""
    if round.asking == Asking.ANONYMOUS:
        return NAMED_ALONE
    if round.state != RoundState.OPEN:
        return "Sheets are printed while a round is open: then it is settled who is asked."
    if round.closes_on < day:
        return f"The last day to answer was {in_words(round.closes_on)}."
    if reason := why_not_run_rounds(round.host, person, day):
        return reason
    if not sheets:
        return "There is nobody to print a sheet for."
    if sheets > MOST_PRINTED:
        return f"One file takes {MOST_PRINTED} sheets. Print them partnership by partnership."
    return None
