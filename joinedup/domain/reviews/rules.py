from collections.abc import Collection
from datetime import date, datetime

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.notices.queries import sent_lately
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import FEWEST, RoundState, TicketState
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.reviews.queries.anonymous import asked_lately, too_small

NOTHING_TO_SEND = "Answer at least one statement before you send."
CODE_TRIES = 3
# The kind of mail a code is, and how many of them an address gets in a quarter of an hour.
CODE, CODES_LATELY = "round.code", 6
# How many partnerships a sentence names.
TOLD = 5


def why_not_run_rounds(
    host: Organisation, person: Person, day: date, what: str = "can run its rounds"
) -> str | None:
    """Return why ``person`` may not prepare, open or close rounds for ``host``, or None.

    ``what`` is what else the same people do for it: “can mail the five lines”.
    """
    if host.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {host} {what}."


def why_not_prepare(round: Round, person: Person, day: date) -> str | None:
    """Return why the round may not be changed now, or None."""
    if round.state == RoundState.WITHDRAWN:
        return "This round was withdrawn. Prepare another."
    if round.state != RoundState.DRAFT:
        return "This round has been opened. What it asks, and of whom, is settled."
    return why_not_run_rounds(round.host, person, day)


def why_not_choose(ticked: Collection[str], found: QuerySet[Partnership]) -> str | None:
    """Return why these partnerships cannot be chosen together, or None.

    A list with one that is not there, or not this officer's, is refused whole: what is left out
    without a word would look as if it had been chosen.
    """
    if found.count() == len(set(ticked)):
        return None
    return "One of these partnerships is not there any more, or not yours to ask. Look again."


def why_not_open(round: Round, person: Person, day: date) -> str | None:
    """Return why the round may not be opened now, or None."""
    if round.state != RoundState.DRAFT:
        return "This round has already been opened or withdrawn."
    if round.closes_on < day:
        return f"The closing day, {in_words(round.closes_on)}, has passed. Choose a later one."
    if not round.reviews.exists():
        return "Choose at least one partnership to ask."
    if round.is_anonymous and (reason := why_not_ask_unnamed(round, day)):
        return reason
    return why_not_run_rounds(round.host, person, day)


def why_not_ask_unnamed(round: Round, day: date) -> str | None:
    """Return why asking these partnerships anonymously would tell on somebody, or None."""
    if definition_of(round.instrument).asks_by_role:
        return (
            "These questions ask some things only of some places, which would tell who answered. "
            "Choose other questions, or ask by name."
        )
    if small := too_small(round, day):
        names = _told_first([f"{review.partnership} ({people})" for review, people in small])
        return (
            f"In an anonymous round each partnership needs {FEWEST} people or more who can be "
            f"written to. Too few: {names}. Leave them out, add people, or ask by name."
        )
    if asked := asked_lately(round, day):
        names = _told_first([f"{review.partnership} (in {title})" for review, title in asked])
        return (
            "These were asked the same anonymously less than half a year ago, and one to four "
            "people have come or gone since. The difference would tell what they said: "
            f"{names}. Leave them out, or wait."
        )
    return None


def _told_first(names: list[str]) -> str:
    """Return the first few of these, and how many more there are."""
    shown = ", ".join(names[:TOLD])
    return f"{shown} and {len(names) - TOLD} more" if len(names) > TOLD else shown


def why_not_leave_out(round: Round, person: Person, day: date) -> str | None:
    """Return why the partnerships that are too small cannot be left out now, or None."""
    if not round.is_anonymous:
        return "Only in an anonymous round a partnership can be too small."
    return why_not_prepare(round, person, day)


def why_not_remind(round: Round, person: Person | None, day: date) -> str | None:
    """Return why no reminder may go out now, or None; ``person`` is None for the service itself."""
    if round.state != RoundState.OPEN:
        return "Reminders go out only while a round is open."
    if round.closes_on < day:
        return f"The last day to answer was {in_words(round.closes_on)}."
    return why_not_run_rounds(round.host, person, day) if person else None


