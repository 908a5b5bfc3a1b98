from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.arrangements.models import RelatedArrangement
from joinedup.domain.arrangements.rules import why_not_arranged, why_not_keep
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person


@transaction.atomic
def keep_arrangement(
    organisation: Organisation,
    name: str,
    *,
    kind: str,
    from_on: date | None = None,
    to_on: date | None = None,
    with_whom: str = "",
    note: str = "",
    by: Person | None,
    at: datetime,
) -> RelatedArrangement:
    """Put what is not a partnership on the body's own list, so that it is not lost either."""
    insist(why_not_keep(organisation, by, day_of(at)))
    insist(why_not_arranged(name, from_on, to_on), "to_on")
    arrangement = RelatedArrangement.objects.create(
        organisation=organisation,
        name=name.strip(),
        kind=kind,
        from_on=from_on,
        to_on=to_on,
        with_whom=with_whom,
        note=note,
    )
    record("arrangement.kept", arrangement, by=by, at=at)
    return arrangement


@transaction.atomic
def change_arrangement(
    arrangement: RelatedArrangement, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Put an arrangement of the list right, or say when it ended."""
    insist(why_not_keep(arrangement.organisation, by, day_of(at)))
    told = {name: values.get(name, getattr(arrangement, name)) for name in ("from_on", "to_on")}
    insist(why_not_arranged(values.get("name", arrangement.name), **told), "to_on")
    change(arrangement, expecting=(None, version), **values)
    record("arrangement.changed", arrangement, by=by, at=at)
