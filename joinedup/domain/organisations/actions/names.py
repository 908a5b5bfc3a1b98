from datetime import date, datetime

from django.db import transaction

from joinedup.domain.basics.days import day_of, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName
from joinedup.domain.organisations.rules import (
    why_not_also_called,
    why_not_change_organisation,
)
from joinedup.domain.people.models import Person


def note_name(
    organisation: Organisation,
    name: str,
    *,
    sort: str = NameSort.ALIAS,
    from_on: date | None = None,
    to_on: date | None = None,
) -> None:
    """Keep another name of a body; the same name twice is kept once."""
    OtherOrganisationName.objects.get_or_create(
        organisation=organisation,
        folded_name=folded(name),
        defaults={"name": name.strip(), "sort": sort, "from_on": from_on, "to_on": to_on},
    )


@transaction.atomic
def add_other_name(
    organisation: Organisation,
    name: str,
    *,
    sort: str,
    by: Person | None,
    at: datetime,
    from_on: date | None = None,
    to_on: date | None = None,
) -> None:
    """Record a name the body bore or also bears, so that it finds the page."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    insist(why_not_also_called(organisation, name), "name")
    insist(why_not_ended(from_on, to_on), "to_on")
    note_name(organisation, name, sort=sort, from_on=from_on, to_on=to_on)
    record("organisation.named", organisation, by=by, at=at, name=name.strip())


@transaction.atomic
def remove_other_name(
    other: OtherOrganisationName, *, because: str, by: Person | None, at: datetime
) -> None:
    """Take away a name that was noted by mistake; it no longer finds the body."""
    organisation = other.organisation
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    other.delete()
    record("organisation.unnamed", organisation, by=by, at=at, because=because, name=other.name)
