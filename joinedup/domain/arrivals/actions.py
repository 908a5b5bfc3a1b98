"""What a worker does with a long file, in steps so short that nobody else waits for long.

Each part can be begun again: whatever a killed worker left is cleared away or gone on with.
"""

import hashlib
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F

from joinedup.domain.arrivals.queries import being_planned, end_of_journal, has_moved
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused, insist
from joinedup.domain.basics.turns import wait_turn
from joinedup.domain.imports.actions.applying import (
    CHANGED_SINCE,
    ENTERING,
    flip_import,
    forget_addresses,
    note_steps,
)
from joinedup.domain.imports.actions.entering import Entering
from joinedup.domain.imports.actions.keeping import keep_some, kept_steps
from joinedup.domain.imports.actions.staging import (
    BATCH,
    enqueue_import,
    replan_import,
    short_name,
    take_table,
)
from joinedup.domain.imports.kinds import LONG, ImportState, ImportWork
from joinedup.domain.imports.models import Import, ImportPiece, ImportRow, ImportStep
from joinedup.domain.imports.queries import (
    is_long,
    mapping_for_import,
    plan_of,
    sample_of,
)
from joinedup.domain.imports.queries.planned import as_kept
from joinedup.domain.imports.rules import why_not_apply, why_not_import_for, why_not_work_on
from joinedup.domain.intake.plan import Tally
from joinedup.domain.jobs.queries import given_up
from joinedup.domain.jobs.registry import Hold, job
from joinedup.domain.journal.actions import record
from joinedup.domain.mappings.mapping import MEMBERSHIPS, problems_with
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.spreadsheets.reading import read_rows
from joinedup.domain.spreadsheets.table import Rows, Table, Unreadable
from joinedup.domain.upkeep.actions import learn_later

# How long a file waits for another worker after its own was killed. What lies between two signs
# of life takes some seconds as a rule, the flip of 200,000 rows included.
LEASE = timedelta(minutes=3)
TRIES = 3
STEPS_AT_ONCE = 500
PAUSE = 0.02
STOPPED = "We could not finish this. Nothing was brought in. Try again, or put the file aside."
long_job: dict[str, Any] = {
    "lease": LEASE,
    "attempts": TRIES,
    "in_one_transaction": False,
    "long": True,
    "held": True,
}


def stage_long_import(
    pieces: Iterable[bytes],
    file_name: str,
    *,
    organisation: Organisation,
    by: Person,
    at: datetime,
    **how: Any,
) -> Import:
    """Keep a long file as it was sent; a worker reads it while its page says how far it is."""
    insist(why_not_import_for(organisation, by, day_of(at)))
    staged = Import(
        organisation=organisation, person=by, file_name=short_name(file_name), begun_at=at
    )
    staged.kind = how.get("kind") or MEMBERSHIPS
    staged.save(force_insert=True)
    whole = hashlib.sha256()
    for number, data in enumerate(pieces):
        whole.update(data)
        ImportPiece.objects.create(whole=staged, number=number, data=data)
    with transaction.atomic():
        Import.objects.filter(pk=staged.pk).update(digest=whole.hexdigest())
        record("import.staged", staged, by=by, at=at, file=staged.file_name)
        enqueue_import(staged, ImportWork.READING, by=by, at=at, how=how)
    return staged


