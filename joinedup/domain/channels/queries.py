from datetime import date

from django.db.models import Count, Q, QuerySet

from joinedup.domain.channels.codes import LENGTH, as_typed, digest_of
from joinedup.domain.channels.models import Keying
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import Capacity
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import Asking, RoundState
from joinedup.domain.reviews.models import Round, Ticket


def rounds_keyed_by(person: Person, day: date) -> QuerySet[Round]:
    """Return the rounds whose answers ``person`` may enter for others: all of it, or a part.

    A coordinator knows of a round once it has been opened, an officer of the host from the start.
    """
    if not person.is_authenticated:
        return Round.objects.none()
    theirs = Q(host__in=works_for(person, day, *OFFICERS))
    coordinated = sits_on(person, day, Capacity.COORDINATOR)
    ours = Q(reviews__partnership__in=coordinated, opened_at__isnull=False)
    found = Round.objects.filter(theirs | ours).values("pk")
    return Round.objects.filter(pk__in=found).select_related("host", "instrument", "opened_by")


def rounds_keyed_about(partnership: Partnership, person: Person, day: date) -> QuerySet[Round]:
    """Return the open rounds in which ``person`` may enter answers about this partnership."""
    keyed = rounds_keyed_by(person, day).filter(state=RoundState.OPEN, closes_on__gte=day)
    return keyed.filter(reviews__partnership=partnership, asking=Asking.NAMED)


def tickets_keyed_by(person: Person, day: date) -> QuerySet[Ticket]:
    """Return the tickets for which ``person`` may enter answers, sent already or not."""
    theirs = Q(review__round__host__in=works_for(person, day, *OFFICERS))
    ours = Q(review__partnership__in=sits_on(person, day, Capacity.COORDINATOR))
    return Ticket.objects.filter(theirs | ours).select_related(
        "person",
        "review__partnership",
        "review__round__host",
        "review__round__instrument",
        "review__round__opened_by",
    )


def ticket_with_code(typed: str, among: QuerySet[Ticket]) -> Ticket | None:
    """Return the ticket of ``among`` whose sheet bears this code, however it was typed."""
    return among.filter(sheet_code__digest=digest_of(as_typed(typed))).first()


def ticket_of_sheet(typed: str) -> Ticket | None:
    """Return the ticket whose sheet bears this code, whoever types it; or None.

    Codes too short to be hard to guess lead nobody there.
    """
    if len(as_typed(typed)) != LENGTH:
        return None
    return ticket_with_code(
        typed, Ticket.objects.select_related("person", "review__partnership", "review__round")
    )


def tickets_on_paper(round: Round, review: str = "") -> QuerySet[Ticket]:
    """Return whose sheets are printed together, by partnership and name.

    Those of one partnership; otherwise everybody who has no email address. Whether somebody has
    answered makes no difference: who has is nobody's to know.
    """
    tickets = Ticket.objects.filter(review__round=round)
    chosen = (
        tickets.filter(review__public_id=review)
        if review
        else tickets.filter(person__email__isnull=True)
    )
    return chosen.select_related("person", "review__partnership", "sheet_code").order_by(
        "review__partnership__folded_name", "review", "person__name", "pk"
    )


def tickets_printed(round: Round, review: str = "") -> QuerySet[Ticket]:
    """Return the same people with all that is printed of them, those alone whose sheet has a code.

    Whoever was asked since the press of the button has none yet.
    """
    related = ("review__round__host", "review__round__opened_by")
    return (
        tickets_on_paper(round, review)
        .filter(sheet_code__isnull=False)
        .select_related("person", "review__partnership", "sheet_code", *related)
    )


def entered_in(round: Round) -> list[tuple[str, str, int]]:
    """Return who has entered answers for others in a round, by what way, and how many."""
    counted = (
        Keying.objects.filter(sheet__review__round=round)
        .values_list("keyed_by__name", "way")
        .annotate(sheets=Count("pk"))
        .order_by("keyed_by__name", "keyed_by", "way")
    )
    return list(counted)
