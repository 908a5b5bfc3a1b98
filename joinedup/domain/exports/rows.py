"""The rows of each list, read a few hundred at a time so that they take no room."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.deputies.queries import places_told
from joinedup.domain.exports.columns import (
    DIRECTORY,
    MEMBERSHIPS,
    REGISTER,
    Column,
    fields_of,
    told_by,
)
from joinedup.domain.exports.formats import Row
from joinedup.domain.organisations.models import Identifier, Organisation
from joinedup.domain.organisations.queries import other_names_of as names_of_bodies
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership, Seat, Theme
from joinedup.domain.partnerships.queries import (
    kept_by,
    listed_to,
    other_names_of,
)
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.overview import shared_counts
from joinedup.domain.results.queries import told_in_register

BATCH = 500
Facts = dict[str, Any]


@dataclass(frozen=True)
class Sheet:
    """A list as it leaves: what it is called, its headings, and its rows as they are read."""

    title: str
    columns: tuple[Column, ...]
    rows: Iterator[Row]

    @property
    def headings(self) -> list[str]:
        """What stands above the columns."""
        return [column.heading for column in self.columns]


def register_sheet(found: QuerySet[Partnership], at: datetime) -> Sheet:
    """Return these partnerships as a sheet, by name."""
    facts = register_facts(found.order_by("folded_name", "pk"), at)
    return Sheet("Register", REGISTER, (told_by(REGISTER, each) for each in facts))


def register_facts(found: QuerySet[Partnership], at: datetime) -> Iterator[Facts]:
    """Yield all that is told of each of these partnerships."""
    for rows in batches(found, fields_of(REGISTER)):
        pks, day = [row["pk"] for row in rows], day_of(at)
        also, hosts = other_names_of(pks), hosts_of(pks, day)
        members, themes, bands = members_of(pks, day), themes_of(pks), bands_of(pks, at)
        for row in rows:
            pk = row["pk"]
            yield row | {
                "other_names": also.get(pk),
                "lead_host": next((name for lead, name in hosts[pk] if lead), None),
                "other_hosts": [name for lead, name in hosts[pk] if not lead],
                "members": members[pk],
                "themes": themes[pk],
                "band": bands.get(pk),
            }


def directory_sheet(found: QuerySet[Organisation], by: Person | None, at: datetime) -> Sheet:
    """Return these bodies as a sheet, by name, with what ``by`` may see that we share."""
    every = Partnership.objects.all()

    def facts() -> Iterator[Facts]:
        visible = every if by is None else listed_to(by, day_of(at))
        for rows in batches(found.order_by("folded_name", "pk"), fields_of(DIRECTORY)):
            pks = [row["pk"] for row in rows]
            also, numbers = names_of_bodies(pks), numbers_of(pks)
            shared = shared_counts(pks, visible, day_of(at))
            for row in rows:
                pk = row["pk"]
                more = {"other_names": also.get(pk), "numbers": numbers[pk]}
                yield row | more | {"shared": shared.get(pk, 0)}

    return Sheet("Directory", DIRECTORY, (told_by(DIRECTORY, each) for each in facts()))


def memberships_sheet(found: QuerySet[Partnership], by: Person | None, at: datetime) -> Sheet:
    """Return a row for each place, and each member without one, of these partnerships.

    Addresses are told to those who keep the record, for those partnerships alone.
    """

    def facts() -> Iterator[Facts]:
        day = day_of(at)
        members = Membership.objects.filter(current(day), partnership__in=found.order_by())
        ordered = members.order_by(
            "partnership__folded_name", "partnership", "organisation__folded_name", "pk"
        )
        for rows in batches(ordered, ["partnership", *fields_of(MEMBERSHIPS)]):
            kept = kept_among({row["partnership"] for row in rows}, by, day)
            places = places_of([row["pk"] for row in rows], day)
            for row in rows:
                for place in places.get(row["pk"], [{}]):
                    hidden = {} if row["partnership"] in kept else {"email": None}
                    yield row | place | hidden

    return Sheet("Memberships", MEMBERSHIPS, (told_by(MEMBERSHIPS, each) for each in facts()))


def batches(found: QuerySet[Any], fields: Iterable[str]) -> Iterator[list[Facts]]:
    """Yield these fields, and ``pk``, of what was found, some hundreds at a time in its order.

    Only the keys are read at once, so that no query stays open while a slow reader takes the rows:
    on SQLite nobody could write down meanwhile how far it is. What was found is asked for once:
    who may see what takes long for a hundred thousand.
    """
    keys = array("q", found.values_list("pk", flat=True).iterator())
    light = found.model._default_manager.order_by().values("pk", *fields)
    for begin in range(0, len(keys), BATCH):
        some = list(keys[begin : begin + BATCH])
        rows = {row["pk"]: row for row in light.filter(pk__in=some)}
        yield [rows[key] for key in some if key in rows]


def hosts_of(pks: Iterable[int], day: date) -> dict[int, list[tuple[bool, str]]]:
    """Return the hosts of each partnership, the lead first."""
    hostings = Hosting.objects.filter(current(day), partnership__in=pks)
    told: dict[int, list[tuple[bool, str]]] = defaultdict(list)
    for pk, is_lead, name in hostings.order_by("-is_lead", "id").values_list(
        "partnership", "is_lead", "organisation__name"
    ):
        told[pk].append((is_lead, name))
    return told


def members_of(pks: Iterable[int], day: date) -> dict[int, list[str]]:
    """Return the members of each partnership by name."""
    members = Membership.objects.filter(current(day), partnership__in=pks)
    told: dict[int, list[str]] = defaultdict(list)
    for pk, unit, name in members.order_by("organisation__folded_name", "id").values_list(
        "partnership", "unit", "organisation__name"
    ):
        told[pk].append(f"{unit}, {name}" if unit else name)
    return told


def themes_of(pks: Iterable[int]) -> dict[int, list[str]]:
    """Return the themes of each partnership."""
    told: dict[int, list[str]] = defaultdict(list)
    for pk, name in (
        Theme.objects.filter(partnership__in=pks)
        .order_by("folded_name")
        .values_list("partnership", "name")
    ):
        told[pk].append(name)
    return told


def bands_of(pks: Iterable[int], at: datetime) -> dict[int, str]:
    """Return the latest result of each partnership that stands."""
    told: dict[int, str] = {}
    for row in told_in_register(pks, at):
        if row["band"]:
            figure = "" if row["overall"] is None else f" {row['overall']}"
            told.setdefault(row["partnership"], f"{row['band']}{figure} ({row['round__year']})")
    return told


def numbers_of(pks: Iterable[int]) -> dict[int, list[str]]:
    """Return the numbers by which public registers know each body: GB-CHC-1234567."""
    told: dict[int, list[str]] = defaultdict(list)
    for known in Identifier.objects.filter(organisation__in=pks).order_by("scheme", "value"):
        told[known.organisation_id].append(str(known))
    return told


def kept_among(pks: Iterable[int], by: Person | None, day: date) -> set[int]:
    """Return those of these partnerships whose record ``by`` keeps; None keeps every one."""
    if by is None:
        return set(pks)
    kept = kept_by(by, day).filter(pk__in=pks).order_by()
    return set(kept.values_list("pk", flat=True))


def stood_in_among(seats: QuerySet[Seat], day: date) -> dict[int, str]:
    """Return the places for which deputies among these stand in, each in a line."""
    there = Seat.objects.filter(current(day), current(day, "membership__"))
    others = there.filter(pk__in=seats.order_by().values("stands_in_for"))
    return places_told(others.select_related("membership__organisation"), day)


def places_of(members: Iterable[int], day: date) -> dict[int, list[Facts]]:
    """Return the places of each member with who holds them."""
    told: dict[int, list[Facts]] = defaultdict(list)
    seats = Seat.objects.filter(current(day), membership__in=members).order_by("id")
    held: dict[int, Facts] = {
        row["pk"]: dict(row)
        for row in seats.filter(current(day, "holders__")).values(
            "pk", "holders__person__name", "holders__person__email"
        )
    }
    stood_in = stood_in_among(seats, day)
    of_seats = seats.values_list("pk", "membership", "capacity", "stands_in_for")
    for pk, member, capacity, other in of_seats:
        holder: Facts = held.get(pk, {})
        told[member].append(
            {
                "capacity": capacity,
                "person": holder.get("holders__person__name"),
                "email": holder.get("holders__person__email"),
                "stands_in_for": stood_in.get(other or 0),
            }
        )
    return told
