from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import months_after
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import run_by
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review
from joinedup.domain.standpoints.seldom import seldom
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.thresholds.queries import figures_on
from joinedup.domain.tiers.queries import lead_host


@dataclass(frozen=True)
class Proposal:
    """When a partnership should be reviewed next: so many months after its last review."""

    on: date
    months: int
    after: date | None


def review_proposed(partnership: Partnership, day: date) -> Proposal:
    """Return when the partnership should be reviewed next, by its lead host’s figures of today.

    Where it was never reviewed here, or that would have been long ago, counted from today.
    """
    host = lead_host(partnership, day)
    months = (figures_on(host, day) if host else Figures()).months_of(partnership.tier)
    yearly = Review.objects.filter(partnership=partnership, round__instrument__is_yearly=True)
    counted = yearly.filter(round__sealed_at__isnull=False)
    after = counted.order_by("-round__closes_on").values_list("round__closes_on", flat=True).first()
    on = months_after(after or day, months)
    return (
        Proposal(on, months, after) if on >= day else Proposal(months_after(day, 1), months, after)
    )


def overdue(day: date) -> Q:
    """Return the condition under which the day of a review has passed, and nobody was asked since.

    It is not while a review is open, nor once one was counted after that day. A short check
    between two reviews is none.
    """
    reviewed = Q(round__state=RoundState.OPEN) | Q(
        round__sealed_at__date__gte=OuterRef("next_review_on")
    )
    yearly = Review.objects.filter(round__instrument__is_yearly=True)
    since = yearly.filter(reviewed, partnership=OuterRef("pk"))
    return Q(~Exists(since), next_review_on__lt=day, state__in=RUNNING)


@seldom
def overdue_for(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships this officer of the lead host should have had reviewed."""
    return run_by(person, day).filter(overdue(day)).order_by("next_review_on", "folded_name", "id")
