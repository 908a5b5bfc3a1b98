from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import F

from joinedup.domain.jobs.kinds import ATTEMPTS, KEEP_DONE, LEASE, wait_after
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import OPEN, due, open_jobs
from joinedup.domain.jobs.registry import TASKS, Task, job, period_key

Clock = Callable[[], datetime]


class LeaseLost(Exception):
    """Another worker has the job now; what this one wrote for it is taken back."""


def enqueue(name: str, *, run_at: datetime, key: str | None = None, **arguments: Any) -> None:
    """Have a worker do ``name`` at ``run_at`` or soon after; a key already used changes nothing.

    Written in the caller's transaction: with the act it belongs to, or not at all.
    """
    enqueue_many([Job(name=name, key=key, run_at=run_at, arguments=arguments)])


def enqueue_many(jobs: Iterable[Job]) -> None:
    """Enqueue many at once; those whose key is already used are left out."""
    Job.objects.bulk_create(jobs, batch_size=500, ignore_conflicts=True)


@transaction.atomic
def enqueue_again(jobs: list[Job], *, at: datetime) -> None:
    """Make sure each of these keyed jobs is still to be done, also where it was done before."""
    keys = [again.key for again in jobs]
    for name in sorted({again.name for again in jobs}):
        ended = Job.objects.filter(name=name, key__in=keys).exclude(OPEN)
        ended.update(done_at=None, given_up_at=None, lease_until=None, attempts=0, run_at=at)
    enqueue_many(jobs)


def enqueue_periodic(at: datetime) -> None:
    """Enqueue what is done once in each period; any number of workers asking makes one job."""
    enqueue_many(
        Job(name=task.name, key=period_key(task.every, at), run_at=at)
        for task in TASKS.values()
        if task.every is not None
    )


def postpone(name: str, *, until: datetime) -> None:
    """Let the jobs of this name that nobody holds wait until then; no attempt is counted."""
    open_jobs(name).filter(lease_until__isnull=True, run_at__lt=until).update(run_at=until)


def claim(at: datetime, *, but_not: Collection[str] = ()) -> Job | None:
    """Take the job that has waited longest, for as long as its lease lasts, or None.

    Jobs of the names in ``but_not`` are left to others.
    """
    # Asked once a second, so first without the write lock while there is nothing to do.
    while due(at).exclude(name__in=but_not).exists():
        taken = take_next(at, but_not)
        if taken is None or taken.attempts <= attempts_allowed(taken):
            return taken
        # Its lease ran out every time: it kills its worker. Others must not die of it.
        give_up(taken, "The worker stopped each time it began this.", at)
    return None


@transaction.atomic
def take_next(at: datetime, but_not: Collection[str]) -> Job | None:
    """Put this worker's lease on the next job; of two who try, one gets it."""
    waiting = due(at).exclude(name__in=but_not)
    if connection.features.has_select_for_update_skip_locked:
        waiting = waiting.select_for_update(skip_locked=True)
    taken = waiting.first()
    if taken is None:
        return None
    lease_until = at + (TASKS[taken.name].lease if taken.name in TASKS else LEASE)
    mine = Job.objects.filter(OPEN, pk=taken.pk, attempts=taken.attempts)
    if not mine.update(lease_until=lease_until, attempts=F("attempts") + 1):
        return None
    taken.attempts, taken.lease_until = taken.attempts + 1, lease_until
    return taken


def attempts_allowed(taken: Job) -> int:
    """Return how often a job is tried."""
    return TASKS[taken.name].attempts if taken.name in TASKS else ATTEMPTS


def hold_job(claimed: Job, *, until: datetime) -> None:
    """Keep the lease on a job that takes long, by a sign of life now and then."""
    mine = Job.objects.filter(OPEN, pk=claimed.pk, attempts=claimed.attempts)
    mine.filter(lease_until__lt=until).update(lease_until=until)


def finish(done: Job, at: datetime) -> None:
    """Mark a job done, unless its lease ran out and another worker claimed it meanwhile."""
    mine = Job.objects.filter(OPEN, pk=done.pk, attempts=done.attempts)
    if not mine.update(done_at=at, lease_until=None, problem=""):
        raise LeaseLost(str(done))


def fail(failed: Job, problem: str, at: datetime) -> None:
    """Keep the problem and try again later, each time after a longer wait, or give up."""
    if failed.attempts >= attempts_allowed(failed):
        give_up(failed, problem, at)
        return
    mine = Job.objects.filter(OPEN, pk=failed.pk, attempts=failed.attempts)
    run_at = at + wait_after(failed.attempts)
    mine.update(lease_until=None, run_at=run_at, problem=problem)


def give_up(left: Job, problem: str, at: datetime) -> None:
    """Leave a job undone for good, with its problem, for a person to see."""
    mine = Job.objects.filter(OPEN, pk=left.pk, attempts=left.attempts)
    mine.update(given_up_at=at, lease_until=None, problem=problem)


def perform(claimed: Job, at: datetime, clock: Clock | None = None) -> None:
    """Do a claimed job; whatever goes wrong is kept with it and never stops the worker.

    ``clock`` tells how late it is while a job is held; without one, no time passes.
    """
    task = TASKS.get(claimed.name)
    if task is None:
        fail(claimed, f"Nothing here does jobs called {claimed.name}.", at)
        return
    try:
        do(task, claimed, at, clock or (lambda: at))
    except LeaseLost:
        return
    except Exception as problem:
        fail(claimed, f"{type(problem).__name__}: {problem}"[:2000], at)


def do(task: Task, claimed: Job, at: datetime, clock: Clock) -> None:
    """Do the work and mark it done, together where the work is only in the database."""

    def hold() -> None:
        hold_job(claimed, until=clock() + task.lease)

    arguments = claimed.arguments | ({"hold": hold} if task.held else {})
    if task.in_one_transaction:
        with transaction.atomic():
            task.does(at=at, **arguments)
            finish(claimed, at)
    else:
        task.does(at=at, **arguments)
        finish(claimed, at)


def run_due(at: datetime) -> int:
    """Do all that is due at ``at``, here and now; return how many jobs were begun."""
    begun = 0
    while (claimed := claim(at)) is not None:
        perform(claimed, at)
        begun += 1
    return begun


def take_up_again(at: datetime) -> int:
    """Have every job that was given up tried once more from the start; return how many."""
    left = Job.objects.filter(given_up_at__isnull=False)
    return left.update(given_up_at=None, attempts=0, lease_until=None, run_at=at)


@job("jobs.forget_done", every=KEEP_DONE / 30)
def forget_done(*, at: datetime) -> None:
    """Clear away jobs done a month ago; those given up stay until somebody has seen them."""
    Job.objects.filter(done_at__lt=at - KEEP_DONE).delete()
