from datetime import date, datetime, timedelta

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, not_over
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.leads.rules import why_not_lead
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Hosting, Partnership
from joinedup.domain.people.models import Person


@transaction.atomic
def name_lead_host(
    partnership: Partnership, organisation: Organisation, *, by: Person | None, at: datetime
) -> None:
    """Let a host or member lead the record from now on; whoever led it stays a host beside it."""
    day = day_of(at)
    insist(why_not_lead(partnership, organisation, by, day), "organisation")
    # Of two who take a record on at once, the second is told.
    change(partnership, expecting=(partnership.state, partnership.version))
    hostings = partnership.hostings.filter(not_over(day))
    end_with_their_body(partnership, day)
    hostings.filter(is_lead=True).update(is_lead=False)
    if not hostings.filter(organisation=organisation).update(is_lead=True):
        Hosting.objects.create(
            partnership=partnership, organisation=organisation, is_lead=True, from_on=day
        )
    record("partnership.led", partnership, by=by, at=at, host=organisation.public_id)


def end_with_their_body(partnership: Partnership, day: date) -> None:
    """Let what a body hosted end with the body, where that is gone."""
    gone = partnership.hostings.filter(to_on__isnull=True, organisation__to_on__lt=day)
    gone.exclude(from_on__gte=day).update(to_on=day - timedelta(days=1))