def why_not_ask_more(round: Round, person: Person | None, day: date) -> str | None:
    """Return why nobody else may be asked in this round now, or None."""
    if round.state != RoundState.OPEN:
        return "People are asked only while a round is open."
    if round.is_anonymous:
        return (
            "Who is asked in an anonymous round is settled when it opens: whoever came later could "
            "be told from the others."
        )
    if round.closes_on < day:
        return f"The last day to answer was {in_words(round.closes_on)}."
    return why_not_run_rounds(round.host, person, day) if person else None


def why_not_answer(ticket: Ticket, at: datetime) -> str | None:
    """Return why nothing can be answered with this personal link now, or None."""
    return why_not_answer_on(ticket, day_of(at))


def why_not_answer_on(ticket: Ticket, day: date) -> str | None:
    """Return why nothing can be answered with this personal link on a day, or None."""
    round = ticket.review.round
    if ticket.state == TicketState.SENT:
        return "Answers have already been sent with this link. Each link sends once."
    if round.state != RoundState.OPEN or round.closes_on < day:
        return "This round has closed."
    if ticket.review.partnership_id not in sits_on(ticket.person, day):
        return f"Your place on {ticket.review.partnership} has ended."
    return None


def why_not_save(ticket: Ticket, at: datetime) -> str | None:
    """Return why nothing can be saved with this personal link, to be gone on with, or None."""
    if ticket.review.round.is_anonymous:
        return "In an anonymous round nothing is kept until it is sent."
    return why_not_answer(ticket, at)


def why_not_mail_code(ticket: Ticket, at: datetime) -> str | None:
    """Return why no further code is mailed to whoever was asked, or None (trust.md T14)."""
    if sent_lately(ticket.person.email or "", CODE, at) < CODES_LATELY:
        return None
    return "We have mailed six codes in a quarter of an hour. Use the newest, or wait a little."


def why_not_code(ticket: Ticket, digest: str, at: datetime) -> str | None:
    """Return why this typed code does not open the saved answers, or None."""
    if not ticket.person.email:
        return _why_not_number(ticket, digest)
    if not ticket.code_digest or ticket.code_ends_at is None or ticket.code_ends_at < at:
        return "This code has run out. Ask for a new one."
    if ticket.code_tries >= CODE_TRIES:
        return "That is three wrong codes. Wait a minute, then ask for a new one."
    if ticket.code_digest != digest:
        return "This is not the code in the mail. Check it and try again."
    return None


def _why_not_number(ticket: Ticket, digest: str) -> str | None:
    """Return why this typed number does not open the answers of somebody without an address."""
    if ticket.code_tries >= CODE_TRIES:
        return "That is three wrong numbers. Begin again."
    if ticket.code_digest != digest:
        return "This is not the number that was shown. Check it and try again."
    return None


def why_not_show_number(ticket: Ticket, at: datetime) -> str | None:
    """Return why nobody is shown a number that opens these answers, or None."""
    if ticket.person.email:
        return "Whoever has an email address gets a code by mail."
    if ticket.state != TicketState.ASKED:
        return "Answers have been saved. The number that was shown before opens them."
    return why_not_save(ticket, at)


def why_not_forget(ticket: Ticket, at: datetime) -> str | None:
    """Return why what was saved cannot be thrown away to begin again, or None."""
    if ticket.person.email:
        return "Nothing need be thrown away: we mail a code that opens the answers."
    if reason := why_not_save(ticket, at):
        return reason
    return None if ticket.state == TicketState.BEGUN else "Nothing has been saved yet."


def why_not_send(ticket: Ticket, at: datetime) -> str | None:
    """Return why the answers may not be sent now, or None."""
    if reason := why_not_save(ticket, at):
        return reason
    return NOTHING_TO_SEND if ticket.state == TicketState.ASKED else None


def why_not_send_saved(*, has_answers: bool) -> str | None:
    """Return why what was saved may not be sent, or None: pages left empty answer nothing."""
    return None if has_answers else NOTHING_TO_SEND
