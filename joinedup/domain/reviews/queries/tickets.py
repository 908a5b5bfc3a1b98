from datetime import date

from django.db.models import Q, QuerySet

from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import RoundState, TicketState
from joinedup.domain.reviews.links import digest_of
from joinedup.domain.reviews.models import Answer, NamesRequest, Ticket
from joinedup.domain.standpoints.seldom import seldom


def ticket_for(token: str) -> Ticket | None:
    """Return the ticket a link leads to, or None; nothing tells a wrong link from an old one."""
    return (
        Ticket.objects.filter(token_digest=digest_of(token))
        .select_related(
            "person",
            "organisation",
            "review__partnership",
            "review__round__host",
            "review__round__instrument",
            "review__round__opened_by",
        )
        .first()
    )


def names_request_for(token: str) -> NamesRequest | None:
    """Return the open request a link leads to, or None."""
    return (
        NamesRequest.objects.filter(token_digest=digest_of(token), answered_at__isnull=True)
        .filter(review__round__state__in=(RoundState.DRAFT, RoundState.OPEN))
        .select_related("review__partnership", "review__round__host")
        .first()
    )


@seldom
def open_tickets_of(person: Person, day: date) -> QuerySet[Ticket]:
    """Return what ``person`` has been asked and can still send on ``day``, soonest first."""
    return (
        Ticket.objects.filter(
            person=person,
            review__partnership__in=sits_on(person, day),
            review__round__state=RoundState.OPEN,
            review__round__closes_on__gte=day,
        )
        .exclude(state=TicketState.SENT)
        .select_related("review__partnership", "review__round__instrument")
        .defer("review__round__instrument__definition")
        .order_by("review__round__closes_on", "review__partnership__folded_name")
    )


def roles_of(ticket: Ticket) -> set[str]:
    """Return what places the person has held since the round opened, as questionnaires write it."""
    since = Q(to_on__isnull=True) | Q(to_on__gte=ticket.review.round.opens_on)
    here = ticket.person.held_seats.filter(seat__membership__partnership=ticket.review.partnership)
    return {
        str(capacity).lower()
        for capacity in here.filter(since).values_list("seat__capacity", flat=True)
    }


def saved_answers(ticket: Ticket) -> dict[str, Answer]:
    """Return what has been saved with this ticket so far, by question."""
    return {answer.question: answer for answer in Answer.objects.filter(sheet__ticket=ticket)}
