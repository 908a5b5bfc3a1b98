from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.db import transaction

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.merging.models import Merge
from joinedup.domain.merging.queries import MEMBERSHIPS, in_both, movable, pointing_at_bodies
from joinedup.domain.merging.rules import (
    why_not_merge,
    why_not_one_body,
    why_not_undo_merge,
)
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation, OtherOrganisationName
from joinedup.domain.partnerships.models import Membership, Seat
from joinedup.domain.people.models import Person


@transaction.atomic
def merge_organisations(
    absorbed: Organisation,
    kept: Organisation,
    *,
    because: str = "",
    joining: bool = False,
    by: Person,
    at: datetime,
) -> Merge:
    """Join two entries of one body: all that the one has goes to the other, and can go back.

    The old address leads to the entry that is kept.
    """
    day = day_of(at)
    insist(why_not_merge(kept, by, day, absorbed), "organisation")
    insist(why_not_one_body(absorbed, kept, day, joining=joining), "organisation")
    joined = [join_memberships(one, into, by=by, at=at) for one, into in in_both(absorbed, kept)]
    staying = [each["membership"] for each in joined]
    moved = {
        f"{table.__name__}.{field}": move(table, field, absorbed, kept, staying)
        for table, field in pointing_at_bodies()
    }
    merge = Merge.objects.create(
        kept=kept,
        absorbed=absorbed,
        because=because,
        moved={where: pks for where, pks in moved.items() if pks},
        joined=joined,
        name_noted=note_absorbed_name(absorbed, kept),
        merged_at=at,
        merged_by=by,
    )
    Organisation.objects.filter(pk=absorbed.pk).update(merged_into=kept)
    absorbed.merged_into = kept
    for thing, other in ((kept, absorbed), (absorbed, kept)):
        verb = "organisation.absorbed" if thing == kept else "organisation.merged"
        record(verb, thing, by=by, at=at, because=because, name=other.name)
    return merge


def move(
    table: Any, field: str, absorbed: Organisation, kept: Organisation, staying: list[int]
) -> list[int]:
    """Move the rows of one table, but for the memberships that became one; return their keys."""
    rows = movable(table, field, absorbed, kept)
    if f"{table.__name__}.{field}" == MEMBERSHIPS:
        rows = rows.exclude(pk__in=staying)
    pks = list(rows.order_by("pk").values_list("pk", flat=True))
    table._base_manager.filter(pk__in=pks).update(**{field: kept})
    return pks


def note_absorbed_name(absorbed: Organisation, kept: Organisation) -> str:
    """Let the name of the entry that goes find the one that stays; return it where it is new."""
    fold = absorbed.folded_name
    if fold == kept.folded_name or kept.other_names.filter(folded_name=fold).exists():
        return ""
    kept.other_names.create(name=absorbed.name, folded_name=fold, sort=NameSort.ALIAS)
    return fold


def join_memberships(
    one: Membership, into: Membership, *, by: Person, at: datetime
) -> dict[str, Any]:
    """Move the places of one membership into another of the same partnership and end it."""
    seats = list(one.seats.order_by("pk").values_list("pk", flat=True))
    Seat.objects.filter(pk__in=seats).update(membership=into)
    yesterday = day_of(at) - timedelta(days=1)
    last = max(yesterday, one.from_on) if one.from_on else yesterday
    was = {"to_on": str(one.to_on or ""), "since": str(into.from_on or "")}
    Membership.objects.filter(pk=one.pk).update(to_on=last)
    since = min(one.from_on, into.from_on) if one.from_on and into.from_on else into.from_on
    Membership.objects.filter(pk=into.pk).update(from_on=since)
    record("members.joined", one.partnership, by=by, at=at, member=one.member_name)
    now = {"ended": str(last), "began": str(since or "")}
    return {"membership": one.pk, "into": into.pk, "seats": seats} | was | now


@transaction.atomic
def undo_merge(merge: Merge, *, because: str = "", by: Person, at: datetime) -> list[str]:
    """Part two entries again: exactly what moved goes back. Return what could not, and why not."""
    insist(why_not_undo_merge(merge, by, day_of(at)))
    kept, absorbed = merge.kept, merge.absorbed
    Organisation.objects.filter(pk=absorbed.pk).update(merged_into=None)
    changed = [
        sentence
        for where, pks in merge.moved.items()
        for sentence in put_back(where, pks, kept, absorbed)
    ]
    for joined in merge.joined:
        changed += part(joined)
    noted = OtherOrganisationName.objects.filter(organisation=kept, folded_name=merge.name_noted)
    if merge.name_noted:
        noted.delete()
    Merge.objects.filter(pk=merge.pk).update(undone_at=at, undone_by=by)
    for thing, other in ((kept, absorbed), (absorbed, kept)):
        record("organisation.parted", thing, by=by, at=at, because=because, name=other.name)
    return changed


def put_back(where: str, pks: list[int], kept: Organisation, absorbed: Organisation) -> list[str]:
    """Move rows back that are still where they were moved to; return a sentence on the others."""
    name, _, field = where.partition(".")
    table: Any = apps.get_model("joinedup", name)
    rows = table._base_manager.filter(pk__in=pks)
    there = rows.filter(**{field: kept}).update(**{field: absorbed})
    if there == len(pks):
        return []
    label = str(table._meta.verbose_name)
    elsewhere = [
        f"{row} has changed since and stays as it is." for row in rows.exclude(**{field: absorbed})
    ]
    gone = len(pks) - rows.count()
    return [*elsewhere, *([f"{gone} of sort “{label}” are there no more."] if gone else [])]


def part(joined: dict[str, Any]) -> list[str]:
    """Make one membership two again; return a sentence where it has changed since."""
    one = Membership.objects.filter(pk=joined["membership"])
    into = Membership.objects.filter(pk=joined["into"])
    seats = Seat.objects.filter(pk__in=joined["seats"], membership__in=into)
    back = seats.update(membership_id=joined["membership"])
    ended = one.filter(to_on=joined["ended"]).update(to_on=joined["to_on"] or None)
    if joined["since"] != joined["began"]:
        into.filter(from_on=joined["began"]).update(from_on=joined["since"] or None)
    if back == len(joined["seats"]) and ended:
        return []
    return [f"{membership} has changed since and stays as it is." for membership in one]
