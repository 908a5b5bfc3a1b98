from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import NameSort, PostKind, Sector
from joinedup.domain.organisations.models import (
    Identifier,
    Organisation,
    OtherOrganisationName,
    Post,
)
from joinedup.domain.organisations.rules import (
    why_not_add_organisation,
    why_not_also_called,
    why_not_called,
    why_not_change_organisation,
    why_not_end_post,
    why_not_grant_post,
    why_not_hold,
    why_not_identified_by,
)
from joinedup.domain.people.actions import find_or_add_person
from joinedup.domain.people.models import Person


@transaction.atomic
def add_organisation(
    name: str, *, sector: str = Sector.UNTOLD, by: Person | None, at: datetime, **details: Any
) -> Organisation:
    """Put a body in the directory."""
    insist(why_not_add_organisation(by, day_of(at)))
    insist(why_not_called(name), "name")
    organisation = Organisation.objects.create(
        name=name.strip(), folded_name=folded(name), sector=sector, **details
    )
    record("organisation.added", organisation, by=by, at=at)
    return organisation


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, version: int, by: Person, at: datetime, **values: Any
) -> None:
    """Correct a body's entry; a new name keeps the old one as a former name that still finds it."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    old_name, new_name = organisation.name, values.get("name", organisation.name).strip()
    insist(why_not_called(new_name), "name")
    values |= {"name": new_name}
    was = {name: str(getattr(organisation, name) or "") for name in values}
    changed = {name: old for name, old in was.items() if old != str(values[name] or "")}
    change(organisation, expecting=(None, version), **values, folded_name=folded(new_name))
    if folded(old_name) != folded(new_name):
        note_name(organisation, old_name, sort=NameSort.FORMER, to_on=day_of(at))
    if changed:
        record("organisation.changed", organisation, by=by, at=at, was=changed)


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
def identify_organisation(
    organisation: Organisation, scheme: str, value: str, *, by: Person | None, at: datetime
) -> None:
    """Record the number by which a register knows the body."""
    insist(why_not_change_organisation(organisation, by, day_of(at)))
    value = value.strip().upper()
    insist(why_not_identified_by(scheme, value), "value")
    Identifier.objects.create(organisation=organisation, scheme=scheme, value=value)
    record("organisation.identified", organisation, by=by, at=at, scheme=scheme, value=value)


@transaction.atomic
def grant_post(
    person: Person,
    organisation: Organisation,
    kind: PostKind,
    *,
    by: Person | None,
    at: datetime,
    title: str = "",
    unit: str = "",
    from_on: date | None = None,
) -> Post:
    """Give ``person`` a place in the body, and with it what the place may do."""
    insist(why_not_grant_post(organisation, by, day_of(at)))
    insist(why_not_grant_post(organisation, by, day_of(at), kind), "kind")
    insist(why_not_hold(person, organisation, kind, day_of(at)))
    post = Post.objects.create(
        person=person,
        organisation=organisation,
        kind=kind,
        title=title,
        unit=unit,
        from_on=from_on or day_of(at),
    )
    record("post.granted", post, by=by, at=at, kind=kind, organisation=organisation.public_id)
    return post


@transaction.atomic
def grant_named_post(
    organisation: Organisation,
    *,
    name: str,
    email: str,
    kind: PostKind,
    by: Person | None,
    at: datetime,
    title: str = "",
    unit: str = "",
) -> Post:
    """Give whoever has this address a place in the body; somebody new joins the directory."""
    insist(why_not_grant_post(organisation, by, day_of(at)))
    insist(why_not_grant_post(organisation, by, day_of(at), kind), "kind")
    person = find_or_add_person(name, email=email, by=by, at=at)
    return grant_post(person, organisation, kind, by=by, at=at, title=title, unit=unit)


@transaction.atomic
def end_post(post: Post, *, on: date, because: str, by: Person, at: datetime) -> None:
    """End a person's place in the body; their access ends with the day."""
    insist(why_not_end_post(post, by, day_of(at)))
    insist(why_not_end_post(post, by, day_of(at), on), "on")
    change(post, expecting=(None, post.version), to_on=on)
    record("post.ended", post, by=by, at=at, because=because)
