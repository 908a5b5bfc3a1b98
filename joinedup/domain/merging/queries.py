from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet, UniqueConstraint

from joinedup.domain.basics.days import not_over
from joinedup.domain.merging.models import Merge
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Hosting, Membership

# Which entry was joined with which is never moved: addresses follow it step by step.
STAYING = {("Organisation", "merged_into"), ("Merge", "kept"), ("Merge", "absorbed")}
MEMBERSHIPS = "Membership.organisation"


def merges_of(organisation: Organisation) -> QuerySet[Merge]:
    """Return the entries that were joined with this one and still are."""
    return Merge.objects.filter(kept=organisation, undone_at__isnull=True).select_related(
        "absorbed"
    )


def pointing_at_bodies() -> Iterator[tuple[type[Model], str]]:
    """Yield every table and field that points at a body."""
    for relation in Organisation._meta.get_fields(include_hidden=True):
        if not (relation.auto_created and relation.one_to_many):
            continue
        table, field = relation.related_model, relation.field.name  # type: ignore[union-attr]
        if (table.__name__, field) not in STAYING:  # type: ignore[union-attr]
            yield table, field  # type: ignore[misc]


def movable(
    table: type[Model], field: str, absorbed: Organisation, kept: Organisation
) -> QuerySet[Any]:
    """Return the rows of one body that can be the other's, which has nothing of the same sort."""
    rows: QuerySet[Any] = table._base_manager.filter(**{field: absorbed})
    for other in table._meta.concrete_fields:
        if other.name != field and other.related_model is Organisation:
            rows = rows.exclude(**{other.name: kept})
    for constraint in table._meta.constraints:
        if isinstance(constraint, UniqueConstraint) and field in constraint.fields:
            same = {name: OuterRef(name) for name in constraint.fields if name != field}
            there = table._base_manager.filter(**{field: kept}, **same)
            counted = constraint.condition or Q()
            held = rows.filter(counted).filter(Exists(there.filter(counted)))
            rows = rows.exclude(pk__in=held.values("pk"))
    if table is Organisation:
        rows = rows.exclude(pk=kept.pk)
    return rows


def in_both(absorbed: Organisation, kept: Organisation) -> list[tuple[Membership, Membership]]:
    """Return the memberships that two entries hold in one partnership at the same time."""
    theirs = list(absorbed.memberships.select_related("partnership").order_by("id"))
    ours = kept.memberships.filter(partnership__in=[one.partnership_id for one in theirs])
    return [
        (one, other)
        for one in theirs
        for other in ours.order_by("id")
        if (one.partnership_id, one.unit) == (other.partnership_id, other.unit)
        if overlap(one, other)
    ]


def overlap(one: Membership, other: Membership) -> bool:
    """Tell whether two memberships hold at the same time, as far as is known."""
    first = one.to_on is None or other.from_on is None or one.to_on >= other.from_on
    return first and (other.to_on is None or one.from_on is None or other.to_on >= one.from_on)


def both_host(absorbed: Organisation, kept: Organisation, day: date) -> bool:
    """Tell whether two entries keep the record of one partnership at the same time."""
    theirs = Hosting.objects.filter(not_over(day), organisation=absorbed)
    ours = Hosting.objects.filter(not_over(day), organisation=kept)
    return ours.filter(partnership__in=theirs.values("partnership")).exists()
