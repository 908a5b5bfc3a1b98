"""Fresh personal links to answer by: an open round of its own, in which nobody has answered."""

from datetime import timedelta

from django.utils import timezone

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.identifiers import new_public_id
from joinedup.domain.partnerships.models import Holder, Partnership
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.links import digest_of, token_for
from joinedup.domain.reviews.models import Review, Round, Ticket


def fresh_links(many: int) -> list[str]:
    """Return the tokens of so many tickets, each of them new."""
    model = Round.objects.filter(state=RoundState.OPEN).order_by("pk")[0]
    today = day_of(timezone.now())
    round = Round.objects.create(
        host=model.host,
        title=f"Measured {new_public_id()}",
        year=model.year,
        instrument=model.instrument,
        state=RoundState.OPEN,
        opens_on=today - timedelta(days=1),
        closes_on=today + timedelta(days=30),
        opened_at=timezone.now(),
        opened_by=model.opened_by,
    )
    asked = Partnership.objects.order_by("pk")[: (many + 2) // 3]
    reviews = Review.objects.bulk_create(Review(round=round, partnership=one) for one in asked)
    holders = Holder.objects.filter(seat__membership__partnership__in=[one.pk for one in asked])
    related = holders.select_related("seat__membership__organisation")
    by_partnership = {review.partnership_id: review for review in reviews}
    tickets: dict[tuple[int, int], Ticket] = {}
    for holder in related.order_by("pk"):
        member = holder.seat.membership
        ticket = Ticket(
            review=by_partnership[member.partnership_id],
            person_id=holder.person_id,
            organisation=member.organisation,
            member_name=member.organisation.name,
            sector=member.organisation.sector,
        )
        ticket.token_digest = digest_of(token_for(ticket))
        tickets.setdefault((member.partnership_id, holder.person_id), ticket)
    Ticket.objects.bulk_create(tickets.values())
    return [token_for(ticket) for ticket in tickets.values()][:many]
