from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from joinedup.domain.backups.registry import after_restore
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_message
from joinedup.domain.reviews.kinds import TicketState
from joinedup.domain.reviews.letters import code_letter
from joinedup.domain.reviews.links import digest_of, new_code
from joinedup.domain.reviews.models import Answer, AnswerSheet, Ticket
from joinedup.domain.reviews.rules import (
    CODE,
    CODE_TRIES,
    why_not_code,
    why_not_forget,
    why_not_mail_code,
    why_not_save,
    why_not_send,
    why_not_send_saved,
    why_not_show_number,
)

CODE_LIFE = timedelta(minutes=10)
"""A code that lets somebody in lives ten minutes at most (OWASP ASVS 5.0, 6.5.5)."""
NUMBER_LIFE = timedelta(days=366)
"""A number shown to somebody without an address opens answers as long as any round is open."""
CODE_PAUSE = timedelta(minutes=1)
"""Between two codes mailed for one link, so that three tries each lead nowhere."""


@dataclass(frozen=True)
class Given:
    """What somebody put down for one question."""

    value: int | None = None
    unscored: str = ""
    words: str = ""


@transaction.atomic
def save_answers(ticket: Ticket, answers: dict[str, Given], *, at: datetime) -> None:
    """Keep one page of answers, to be gone on with or sent later (named rounds only)."""
    insist(why_not_save(ticket, at))
    # Each saving moves the ticket on: one that was overtaken by sending or by the close is refused.
    change(ticket, expecting=(ticket.state, ticket.version), state=TicketState.BEGUN)
    # Nobody else can begin the same sheet meanwhile: the ticket is held by the change above.
    sheet = AnswerSheet.objects.filter(ticket=ticket).first()
    if sheet is None:
        sheet = AnswerSheet.objects.create(ticket=ticket, review=ticket.review, group=ticket.sector)
    else:
        sheet.answers.filter(question__in=answers).delete()
    Answer.objects.bulk_create(
        Answer(
            sheet=sheet,
            question=question,
            value=given.value,
            unscored=given.unscored,
            words=given.words,
        )
        for question, given in answers.items()
        if given != Given()
    )
    record("answers.saved", ticket, by=None, at=at)


@transaction.atomic
def send_answers(ticket: Ticket, *, at: datetime) -> None:
    """Send what was saved. Of two sent at once exactly one is taken."""
    insist(why_not_send(ticket, at))
    change(ticket, expecting=(TicketState.BEGUN, ticket.version), state=TicketState.SENT)
    sheet = AnswerSheet.objects.get(ticket=ticket)
    # Only now that nobody else can send or close: what is gone meanwhile was not left empty.
    insist(why_not_send_saved(has_answers=sheet.answers.exists()))
    change(sheet, expecting=(None, sheet.version), is_sent=True)
    record("answers.sent", ticket, by=None, at=at)


@transaction.atomic
def mail_code(ticket: Ticket, *, at: datetime) -> None:
    """Mail a ten-minute code to the person asked, before saved answers are shown again.

    A button pressed twice mails one: whoever holds the link can fill no letter box with codes.
    """
    insist(why_not_save(ticket, at))
    if _has_fresh_code(ticket, at):
        return
    insist(why_not_mail_code(ticket, at))
    code = new_code()
    change(
        ticket,
        expecting=(ticket.state, ticket.version),
        code_digest=digest_of(code),
        code_ends_at=at + CODE_LIFE,
        code_tries=0,
    )
    subject, body = code_letter(ticket, code)
    post_message(
        to=ticket.person,
        subject=subject,
        body=body,
        kind=CODE,
        about=ticket,
        at=at,
        carries_secret=True,
    )
    record("code.mailed", ticket, by=None, at=at)


def _has_fresh_code(ticket: Ticket, at: datetime) -> bool:
    """Tell whether an unused code was mailed for this link less than a minute ago."""
    if not ticket.code_digest or ticket.code_ends_at is None:
        return False
    # What ends later than any mailed code is a number that was shown.
    mailed_at = ticket.code_ends_at - CODE_LIFE
    return mailed_at <= at < mailed_at + CODE_PAUSE


@transaction.atomic
def show_number(ticket: Ticket, *, at: datetime) -> str:
    """Return a number that opens the answers of somebody without an address, to be written down.

    Whoever printed a sheet or a letter knows its code or link; the number they do not know. It is
    given before anything is saved, and cannot be shown again.
    """
    insist(why_not_show_number(ticket, at))
    number = new_code()
    change(
        ticket,
        expecting=(ticket.state, ticket.version),
        code_digest=digest_of(number),
        code_ends_at=at + NUMBER_LIFE,
        code_tries=0,
    )
    record("number.shown", ticket, by=None, at=at)
    return number


@transaction.atomic
def forget_answers(ticket: Ticket, *, at: datetime) -> None:
    """Throw away, unread, what was saved by somebody who has lost the number; they begin anew."""
    insist(why_not_forget(ticket, at))
    change(
        ticket,
        expecting=(TicketState.BEGUN, ticket.version),
        state=TicketState.ASKED,
        code_digest="",
        code_ends_at=None,
        code_tries=0,
    )
    AnswerSheet.objects.filter(ticket=ticket, is_sent=False).delete()
    record("answers.forgotten", ticket, by=None, at=at)


def try_code(ticket: Ticket, code: str, *, at: datetime) -> None:
    """Let the holder on when the code is right; count the try when it is not.

    A mailed code works once. A number that was shown goes on working, or whoever has no address
    would need another at each return.

    The count is written outside the refusal's transaction, or three tries would be endless.
    """
    digest = digest_of("".join(code.split()))
    reason = why_not_code(ticket, digest, at)
    with transaction.atomic():
        tried = min(ticket.code_tries + 1, CODE_TRIES)
        right = {"code_digest": ""} if ticket.person.email else {"code_tries": 0}
        left = {"code_tries": tried} if reason else right
        change(ticket, expecting=(ticket.state, ticket.version), **left)
        record("code.tried", ticket, by=None, at=at, right=reason is None)
    insist(reason, "code")


@after_restore
def forget_codes(*, at: datetime) -> None:
    """Let no code that was mailed before a backup was put back open saved answers."""
    coded = Ticket.objects.exclude(code_digest="").filter(person__email__isnull=False)
    coded.update(code_digest="", code_ends_at=None, code_tries=0)
