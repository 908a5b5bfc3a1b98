"""Keep what a file will do, thing by thing, each with the key its row will have."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db import models

from joinedup.domain.basics.arriving import reserve
from joinedup.domain.basics.identifiers import new_public_id
from joinedup.domain.contacts.models import Contact
from joinedup.domain.contributions.models import Contribution
from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.organisations.models import Organisation, Succession
from joinedup.domain.partnerships.models import (
    Hosting,
    Membership,
    Partnership,
    ReportedScore,
    Seat,
)
from joinedup.domain.people.models import Person

BATCH = 500
# In the order in which they are entered: what others refer to comes first.
TABLES: dict[str, type[models.Model]] = {
    "organisations": Organisation,
    "successions": Succession,
    "contacts": Contact,
    "partnerships": Partnership,
    "hosts": Hosting,
    "memberships": Membership,
    "people": Person,
    "seats": Seat,
    "deputies": Seat,
    "scores": ReportedScore,
    "contributions": Contribution,
}
KNOWN_BY_REF = ("organisations", "partnerships", "people", "seats", "deputies", "contributions")
REFERRING = {
    "organisation": "organisations",
    "accountable_body": "organisations",
    "part_of": "organisations",
    "predecessor": "organisations",
    "successor": "organisations",
    "partnership": "partnerships",
    "person": "people",
}


def keep_steps(staged: Import, steps: Iterable[Step]) -> None:
    """Keep steps beside their file, some hundred at a time so that nobody waits for long."""
    waiting = iter(steps)
    while some := list(islice(waiting, BATCH)):
        keep_some(staged, some)


def keep_some(staged: Import, steps: Sequence[Step]) -> None:
    """Keep some steps; what is new gets its key and public identifier here, before it is there.

    Only the last line needs the database to itself, so that others come in between.
    """
    kept = []
    for thing in dict.fromkeys(step.thing for step in steps):
        these = [step for step in steps if step.thing == thing]
        created = [step for step in these if step.outcome == Outcome.CREATED]
        keys = dict(zip(map(id, created), reserve(TABLES[thing], len(created)), strict=True))
        known = known_keys(thing, [step.ref for step in these])
        kept += [
            ImportStep(
                whole=staged,
                thing=thing,
                outcome=step.outcome,
                ref=step.ref,
                row=step.row,
                label=step.label,
                values=step.values,
                before=step.before,
                made=keys.get(id(step)) or known.get(step.ref, 0),
                public_id=new_public_id() if id(step) in keys else "",
            )
            for step in these
        ]
    ImportStep.objects.bulk_create(kept)


def known_keys(thing: str, refs: Sequence[str]) -> dict[str, int]:
    """Return the keys of the rows that are there already, by the references of a plan."""
    if thing not in KNOWN_BY_REF:
        return {}
    there = [ref for ref in refs if not ref.startswith("new:")]
    found = TABLES[thing]._default_manager.filter(public_id__in=there).order_by()
    return dict(found.values_list("public_id", "pk"))


def kept_steps(
    staged: Import, thing: str = "", *outcomes: Outcome, after: int = 0
) -> Iterator[list[ImportStep]]:
    """Yield the kept steps of a file in order, some hundred at a time."""
    steps = ImportStep.objects.filter(whole=staged).order_by("pk")
    if thing:
        steps = steps.filter(thing=thing)
    if outcomes:
        steps = steps.filter(outcome__in=outcomes)
    while some := list(steps.filter(pk__gt=after)[:BATCH]):
        yield some
        after = some[-1].pk


def keys_of(staged: Import, thing: str, refs: Iterable[str]) -> dict[str, int]:
    """Return the keys of what references of a plan mean: new, named by the file, or only known."""
    wanted = set(refs)
    steps = ImportStep.objects.filter(whole=staged, thing=thing, ref__in=wanted, made__gt=0)
    keys = dict(steps.order_by().values_list("ref", "made"))
    return keys | known_keys(thing, sorted(wanted - keys.keys()))


def referred_to(staged: Import, steps: Sequence[ImportStep]) -> dict[str, dict[str, int]]:
    """Return the keys of everything that some steps refer to, by what it is called in them."""
    return {
        name: keys_of(staged, thing, {s.values[name] for s in steps if name in s.values})
        for name, thing in REFERRING.items()
    }


def in_order(steps: Iterable[Step]) -> list[Step]:
    """Return steps with what others refer to first."""
    order: dict[Any, int] = {thing: place for place, thing in enumerate(TABLES)}
    return sorted(steps, key=lambda step: order[step.thing])