class Working:
    """One part of the work on one file: what it is, for whom, and how far it is."""

    def __init__(self, public_id: str, work: ImportWork, at: datetime, hold: Hold) -> None:
        self.work, self.at, self.hold, self.waiting = work, at, hold, 0
        files = Import.objects.select_related("organisation", "person")
        self.file = files.filter(public_id=public_id, work=work).first()

    def passed(self, more: int) -> None:
        """Note how far it is; the page is told now and then."""
        self.waiting += more
        if self.waiting >= BATCH:
            self.reached(0)

    def reached(self, more: int) -> None:
        """Tell the page how far it is, and keep the job."""
        more, self.waiting = more + self.waiting, 0
        if self.file:
            Import.objects.filter(pk=self.file.pk).update(done=F("done") + more)
        # Whoever waits to write looks again every tenth of a second: leave them gaps to find.
        time.sleep(PAUSE)
        self.hold()

    def expect(self, total: int) -> None:
        """Tell the page how much there is to do."""
        if self.file:
            Import.objects.filter(pk=self.file.pk).update(done=0, total=total)

    def end(self, trouble: str = "") -> None:
        """Tell the page that people can go on, or what stopped the work."""
        if self.file:
            ended = {"work": ImportWork.NONE, "trouble": trouble[:300]}
            Import.objects.filter(pk=self.file.pk, work=self.work).update(**ended)


def some_at_a_time(things: Iterable[Any], many: int) -> Iterator[list[Any]]:
    """Yield things some at a time."""
    waiting = iter(things)
    while some := list(islice(waiting, many)):
        yield some


def clear(table: Any, staged: Import) -> None:
    """Clear away what belongs to a file, some at a time."""
    rows = table.objects.filter(whole=staged).order_by("pk")
    while keys := list(rows.values_list("pk", flat=True)[:BATCH]):
        table.objects.filter(pk__in=keys).delete()


@job("imports.reading", **long_job)
def read_import(*, public_id: str, by: str, how: dict[str, Any], at: datetime, hold: Hold) -> None:
    """Read a long file and keep its rows; then work out what it would do."""
    working = Working(public_id, ImportWork.READING, at, hold)
    if working.file is None:
        return
    clear(ImportRow, working.file)
    kind = how.pop("kind", "")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        with path.open("wb") as copy:
            for piece in working.file.pieces.order_by("number").iterator(chunk_size=1):
                copy.write(piece.data)
        try:
            keep_file(working.file, read_rows(path, working.file.file_name, **how), kind, working)
        except Unreadable as problem:
            working.end(str(problem))
            return
    with transaction.atomic():
        working.end()
        ready = not problems_with(mapping_for_import(working.file), sample_of(working.file))
        if is_long(working.file) and ready:
            replan_import(working.file, by=person_called(by), at=at)


def keep_file(staged: Import, rows: Rows, kind: str, working: Working) -> None:
    """Keep the rows of a file, and what was found in it."""
    working.expect(rows.count)
    for some in some_at_a_time(rows, BATCH):
        kept = [ImportRow(whole=staged, number=r.number, cells=r.cells) for r in some]
        ImportRow.objects.bulk_create(kept)
        working.reached(len(some))
    take_table(staged, beginning_of(rows), kind, None)
    staged.found["rows"] = rows.count
    staged.save(update_fields=["kind", "mapping", "columns", "found", "answers"])


def person_called(public_id: str) -> Person | None:
    """Return who handed work over."""
    return Person.objects.filter(public_id=public_id).first()


def beginning_of(rows: Rows) -> Table:
    """Return the first rows of a list as a table of their own."""
    named = {name: value for name, value in vars(rows).items() if name not in ("again", "count")}
    return Table(rows=tuple(islice(rows, LONG)), **named)


@job("imports.planning", **long_job)
def plan_import(*, public_id: str, by: str, at: datetime, hold: Hold) -> None:
    """Work out what a long file would do, and keep it step by step."""
    working = Working(public_id, ImportWork.PLANNING, at, hold)
    if working.file:
        keep_plan(working.file, working, person_called(by))
        working.end()


def keep_plan(staged: Import, working: Working, who: Person | None) -> None:
    """Work out what a file would do and keep it in place of what was worked out before."""
    clear(ImportStep, staged)
    mark, tally = end_of_journal(), Tally()
    working.expect(2 * int(staged.found["rows"]))  # each is read, and then planned
    planned = being_planned(staged, who, day_of(working.at), working.passed)
    for some in some_at_a_time(map(tally.add, planned.steps()), STEPS_AT_ONCE):
        keep_some(staged, some)
        working.reached(0)
    staged.planned = as_kept(planned.ended(), tally, staged.version, mark)
    Import.objects.filter(pk=staged.pk, version=staged.version).update(planned=staged.planned)


