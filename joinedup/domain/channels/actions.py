from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import cast

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.channels.codes import code_for, digest_of
from joinedup.domain.channels.kinds import Way
from joinedup.domain.channels.letters import entered_letter
from joinedup.domain.channels.models import Keying, SheetCode
from joinedup.domain.channels.queries import tickets_on_paper
from joinedup.domain.channels.rules import why_not_key, why_not_open_sheet, why_not_print
from joinedup.domain.journal.actions import record
from joinedup.domain.notices.actions import post_message
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.actions.answering import Given, save_answers, send_answers
from joinedup.domain.reviews.models import AnswerSheet, Round, Ticket

Entered = Mapping[str, Given]


@transaction.atomic
def print_sheets(
    round: Round, *, review: str = "", by: Person, at: datetime, sort: str = "", large: bool = False
) -> list[Ticket]:
    """Give a code to each sheet that is printed, and note who printed how many.

    ``review`` names one partnership's part in the round; without it, the sheets of everybody
    who has no email address.
    """
    tickets = list(tickets_on_paper(round, review))
    insist(why_not_print(round, len(tickets), by, day_of(at)))
    _give_codes(tickets)
    record(
        "sheets.printed",
        round,
        by=by,
        at=at,
        sheets=len(tickets),
        review=review,
        sort=sort,
        large=large,
    )
    return tickets


def _give_codes(tickets: list[Ticket]) -> None:
    """Give each ticket a code that no other has; one given before stays.

    Once in millions of sheets a code is taken: then the next of the ticket's codes is tried.
    """
    having = set(SheetCode.objects.filter(ticket__in=tickets).values_list("ticket", flat=True))
    waiting, turn = [ticket for ticket in tickets if ticket.pk not in having], 0
    while waiting:
        codes = {digest_of(code_for(ticket, turn)): ticket for ticket in waiting}
        taken = set(SheetCode.objects.filter(digest__in=codes).values_list("digest", flat=True))
        fresh = {digest: ticket for digest, ticket in codes.items() if digest not in taken}
        SheetCode.objects.bulk_create(
            [SheetCode(ticket=each, digest=digest, turn=turn) for digest, each in fresh.items()],
            batch_size=500,
            # Somebody may print the same sheet at the same moment: it gets the same code.
            ignore_conflicts=True,
        )
        given = set(fresh.values())
        waiting, turn = [ticket for ticket in waiting if ticket not in given], turn + 1


@transaction.atomic
def open_sheet(ticket: Ticket | None, *, at: datetime) -> Ticket:
    """Let whoever typed the code of a sheet answer it on the web; returns its ticket.

    The journal says that the code was used. Nobody entered these answers for somebody else, so
    there is no keying of them, and the list of what was entered for others leaves them out.
    """
    insist(why_not_open_sheet(ticket, at), "code")
    opened = cast(Ticket, ticket)
    record("sheet.opened", opened, by=None, at=at)
    return opened


@transaction.atomic
def key_answers(ticket: Ticket, answers: Entered, *, way: Way, by: Person, at: datetime) -> None:
    """Enter and send a whole sheet for the person asked, and tell them so by mail.

    What they may have saved before is thrown away unread: the sheet that came is what they say.
    Who entered it and how stays with the sheet, for the journal and for nobody's list.
    """
    insist(why_not_key(ticket, answers.values(), by, at, day_of(at)))
    AnswerSheet.objects.filter(ticket=ticket, is_sent=False).delete()
    save_answers(ticket, dict(answers), at=at)
    send_answers(ticket, at=at)
    sheet = AnswerSheet.objects.get(ticket=ticket)
    Keying.objects.create(sheet=sheet, way=way, keyed_by=by, keyed_at=at)
    if ticket.person.email:
        subject, body = entered_letter(ticket, way, by)
        post_message(
            ticket.person, subject, body, kind="round.entered", about=ticket.review.round, at=at
        )
    record("answers.keyed", ticket, by=by, at=at, way=way)


@transaction.atomic
def key_sheets(sheets: Iterable[tuple[Ticket, Entered]], *, by: Person, at: datetime) -> int:
    """Enter the sheets of a spreadsheet: all of them, or none; returns how many."""
    entered = 0
    for ticket, answers in sheets:
        key_answers(ticket, answers, way=Way.SPREADSHEET, by=by, at=at)
        entered += 1
    return entered
