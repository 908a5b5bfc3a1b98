from collections import defaultdict
from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.letters import minutes_each
from joinedup.domain.reviews.links import answer_link
from joinedup.domain.reviews.models import Round, Ticket
from joinedup.domain.running.rules import why_not_hand_out

Rows = list[list[str | int]]


@transaction.atomic
def hand_out_invitations(
    round: Round, *, everybody: bool, because: str, by: Person, at: datetime
) -> tuple[list[str], Rows]:
    """Return headings and rows for letters, one row a person, and write down that it was taken.

    Those without an email address, or everybody; never by who has answered, for that would tell.
    """
    insist(why_not_hand_out(round, by, day_of(at)))
    tickets = Ticket.objects.filter(review__round=round)
    if not everybody:
        tickets = tickets.filter(person__email__isnull=True)
    theirs: dict[Person, list[Ticket]] = defaultdict(list)
    for ticket in tickets.select_related("person", "review__partnership").order_by(
        "person__name", "person", "review__partnership__folded_name"
    ):
        theirs[ticket.person].append(ticket)
    most = max((len(each) for each in theirs.values()), default=0)
    record(
        "invitations.taken",
        round,
        by=by,
        at=at,
        because=because,
        people=len(theirs),
        which="everybody" if everybody else "those without an email address",
    )
    return _headings(most), [_row(round, person, each) for person, each in theirs.items()]


def _headings(most: int) -> list[str]:
    numbered = (f"{what} {n}" for n in range(1, most + 1) for what in ("Partnership", "Link"))
    return ["Name", "For", "Round", "Last day to answer", "Minutes", *numbered]


def _row(round: Round, person: Person, tickets: list[Ticket]) -> list[str | int]:
    row: list[str | int] = [
        person.name,
        "; ".join(sorted({ticket.member_name for ticket in tickets})),
        round.title,
        in_words(round.closes_on),
        minutes_each(round) * len(tickets),
    ]
    for ticket in tickets:
        row += [ticket.review.partnership.name, answer_link(ticket)]
    return row
