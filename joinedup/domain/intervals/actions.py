from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.intervals.queries import review_proposed
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def plan_review(partnership: Partnership, *, version: int, by: Person | None, at: datetime) -> date:
    """Put down when the partnership is reviewed next, as its tier proposes; return the day."""
    proposed = review_proposed(partnership, day_of(at))
    change_partnership(partnership, version=version, next_review_on=proposed.on, by=by, at=at)
    return proposed.on
