"""The one thing an anonymous answer sheet may carry: a side that enough people stand on."""

from collections import defaultdict
from collections.abc import Iterable

from joinedup.domain.organisations.kinds import SIDES, Sector
from joinedup.domain.reviews.kinds import FEWEST
from joinedup.domain.reviews.models import Ticket
from joinedup.domain.scoring.groups import groups_that_hide


def fix_groups(tickets: Iterable[Ticket]) -> None:
    """Give each new ticket its group for good, where five or more who can be written to have it.

    So it is in what is left over as well: taking the groups away from all leaves five, or nobody.
    """
    by_review: dict[int, list[Ticket]] = defaultdict(list)
    for ticket in tickets:
        by_review[ticket.review_id].append(ticket)
    for theirs in by_review.values():
        reached = [ticket for ticket in theirs if ticket.person.email]
        people = [(side_of(ticket), str(ticket.organisation_id)) for ticket in reached]
        hiding = groups_that_hide(people, FEWEST)
        for ticket in theirs:
            ticket.group = side_of(ticket) if side_of(ticket) in hiding else ""


def side_of(ticket: Ticket) -> str:
    """Return the broad side of whoever was asked."""
    return str(SIDES[Sector(ticket.sector)].value)
