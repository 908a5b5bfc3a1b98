from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import NullIf

from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Holder, Partnership
from joinedup.domain.partnerships.queries import found_by, held_seats, run_by
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import RoundState, TicketState
from joinedup.domain.reviews.models import Review, Round, Ticket

READERS = (
    PostKind.OFFICER,
    PostKind.MANAGER,
    PostKind.DIRECTOR,
    PostKind.LEADERSHIP,
    PostKind.AUDITOR,
)


def rounds_visible_to(person: Person, day: date) -> QuerySet[Round]:
    """Return the rounds run by a body where ``person`` is an officer, leader or auditor."""
    if not person.is_authenticated:
        return Round.objects.none()
    bodies = works_for(person, day, *READERS)
    return Round.objects.filter(host__in=bodies).select_related("host", "instrument")


def chosen_in(round: Round) -> QuerySet[Partnership]:
    """Return the partnerships a round asks."""
    return Partnership.objects.filter(reviews__round=round)


def could_be_asked(
    person: Person,
    day: date,
    *,
    name: str = "",
    tier: Sequence[str] = (),
    level: Sequence[str] = (),
    state: Sequence[str] = (),
) -> QuerySet[Partnership]:
    """Return the running partnerships this officer could ask, narrowed as chosen."""
    found = run_by(person, day).filter(state__in=state or RUNNING)
    if name.strip():
        found = found_by(name, found)
    if level:
        found = found.filter(level__in=level)
    if tier:
        told = Q(tier__in=[each for each in tier if each.isdigit()])
        found = found.filter(told | Q(tier__isnull=True) if "none" in tier else told)
    return found.order_by("folded_name", "id")


def people_to_ask(partnerships: QuerySet[Partnership], day: date) -> list[Holder]:
    """Return one holder for each person and partnership with a current seat, first seat first."""
    first: dict[tuple[int, int], Holder] = {}
    for holder in held_seats(partnerships, day):
        first.setdefault((holder.seat.membership.partnership_id, holder.person_id), holder)
    return list(first.values())


def who_can_answer(round: Round, holders: list[Holder]) -> list[Holder]:
    """Return those of them who can: only a mailed link opens the page of an anonymous round.

    Others counted among those asked would be told of as people who did not answer.
    """
    return [each for each in holders if each.person.email or not round.is_anonymous]


def joined_since(round: Round, day: date) -> list[Holder]:
    """Return who has taken a place on one of its partnerships and has not been asked in it."""
    asked = set(
        Ticket.objects.filter(review__round=round).values_list("review__partnership", "person")
    )
    return [
        holder
        for holder in people_to_ask(chosen_in(round), day)
        if (holder.seat.membership.partnership_id, holder.person_id) not in asked
    ]


def without_anybody(rounds: Iterable[Round], day: date) -> QuerySet[Review]:
    """Return the reviews of these rounds whose partnership has nobody with an address."""
    chosen = Partnership.objects.filter(reviews__round__in=rounds)
    reachable = held_seats(chosen, day).filter(person__email__isnull=False)
    return (
        Review.objects.filter(round__in=rounds)
        .exclude(partnership__in=reachable.values("seat__membership__partnership"))
        .select_related("partnership", "round")
    )


@dataclass(frozen=True)
class Progress:
    """How far a round, or one review of it, has come; counts of people, never names."""

    asked: int
    begun: int
    sent: int
    members_asked: int
    members_heard: int


def progress_of(tickets: QuerySet[Ticket]) -> Progress:
    """Count who was asked, has begun and has sent, in one query."""
    sent = Q(state=TicketState.SENT)
    counts = tickets.aggregate(
        asked=Count("pk"),
        begun=Count("pk", filter=Q(state=TicketState.BEGUN)),
        sent=Count("pk", filter=sent),
        members_asked=Count("member_name", distinct=True),
        members_heard=Count("member_name", distinct=True, filter=sent),
    )
    return Progress(**counts)


def reviews_with_progress(round: Round) -> QuerySet[Review]:
    """Return the reviews of a round with their counts, those heard from least first.

    Least is by share, not by number: all of four people have said more than half of eleven.
    """
    share = F("sent") * 1.0 / NullIf(F("asked"), 0)
    sent = Q(tickets__state=TicketState.SENT)
    return (
        Review.objects.filter(round=round)
        .select_related("partnership")
        .annotate(asked=Count("tickets"), sent=Count("tickets", filter=sent))
        .order_by(share.asc(nulls_first=True), "-asked", "partnership__folded_name")
    )


@dataclass(frozen=True)
class SectorProgress:
    """How far one sector has come, or several that are too small to be told apart."""

    sectors: tuple[str, ...]
    asked: int
    sent: int


LEAST_APART = 3
"""Partnerships of fewer people than this are told together while a round is open (DESIGN 10.11)."""
LEAST_TOGETHER = 5
"""Fewer people than this are not told apart from others (trust.md, T4)."""


def sectors_of(round: Round) -> list[SectorProgress]:
    """Return how many of each sector were asked and have answered, never of fewer than five."""
    counted = (
        Ticket.objects.filter(review__round=round)
        .values_list("sector")
        .annotate(asked=Count("pk"), sent=Count("pk", filter=Q(state=TicketState.SENT)))
        .order_by("asked", "sector")
    )
    return told_together(SectorProgress((sector,), *counts) for sector, *counts in counted)


def told_together(smallest_first: Iterable[SectorProgress]) -> list[SectorProgress]:
    """Return the sectors with small ones told together, until each line is of five or more.

    So nobody can be picked out as the one who has not answered. Where there are not five in all,
    nothing is told.
    """
    told: list[SectorProgress] = []
    small = SectorProgress((), 0, 0)
    for each in smallest_first:
        if each.asked >= LEAST_TOGETHER and not 0 < small.asked < LEAST_TOGETHER:
            told.append(each)
        else:
            sectors = (*small.sectors, *each.sectors)
            small = SectorProgress(sectors, small.asked + each.asked, small.sent + each.sent)
    if small.asked >= LEAST_TOGETHER:
        told.append(small)
    return sorted(told, key=lambda each: each.sectors)


def told_together_in(round: Round) -> tuple[set[int], Progress | None]:
    """Return the reviews too small to be told apart, by key, and how far they have come together.

    With fewer than three people asked, how many have answered would tell who; and so would what
    is left when all the others are told.
    """
    counted = Ticket.objects.filter(review__round=round).order_by().values_list("review")
    each = counted.annotate(
        asked=Count("pk"), sent=Count("pk", filter=Q(state=TicketState.SENT))
    ).order_by("asked", "review")
    keys: set[int] = set()
    together_asked = together_sent = 0
    for key, asked, sent in each:
        if asked >= LEAST_APART and not 0 < together_asked < LEAST_APART:
            break
        keys.add(key)
        together_asked, together_sent = together_asked + asked, together_sent + sent
    if not keys:
        return keys, None
    return keys, Progress(together_asked, 0, together_sent, 0, 0)


def due_to_close(day: date) -> QuerySet[Round]:
    """Return the open rounds whose last day has passed."""
    return Round.objects.filter(state=RoundState.OPEN, closes_on__lt=day)
