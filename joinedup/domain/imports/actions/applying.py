"""Bring a staged file into the register: everything in one flip, or nothing."""

from datetime import datetime

from django.db import connection, transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, insist
from joinedup.domain.imports.actions.entering import Entering
from joinedup.domain.imports.actions.staging import clear_rows
from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.queries import plan_of
from joinedup.domain.imports.rules import why_not_apply, why_not_work_on
from joinedup.domain.intake.plan import Plan
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person

# Two files planned at the same moment would both find a body missing and both enter it.
ONE_AT_A_TIME = 7_202_301


@transaction.atomic
def apply_import(
    staged: Import, *, version: int, seen: str = "", by: Person | None, at: datetime
) -> Plan:
    """Bring a file into the register, once; refuses when the register has changed since ``seen``.

    ``seen`` is the digest of the plan that was shown. Whatever goes wrong, nothing is kept.
    """
    insist(why_not_work_on(staged, by, day_of(at)))
    wait_for_others()
    if not Import.objects.filter(pk=staged.pk, state=staged.state, version=version).exists():
        raise Overtaken("Somebody else has gone on with this file meanwhile. Look at it again.")
    planned = plan_of(staged, by, day_of(at))
    insist(why_not_apply(planned))
    if seen and seen != planned.digest():
        raise Overtaken(
            "The register has changed since you looked at what would happen. "
            "Nothing was brought in. Look again, then bring it in."
        )
    Entering(planned, staged, by=by, at=at).enter()
    clear_rows(staged)
    record("import.applied", staged, by=by, at=at, counts=planned.counts())
    ended = {"state": ImportState.APPLIED, "ended_at": at, "outcome": planned.summary()}
    change(staged, expecting=(ImportState.STAGED, version), **ended)
    return planned


def wait_for_others() -> None:
    """Let one import at a time enter things; SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
