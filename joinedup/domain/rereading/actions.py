from datetime import datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.imports.actions import stage_import
from joinedup.domain.imports.actions.staging import (
    BATCH,
    ONE_FILE_ONLY,
    enqueue_import,
    replan_import,
    take_table,
)
from joinedup.domain.imports.kinds import LONG_FILE, ImportState, ImportWork
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.imports.queries import is_long, sample_of
from joinedup.domain.imports.queries.files import mapping_for_import
from joinedup.domain.journal.actions import record
from joinedup.domain.mappings.mapping import problems_with
from joinedup.domain.people.models import Person
from joinedup.domain.rereading.rules import why_not_reread
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Table, Unreadable


@transaction.atomic
def stage_and_keep_import(data: bytes, file_name: str, **how: Any) -> Import:
    """Stage a file, and keep it as it was sent until it is brought in or put aside."""
    staged = stage_import(data, file_name, **how)
    ImportPiece.objects.create(whole=staged, number=0, data=data)
    return staged


@transaction.atomic
def reread_import(
    staged: Import, *, version: int, by: Person | None, at: datetime, **how: Any
) -> None:
    """Read a waiting file in another way; answers about its cells as they were read are dropped.

    A long file is read again by a worker. ``how`` is as in ``stage_import``; what is empty is
    found out.
    """
    insist(why_not_reread(staged, by, day_of(at)))
    data = b"".join(bytes(piece.data) for piece in staged.pieces.order_by("number"))
    record("import.reread", staged, by=by, at=at)
    if len(data) > LONG_FILE:
        values: dict[str, Any] = {"planned": {}, "answers": lasting(staged.answers)}
        change(staged, expecting=(ImportState.STAGED, version), **values)
        enqueue_import(staged, ImportWork.READING, by=by, at=at, how=how)
        return
    try:
        table = read_table(data, staged.file_name, **how)
    except Unreadable as problem:
        raise Refused(str(problem)) from None
    replace_rows(staged, table, version=version)
    if is_long(staged) and not problems_with(mapping_for_import(staged), sample_of(staged)):
        replan_import(staged, by=by, at=at)


def replace_rows(staged: Import, table: Table, *, version: int) -> None:
    """Put what was read now in place of what was read before."""
    take_table(staged, table, "", None)
    names = ("kind", "mapping", "columns", "found")
    values = {name: getattr(staged, name) for name in names}
    values |= {"planned": {}, "answers": lasting(staged.answers)}
    change(staged, expecting=(ImportState.STAGED, version), **values)
    for old in (ImportRow, ImportStep):
        old.objects.filter(whole=staged).delete()
    rows = (ImportRow(whole=staged, number=row.number, cells=row.cells) for row in table.rows)
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)


def lasting(answers: dict[str, str]) -> dict[str, str]:
    """Return the answers that hold however a file is read."""
    return {key: value for key, value in answers.items() if key not in ONE_FILE_ONLY}
