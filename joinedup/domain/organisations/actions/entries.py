from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, in_words, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.actions.names import note_name
from joinedup.domain.organisations.kinds import Group, NameSort, Sector
from joinedup.domain.organisations.models import GroupServed, Organisation
from joinedup.domain.organisations.rules import (
    why_not_add_organisation,
    why_not_called,
    why_not_change_organisation,
    why_not_end_organisation,
    why_not_form,
    why_not_part_of,
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


@transaction.atomic
def form_organisation(
    organisation: Organisation,
    form: str,
    *,
    part_of: Organisation | None = None,
    by: Person | None,
    at: datetime,
) -> None:
    """Say what sort of member a body could be: a whole, a part of one, a class, a consortium."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    insist(why_not_form(organisation, form, part_of), "form")
    if part_of is not None:
        insist(why_not_part_of(organisation, part_of), "organisation")
    was = organisation.get_form_display()
    version = organisation.version
    change(organisation, expecting=(None, version), form=form, part_of=part_of)
    record(
        "organisation.formed",
        organisation,
        by=by,
        at=at,
        form=organisation.get_form_display(),
        before=was,
        **({"body": part_of.public_id} if part_of else {}),
    )


@transaction.atomic
def say_groups_served(
    organisation: Organisation, groups: Iterable[str], *, by: Person | None, at: datetime
) -> None:
    """Say for whom a body speaks or whom it serves, in place of what was said before."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    wanted = {Group(group) for group in groups}
    there = {Group(each.group) for each in organisation.groups_served.all()}
    if wanted == there:
        return
    organisation.groups_served.exclude(group__in=wanted).delete()
    added = (group for group in Group if group in wanted - there)
    GroupServed.objects.bulk_create(
        GroupServed(organisation=organisation, group=group) for group in added
    )
    told = ", ".join(str(group.label).lower() for group in Group if group in wanted)
    record("organisation.serves", organisation, by=by, at=at, groups=told or "nobody in particular")
