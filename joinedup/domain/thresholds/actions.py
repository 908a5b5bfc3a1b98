from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.thresholds.models import Threshold
from joinedup.domain.thresholds.rules import (
    why_not_every,
    why_not_from,
    why_not_set,
    why_not_smaller,
)


@transaction.atomic
def set_thresholds(
    organisation: Organisation,
    figures: Figures,
    *,
    from_on: date,
    because: str,
    by: Person | None,
    at: datetime,
) -> Threshold:
    """Let the body go by these figures from a day on; what was decided before stays as it was."""
    insist(why_not_set(organisation, by, day_of(at)))
    insist(why_not_from(from_on, day_of(at)), "from_on")
    for field in ("months_of_1", "months_of_2", "months_of_3"):
        insist(why_not_every(getattr(figures, field)), field)
    insist(why_not_smaller(figures.yearly_input, figures.smaller_input), "smaller_input")
    threshold, _ = Threshold.objects.update_or_create(
        organisation=organisation,
        from_on=from_on,
        defaults={
            **{name: value for name, value in vars(figures).items() if name != "from_on"},
            "because": because.strip(),
        },
    )
    record("threshold.set", threshold, by=by, at=at, because=because, from_on=from_on.isoformat())
    return threshold
