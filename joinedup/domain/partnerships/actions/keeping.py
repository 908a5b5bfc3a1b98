from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import (
    Hosting,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Theme,
)
from joinedup.domain.partnerships.rules import (
    LATER,
    why_not_add_host,
    why_not_also_named,
    why_not_change,
    why_not_dated,
    why_not_ended_on,
    why_not_move,
    why_not_named,
    why_not_referenced,
    why_not_register,
    why_not_themed,
)
from joinedup.domain.people.models import Person
from joinedup.domain.places.actions import note_areas
from joinedup.domain.places.models import Area
from joinedup.domain.places.rules import why_not_code, why_not_place


@transaction.atomic
def register_partnership(
    name: str, *, host: Organisation, by: Person | None, at: datetime, **details: Any
) -> Partnership:
    """Enter a partnership in the register, with ``host`` as its lead host."""
    insist(why_not_register(host, by, day_of(at)))
    insist_on_details(None, {"name": name, **details}, day_of(at))
    themes = details.pop("themes", ())
    partnership = Partnership.objects.create(name=name.strip(), folded_name=folded(name), **details)
    note_themes(partnership, themes)
    Hosting.objects.create(partnership=partnership, organisation=host, is_lead=True)
    record("partnership.registered", partnership, by=by, at=at, host=host.public_id)
    return partnership


def insist_on_details(partnership: Partnership | None, values: dict[str, Any], day: date) -> None:
    """Refuse details that cannot be, each beside the field that mends it."""
    if "name" in values:
        insist(why_not_named(values["name"]), "name")
    for last in LATER:
        insist(why_not_dated(partnership, values, last), last)
    insist(why_not_ended_on(values.get("ended_on"), day), "ended_on")
    for theme in values.get("themes", ()):
        insist(why_not_themed(theme), "themes")
    insist(why_not_referenced(partnership, values.get("reference", "")), "reference")


def note_themes(partnership: Partnership, names: Iterable[str]) -> None:
    """Keep these themes and no others; the same theme twice is kept once."""
    named = {folded(name): name.strip() for name in reversed(list(names))}
    partnership.themes.exclude(folded_name__in=named).delete()
    for fold, name in named.items():
        Theme.objects.update_or_create(
            partnership=partnership, folded_name=fold, defaults={"name": name}
        )


def area_at(code: str, name: str) -> Area | None:
    """Return the place with this official code, noted under ``name`` when it is new; or none."""
    if not code:
        return None
    insist(why_not_code(code), "place_code")
    insist(why_not_place(code, name), "place_name")
    return note_areas({code.upper(): name})[code.upper()]


@transaction.atomic
def change_partnership(
    partnership: Partnership, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Correct the shared record; a new name keeps the old one, which still finds the page.

    ``place`` may be given as official code and name instead of ``area``, and ``themes`` as words.
    """
    insist(why_not_change(partnership, by, day_of(at)))
    insist_on_details(partnership, values, day_of(at))
    was = {}
    if "themes" in values:
        was["themes"] = ", ".join(partnership.themes.values_list("name", flat=True))
        note_themes(partnership, values.pop("themes"))
    if "place" in values:
        values |= {"area": area_at(*values.pop("place"))}
    if "name" in values:
        values |= {"name": values["name"].strip()}
    now = {name: in_text(value) for name, value in values.items()}
    if "themes" in was:
        now["themes"] = ", ".join(partnership.themes.values_list("name", flat=True))
    was |= {name: in_text(getattr(partnership, name)) for name in values}
    changed = {name: old for name, old in was.items() if old != now[name]}
    old_name, new_name = partnership.name, values.get("name", partnership.name)
    expecting = (partnership.state, version)
    change(partnership, expecting=expecting, **values, folded_name=folded(new_name))
    if folded(old_name) != folded(new_name):
        note_partnership_name(partnership, old_name, sort=NameSort.FORMER, to_on=day_of(at))
    if changed:
        record("partnership.changed", partnership, by=by, at=at, was=changed)


def in_text(value: Any) -> str:
    """Return a value of the record as the journal keeps it; nothing known is nothing written."""
    if value is None or value is False:
        return ""
    return f"{value:.2f}" if isinstance(value, Decimal) else str(value)


def note_partnership_name(
    partnership: Partnership,
    name: str,
    *,
    sort: str = NameSort.ALIAS,
    from_on: date | None = None,
    to_on: date | None = None,
) -> None:
    """Keep another name of the partnership; the same name twice is kept once."""
    OtherPartnershipName.objects.get_or_create(
        partnership=partnership,
        folded_name=folded(name),
        defaults={"name": name.strip(), "sort": sort, "from_on": from_on, "to_on": to_on},
    )


@transaction.atomic
def add_partnership_name(
    partnership: Partnership, name: str, *, sort: str, by: Person | None, at: datetime
) -> None:
    """Record another name, so that it finds the page."""
    insist(why_not_change(partnership, by, day_of(at)))
    insist(why_not_also_named(partnership, name), "name")
    note_partnership_name(partnership, name, sort=sort)
    record("partnership.named", partnership, by=by, at=at, name=name.strip())


@transaction.atomic
def move_partnership(
    partnership: Partnership, to: State, *, because: str, by: Person | None, at: datetime
) -> None:
    """Move the record to another state, with the reason."""
    insist(why_not_move(partnership, to, by, day_of(at)))
    change(partnership, expecting=(partnership.state, partnership.version), state=to)
    record("partnership.moved", partnership, by=by, at=at, because=because, to=to)


@transaction.atomic
def add_host(
    partnership: Partnership, organisation: Organisation, *, by: Person | None, at: datetime
) -> None:
    """Let another organisation administer the record beside the lead host."""
    insist(why_not_add_host(partnership, organisation, by, day_of(at)), "organisation")
    Hosting.objects.create(partnership=partnership, organisation=organisation, from_on=day_of(at))
    record("partnership.hosted", partnership, by=by, at=at, host=organisation.public_id)


@transaction.atomic
def report_score(
    partnership: Partnership,
    year: int,
    *,
    overall: float | None,
    band: str,
    by: Person | None,
    at: datetime,
) -> None:
    """Keep a score of an earlier year as reported; a later report of the year replaces it."""
    insist(why_not_change(partnership, by, day_of(at)))
    ReportedScore.objects.update_or_create(
        partnership=partnership, year=year, defaults={"overall": overall, "band": band}
    )
    record("score.reported", partnership, by=by, at=at, year=year)
