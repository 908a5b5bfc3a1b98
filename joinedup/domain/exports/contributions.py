"""What members put in, as a list: a part of the shared record."""

from typing import Any

from django.db.models import QuerySet

from joinedup.domain.contributions.kinds import Sort
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.exports.columns import Column, fields_of, told_by
from joinedup.domain.exports.columns import in_words as labelled
from joinedup.domain.exports.rows import Sheet, batches
from joinedup.domain.partnerships.models import Partnership

CONTRIBUTIONS = (
    Column("Partnership number", "membership__partnership__public_id"),
    Column("Partnership", "membership__partnership__name"),
    Column("Member", "membership__organisation__name"),
    Column("Part that joins", "membership__unit"),
    Column("Member since", "membership__from_on"),
    Column("Member until", "membership__to_on"),
    Column("Year from April", "year"),
    Column("What is put in", "sort", labelled(Sort)),
    Column("Pounds or hours", "amount"),
    Column("In words", "words"),
)


def plainly(title: str, columns: tuple[Column, ...], found: QuerySet[Any]) -> Sheet:
    """Return rows as a sheet that hold all they need themselves."""
    light = (row for rows in batches(found, fields_of(columns)) for row in rows)
    return Sheet(title, columns, (told_by(columns, row) for row in light))


def contributions_sheet(theirs: QuerySet[Partnership]) -> Sheet:
    """Return what the members of these partnerships put in, the latest year first."""
    found = Contribution.objects.filter(membership__partnership__in=theirs.order_by().values("pk"))
    ordered = found.order_by("membership__partnership__folded_name", "membership", "-year", "pk")
    return plainly("Contributions", CONTRIBUTIONS, ordered)
