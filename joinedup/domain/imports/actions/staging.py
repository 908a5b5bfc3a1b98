"""Stage a file outside the register, and decide what it means."""

import hashlib
from collections.abc import Mapping as Answers
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused, insist
from joinedup.domain.imports.kinds import DAYS_STAGED, ImportState, ImportWork
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.imports.queries import earlier_import, is_long, kept_plan, sample_of
from joinedup.domain.imports.rules import why_not_discard, why_not_import_for, why_not_work_on
from joinedup.domain.jobs.actions import enqueue
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.mappings.mapping import (
    Mapping,
    UnusableMapping,
    as_plain,
    mapping_of,
    problems_with,
)
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.rolls.shipping import mapping_for
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Table, Unreadable

BATCH = 1000
# Answers that are about one file as it stood: its broken cells, its confirmed members.
ONE_FILE_ONLY = {"problems", "members"}


def stage_import(
    data: bytes,
    file_name: str,
    *,
    kind: str = "",
    organisation: Organisation | None = None,
    mapping: Mapping | None = None,
    by: Person | None,
    at: datetime,
    encoding: str = "",
    delimiter: str = "",
    sheet: str = "",
    heading_row: int = 0,
) -> Import:
    """Read a file and keep its rows outside the register, with a first guess of its columns.

    A list with the same columns as one before takes over what was said of them, and its answers.
    """
    insist(why_not_import_for(organisation, by, day_of(at)))
    how = {"encoding": encoding, "delimiter": delimiter, "sheet": sheet}
    try:
        table = read_table(data, file_name, heading_row=heading_row, **how)
    except Unreadable as problem:
        raise Refused(str(problem), "file") from None
    staged = Import(
        organisation=organisation,
        person=by,
        file_name=short_name(file_name),
        digest=hashlib.sha256(data).hexdigest(),
        begun_at=at,
    )
    take_table(staged, table, kind, mapping)
    keep_rows(staged, table, by=by, at=at)
    return staged


def short_name(file_name: str) -> str:
    """Return the name of a file as it is kept."""
    return " ".join(file_name.split())[-200:] or "list"


def take_table(staged: Import, table: Table, kind: str, mapping: Mapping | None) -> None:
    """Take over what was found in a file, with a first guess of its columns."""
    chosen = mapping or mapping_for(table, kind)
    staged.kind, staged.mapping = chosen.kind, as_plain(chosen)
    staged.columns, staged.found = list(table.columns), what_was_found(table)
    if mapping is None:
        remember(staged)


def remember(staged: Import) -> None:
    """Take over what was said of the columns of the last such list, and its answers.

    A mended file is another file: what was confirmed of the old one is asked again.
    """
    earlier = earlier_import(staged)
    if earlier is None:
        return
    staged.mapping = earlier.mapping
    answers = dict(earlier.answers)
    if earlier.digest != staged.digest:
        answers = {key: value for key, value in answers.items() if key not in ONE_FILE_ONLY}
    staged.answers = answers


@transaction.atomic
def keep_rows(staged: Import, table: Table, *, by: Person | None, at: datetime) -> None:
    """Write a file and its rows; they are no part of the register yet."""
    staged.save(force_insert=True)
    rows = (ImportRow(whole=staged, number=row.number, cells=row.cells) for row in table.rows)
    ImportRow.objects.bulk_create(rows, batch_size=BATCH)
    record("import.staged", staged, by=by, at=at, file=staged.file_name, rows=len(table.rows))


def what_was_found(table: Table) -> dict[str, object]:
    """Return what was noticed while reading, for the page that shows it."""
    return {
        "notes": list(table.notes),
        "rows": len(table.rows),
        "heading_row": table.heading_row,
        "encoding": table.encoding,
        "delimiter": table.delimiter,
        "sheet": table.sheet,
        "sheets": list(table.sheets),
    }


@transaction.atomic
def choose_mapping(
    staged: Import, mapping: Mapping, *, version: int, by: Person | None, at: datetime
) -> None:
    """Say what each column of a staged file means; answers given before are kept."""
    insist(why_not_work_on(staged, by, day_of(at)))
    try:
        mapping = mapping_of(as_plain(mapping))
    except UnusableMapping as unusable:
        raise Refused(unusable.problems[0]) from None
    problems = problems_with(mapping, sample_of(staged))
    insist(problems[0] if problems else None)
    values = {"mapping": as_plain(mapping), "kind": mapping.kind}
    change(staged, expecting=(ImportState.STAGED, version), **values)
    if is_long(staged):
        replan_import(staged, by=by, at=at)


@transaction.atomic
def answer_questions(
    staged: Import, answers: Answers[str, str], *, version: int, by: Person | None, at: datetime
) -> None:
    """Keep answers to what only a person can decide; an empty one takes an answer back."""
    insist(why_not_work_on(staged, by, day_of(at)))
    merged = {key: value for key, value in {**staged.answers, **answers}.items() if value}
    change(staged, expecting=(ImportState.STAGED, version), answers=merged)
    if is_long(staged) and is_to_be_planned(staged, answers):
        replan_import(staged, by=by, at=at)


def is_to_be_planned(staged: Import, told: Answers[str, str]) -> bool:
    """Say whether answers are to be worked out at once, or whether more of them are to come.

    Members are confirmed page by page, and questions are answered some at a time.
    """
    matters = any(not key.startswith("member:") for key in told)
    return matters and not (staged.planned and kept_plan(staged).questions)


def replan_import(staged: Import, *, by: Person | None, at: datetime) -> None:
    """Have a worker work out what a long file would do."""
    enqueue_import(staged, ImportWork.PLANNING, by=by, at=at)


def enqueue_import(
    staged: Import, work: ImportWork, *, by: Person | None, at: datetime, **arguments: Any
) -> None:
    """Have a worker go on with a long file; its page says how far it is."""
    told = {"work": work, "done": 0, "total": 0, "trouble": ""}
    free = Import.objects.filter(pk=staged.pk, version=staged.version).exclude(work=work)
    if free.update(**told) == 0:
        raise Overtaken("Somebody else has gone on with this file meanwhile. Look at it again.")
    staged.work = work
    key = f"{staged.public_id}:{staged.version}:{at.timestamp()}"
    arguments |= {"public_id": staged.public_id, "by": by.public_id if by else ""}
    enqueue(f"imports.{work.lower()}", key=key, run_at=at, **arguments)


@transaction.atomic
def discard_import(staged: Import, *, version: int, by: Person | None, at: datetime) -> None:
    """Put a staged file aside; its rows are cleared away and the register stays as it is."""
    insist(why_not_discard(staged, by, day_of(at)))
    ended = {"state": ImportState.DISCARDED, "ended_at": at, "work": ImportWork.NONE}
    change(staged, expecting=(ImportState.STAGED, version), **ended)
    clear_rows(staged)
    record("import.discarded", staged, by=by, at=at)


def clear_rows(staged: Import) -> None:
    """Clear away the rows of a file, which hold people's names and addresses."""
    for table in (ImportRow, ImportPiece, ImportStep):
        table.objects.filter(whole=staged).delete()


@job("imports.discard_stale", in_one_transaction=False, every=timedelta(days=1))
def discard_stale_imports(*, at: datetime) -> None:
    """Put aside files that have waited for a month, each by itself: some are very long."""
    waiting = Import.objects.filter(state=ImportState.STAGED)
    for staged in waiting.filter(begun_at__lt=at - timedelta(days=DAYS_STAGED)):
        discard_import(staged, version=staged.version, by=None, at=at)
