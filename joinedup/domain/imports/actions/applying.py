"""Bring a staged file into the register: everything in one flip, or nothing."""

from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.arriving import Arriving
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.imports.actions.entering import ONCE, Entering
from joinedup.domain.imports.actions.keeping import in_order, keep_steps, kept_steps
from joinedup.domain.imports.actions.noting import make_entries
from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.imports.rules import why_not_apply, why_not_work_on
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.journal.actions import record, record_many
from joinedup.domain.partnerships.actions import seat_person
from joinedup.domain.partnerships.models import Seat
from joinedup.domain.people.models import Person

# One file at a time is entered or taken back: two planned at the same moment would both find a
# body missing and both enter it.
ENTERING = "entering what was imported"
CHANGED_SINCE = (
    "The register has changed since you looked at what would happen. "
    "Nothing was brought in. Look again, then bring it in."
)


@transaction.atomic
def apply_import(
    staged: Import, *, version: int, seen: str = "", by: Person | None, at: datetime
) -> Plan:
    """Bring a file into the register, once; refuses when the register has changed since ``seen``.

    ``seen`` is the digest of the plan that was shown. Whatever goes wrong, nothing is kept.
    """
    insist(why_not_work_on(staged, by, day_of(at)))
    wait_turn(ENTERING)
    if not Import.objects.filter(pk=staged.pk, state=staged.state, version=version).exists():
        raise Overtaken("Somebody else has gone on with this file meanwhile. Look at it again.")
    planned = plan_of(staged, by, day_of(at))
    insist(why_not_apply(planned))
    if seen and seen != planned.digest():
        raise Overtaken(CHANGED_SINCE)
    keep_steps(staged, in_order(planned.steps))
    arriving = Entering(staged, day_of(at)).make_ready()
    counts = {"outcome": planned.summary()}
    flip_import(staged, arriving, version=version, by=by, at=at, **counts)
    arriving.forget()
    for table in (ImportRow, ImportPiece):
        table.objects.filter(whole=staged).delete()
    for steps in kept_steps(staged):
        note_steps(staged, steps, by=by, at=at)
    forget_addresses(staged)
    return planned


def flip_import(
    staged: Import,
    arriving: Arriving,
    *,
    version: int,
    by: Person | None,
    at: datetime,
    **values: Any,
) -> None:
    """Let everything that was made ready be seen, in the caller's transaction."""
    arriving.move(once=ONCE)
    for steps in kept_steps(staged, "seats", Outcome.UPDATED):
        for step in steps:
            seat = Seat.objects.select_related("membership__partnership").get(pk=step.made)
            seat_person(seat, person_of(step), by=by, at=at)
    record("import.applied", staged, by=by, at=at, counts=values["outcome"]["counts"])
    ended = {"state": ImportState.APPLIED, "ended_at": at, **values}
    change(staged, expecting=(ImportState.STAGED, version), **ended)


def person_of(step: ImportStep) -> Person:
    """Return who takes over a place, known before or entered just now."""
    ref = step.values["person"]
    known = ImportStep.objects.filter(whole=step.whole_id, thing="people", ref=ref).first()
    return Person.objects.get(pk=known.made) if known else Person.objects.get(public_id=ref)


def note_steps(staged: Import, steps: list[ImportStep], *, by: Person | None, at: datetime) -> None:
    """Write the history of some steps, and where to go on after a kill."""
    entries = make_entries(staged, steps, by=by, at=at)
    with transaction.atomic():
        record_many(entries)
        forget_values(steps)
        Import.objects.filter(pk=staged.pk).update(planned={"noted": steps[-1].pk})


def forget_values(steps: list[ImportStep]) -> None:
    """Keep no more of some steps than is needed to undo them."""
    keys = [step.pk for step in steps]
    these = ImportStep.objects.filter(pk__in=keys)
    these.filter(outcome=Outcome.UNCHANGED).delete()
    these.filter(outcome=Outcome.CREATED).exclude(thing="scores").update(values={})


def forget_addresses(staged: Import) -> None:
    """Keep no addresses beside a file once everything is in its place."""
    of_people = ImportStep.objects.filter(whole=staged, thing__in=("people", "seats"))
    of_people.filter(outcome=Outcome.CREATED).update(ref="")
