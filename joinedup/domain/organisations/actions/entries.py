from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, in_words, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.actions.names import note_name
from joinedup.domain.organisations.kinds import NameSort, Sector
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.rules import (
    why_not_add_organisation,
    why_not_called,
    why_not_change_organisation,
    why_not_end_organisation,
)
from joinedup.domain.people.models import Person


@transaction.atomic
def add_organisation(
    name: str, *, sector: str = Sector.UNTOLD, by: Person | None, at: datetime, **details: Any
) -> Organisation:
    """Put a body in the directory."""
    insist(why_not_add_organisation(by, day_of(at)))
    insist(why_not_called(name), "name")
    insist(why_not_ended(details.get("from_on"), details.get("to_on")), "to_on")
    organisation = Organisation.objects.create(
        name=name.strip(), folded_name=folded(name), sector=sector, **details
    )
    record("organisation.added", organisation, by=by, at=at)
    return organisation


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Correct a body's entry; a new name keeps the old one as a former name that still finds it."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    old_name, new_name = organisation.name, values.get("name", organisation.name).strip()
    insist(why_not_called(new_name), "name")
    days = {day: values.get(day, getattr(organisation, day)) for day in ("from_on", "to_on")}
    insist(why_not_ended(days["from_on"], days["to_on"]), "from_on")
    values |= {"name": new_name}
    was = {name: str(getattr(organisation, name) or "") for name in values}
    changed = {name: old for name, old in was.items() if old != str(values[name] or "")}
    change(organisation, expecting=(None, version), **values, folded_name=folded(new_name))
    if folded(old_name) != folded(new_name):
        note_name(organisation, old_name, sort=NameSort.FORMER, to_on=day_of(at))
    if changed:
        record("organisation.changed", organisation, by=by, at=at, was=changed)


@transaction.atomic
def end_organisation(
    organisation: Organisation, *, on: date, because: str = "", by: Person | None, at: datetime
) -> None:
    """Note the last day there was this body; its page stays, and says what came after it."""
    insist(why_not_end_organisation(organisation, by, day_of(at)))
    insist(why_not_end_organisation(organisation, by, day_of(at), on), "on")
    change(organisation, expecting=(None, organisation.version), to_on=on)
    record("organisation.ended", organisation, by=by, at=at, because=because, on=in_words(on))
