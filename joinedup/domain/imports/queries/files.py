"""The files brought in, or waiting, and what they would do."""

from collections.abc import Iterable, Iterator
from datetime import date

from django.db.models import QuerySet

from joinedup.domain.imports.kinds import LONG
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.imports.queries.planned import kept_plan
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of
from joinedup.domain.knowledge.queries import known_register
from joinedup.domain.mappings.mapping import Mapping, mapping_of
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person
from joinedup.domain.rolls.planning import plan
from joinedup.domain.spreadsheets.table import Row, Table

MOST_REMEMBERED = 20
# Their references begin with that of the partnership.
ON_PARTNERSHIPS = ("hosts", "memberships", "scores")


def visible_to(person: Person, day: date) -> QuerySet[Import]:
    """Return the files brought in, or waiting, for bodies that ``person`` is an officer of."""
    if not person.is_authenticated:
        return Import.objects.none()
    own = works_for(person, day, *OFFICERS)
    return Import.objects.filter(organisation__in=own).select_related("organisation", "person")


def table_of(staged: Import) -> Table:
    """Return a staged file as it was read."""
    found, notes = staged.found, tuple(staged.found.get("notes", ()))
    return Table(tuple(staged.columns), StagedRows(staged), notes, found.get("heading_row", 1))


class StagedRows:
    """The rows of a staged file, fetched some hundred at a time whenever they are gone through."""

    def __init__(self, staged: Import) -> None:
        self.staged = staged

    def __len__(self) -> int:
        return self.staged.rows.count()

    def __iter__(self) -> Iterator[Row]:
        rows, after = self.staged.rows.order_by("number"), -1
        while some := list(rows.filter(number__gt=after).values_list("number", "cells")[:LONG]):
            for number, cells in some:
                yield Row(number, tuple(cells))
            after = some[-1][0]


def sample_of(staged: Import) -> Table:
    """Return the beginning of a staged file: enough to know its columns by."""
    rows = staged.rows.order_by("number").values_list("number", "cells")[:LONG]
    read = tuple(Row(number, tuple(cells)) for number, cells in rows)
    return Table(tuple(staged.columns), read, tuple(staged.found.get("notes", ())))


def rows_numbered(staged: Import, numbers: Iterable[int]) -> list[Row]:
    """Return some rows of a staged file by their numbers."""
    rows = staged.rows.filter(number__in=set(numbers)).order_by("number")
    return [Row(number, tuple(cells)) for number, cells in rows.values_list("number", "cells")]


def mapping_for_import(staged: Import) -> Mapping:
    """Return the mapping a staged file is to be read by."""
    return mapping_of(staged.mapping)


def plan_of(staged: Import, by: Person | None, day: date) -> Plan:
    """Return what bringing a staged file in would do now; of a long one, what was worked out."""
    return kept_plan(staged) if is_long(staged) else fresh_plan(staged, by, day)


def is_long(staged: Import) -> bool:
    """Say whether a file is worked on by a worker, because it would keep people waiting."""
    return int(staged.found.get("rows", 0)) > LONG


def fresh_plan(staged: Import, by: Person | None, day: date) -> Plan:
    """Return what bringing a staged file in would do, worked out now."""
    known = known_register(by, day, host=staged.organisation)
    return plan(table_of(staged), mapping_for_import(staged), known, staged.answers)


def earlier_import(fresh: Import) -> Import | None:
    """Return the last file for the same body with the same kind and columns, if there is one."""
    same = Import.objects.filter(organisation=fresh.organisation, kind=fresh.kind)
    return next((one for one in same[:MOST_REMEMBERED] if one.columns == fresh.columns), None)


def steps_after(
    applied: Import, thing: str, outcome: Outcome, after: int, most: int
) -> list[ImportStep]:
    """Return what a file made or changed of one sort, in the order of its rows, some at a time."""
    steps = ImportStep.objects.filter(whole=applied, thing=thing, outcome=outcome, pk__gt=after)
    return list(steps.order_by("pk")[:most])


def pages_of(applied: Import, steps: list[ImportStep]) -> dict[int, tuple[str, str]]:
    """Return whose page shows each thing: the partnership's, or the organisation's."""
    refs = {step.ref.partition("|")[0] for step in steps if step.thing in ON_PARTNERSHIPS}
    made = ImportStep.objects.filter(whole=applied, thing="partnerships", ref__in=refs).order_by()
    there = {ref: ref for ref in refs if not ref.startswith("new:")}
    there |= {ref: new or ref for ref, new in made.values_list("ref", "public_id")}
    pages = {}
    for step in steps:
        own = step.public_id or step.ref
        partnership = there.get(step.ref.partition("|")[0], "")
        partnership = own if step.thing == "partnerships" else partnership
        pages[step.pk] = (partnership, own if step.thing == "organisations" else "")
    return pages


def story_of(staged: Import) -> list[Entry]:
    """Return what was done to a file, by whom and when, the first first."""
    return list(history_of(staged).order_by("id"))
