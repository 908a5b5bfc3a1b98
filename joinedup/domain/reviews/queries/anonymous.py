"""What would let somebody be told from the others, looked for before an anonymous round opens."""

from collections import defaultdict
from datetime import date, timedelta

from django.db.models import Count

from joinedup.domain.partnerships.queries import held_seats
from joinedup.domain.reviews.kinds import FEWEST, Asking, RoundState
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.reviews.queries.rounds import chosen_in

LATELY = timedelta(days=182)
"""Within half a year people still think what they thought, and a difference is a newcomer's."""
PLACE = "seat__membership__partnership"


def too_small(round: Round, day: date) -> list[tuple[Review, int]]:
    """Return the reviews with fewer than five people who can be written to, and how many."""
    reached = held_seats(chosen_in(round), day).filter(person__email__isnull=False)
    counts = reached.order_by().values_list(PLACE).annotate(Count("person", distinct=True))
    people = dict(counts)
    return [
        (review, people.get(review.partnership_id, 0))
        for review in round.reviews.select_related("partnership")
        if people.get(review.partnership_id, 0) < FEWEST
    ]


def asked_lately(round: Round, day: date) -> list[tuple[Review, str]]:
    """Return the reviews asked the same lately of nearly the same people, and in which round.

    With the same people the difference tells of nobody; nor with five or more who came or went.
    """
    before: dict[tuple[int, str], set[int]] = defaultdict(set)
    asked = Ticket.objects.filter(
        review__partnership__in=chosen_in(round),
        review__round__asking=Asking.ANONYMOUS,
        review__round__instrument__name=round.instrument.name,
        review__round__state__in=(RoundState.OPEN, RoundState.SEALED),
        review__round__closes_on__gte=day - LATELY,
    ).order_by("pk")
    for partnership, title, person in asked.values_list(
        "review__partnership", "review__round__title", "person"
    ):
        before[partnership, title].add(person)
    if not before:
        return []
    now: dict[int, set[int]] = defaultdict(set)
    reached = held_seats(chosen_in(round), day).filter(person__email__isnull=False)
    seats = reached.order_by().values_list(PLACE, "person")
    for partnership, person in seats:
        now[partnership].add(person)
    reviews = round.reviews.select_related("partnership")
    by_partnership = {review.partnership_id: review for review in reviews}
    return [
        (by_partnership[partnership], title)
        for (partnership, title), people in before.items()
        if 0 < len(people ^ now[partnership]) < FEWEST
    ]


def asked_with(ticket: Ticket) -> int:
    """Return how many people the group holds that this ticket's answers will carry."""
    return Ticket.objects.filter(review=ticket.review_id, group=ticket.group).count()