@transaction.atomic
def begin_import(staged: Import, *, version: int, seen: str, by: Person, at: datetime) -> None:
    """Have a worker bring a long file in, if what was shown still holds."""
    insist(why_not_work_on(staged, by, day_of(at)))
    planned = plan_of(staged, by, day_of(at))
    insist(why_not_apply(planned))
    if (
        version != staged.version
        or staged.planned["version"] != version
        or seen != planned.digest()
    ):
        raise Overtaken(CHANGED_SINCE)
    enqueue_import(staged, ImportWork.ENTERING, by=by, at=at, seen=seen)


@job("imports.entering", **long_job)
def enter_import(*, public_id: str, seen: str, by: str, at: datetime, hold: Hold) -> None:
    """Bring a long file in: made ready aside, then seen all at once; or nothing of it."""
    working = Working(public_id, ImportWork.ENTERING, at, hold)
    staged, person = working.file, Person.objects.get(public_id=by)
    if staged is None:
        return
    try:
        insist(why_not_import_for(staged.organisation, person, day_of(at)))
        for _ in range(TRIES):
            if has_moved(staged):
                keep_plan(staged, working, person)
            if staged.planned["digest"] != seen:
                raise Overtaken(CHANGED_SINCE)
            if enter_once(staged, working, person):
                return
        raise Overtaken("Others are changing the same records just now. Try again in a while.")
    except Refused as refused:
        working.end(refused.reason)


def enter_once(staged: Import, working: Working, by: Person) -> bool:
    """Make everything ready and flip; say whether nothing had moved in between."""
    working.expect(ImportStep.objects.filter(whole=staged).count())
    entering = Entering(staged, day_of(working.at))
    try:
        arriving = entering.make_ready(working.reached)
        with transaction.atomic():
            wait_turn(ENTERING)
            if has_moved(staged):
                return False
            at, plan = working.at, staged.planned
            outcome = {name: plan[name] for name in ("rows", "counts", "left_out", "notes")}
            values = {"outcome": outcome, "planned": {}}
            flip_import(staged, arriving, version=staged.version, by=by, at=at, **values)
            enqueue_import(staged, ImportWork.NOTING, by=by, at=at)
            learn_later(staged.public_id, at=at)
    finally:
        entering.arriving.forget()
    return True


@job("imports.noting", **long_job)
def note_import(*, public_id: str, by: str, at: datetime, hold: Hold) -> None:
    """Write the history of what a long file did, and clear its rows away."""
    working = Working(public_id, ImportWork.NOTING, at, hold)
    staged, person = working.file, Person.objects.get(public_id=by)
    if staged is None:
        return
    working.expect(ImportStep.objects.filter(whole=staged).count())
    after = int(staged.planned.get("noted", 0))
    for steps in kept_steps(staged, after=after):
        note_steps(staged, steps, by=person, at=staged.ended_at or at)
        working.reached(len(steps))
    forget_addresses(staged)
    clear(ImportRow, staged)
    clear(ImportPiece, staged)
    working.end()


@job("imports.release_stuck", every=timedelta(minutes=5))
def release_stuck_imports(*, at: datetime) -> None:
    """Give a file back to people whose worker has stopped again and again."""
    for stuck in given_up().filter(name__startswith="imports.", key__isnull=False):
        public_id = str(stuck.key).partition(":")[0]
        files = Import.objects.filter(public_id=public_id, state=ImportState.STAGED)
        files.exclude(work=ImportWork.NONE).update(work=ImportWork.NONE, trouble=STOPPED)
