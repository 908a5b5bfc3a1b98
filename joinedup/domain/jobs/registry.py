"""Which work there is, by name. A job in the database holds the name and its arguments alone."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from joinedup.domain.jobs.kinds import ATTEMPTS, LEASE

Work = Callable[..., object]
Hold = Callable[[], None]


@dataclass(frozen=True)
class Task:
    """How the work of one name is done."""

    name: str
    does: Work
    lease: timedelta
    attempts: int
    in_one_transaction: bool
    long: bool
    held: bool
    every: timedelta | None


TASKS: dict[str, Task] = {}


def job(
    name: str,
    *,
    lease: timedelta = LEASE,
    attempts: int = ATTEMPTS,
    in_one_transaction: bool = True,
    long: bool = False,
    held: bool = False,
    every: timedelta | None = None,
) -> Callable[[Work], Work]:
    """Say that a function does the jobs called ``name``; it is given ``at`` and the arguments.

    What it writes and the mark that it is done are one transaction, so a job done twice counts
    once. Work that waits for something outside (a mail server) or takes more than a second says
    ``in_one_transaction=False``, commits by itself, and must bear being begun again.
    ``long`` work, of more than a few seconds, never keeps short work waiting: a worker holds a
    place free of it. ``held`` work is also given ``hold``, to be called now and then: its lease
    is counted from the last such sign of life. ``every`` has a worker do it once in each such
    period.
    """

    def register(work: Work) -> Work:
        if name in TASKS and TASKS[name].does.__qualname__ != work.__qualname__:
            raise ValueError(f"Two functions do the jobs called {name}.")
        TASKS[name] = Task(name, work, lease, attempts, in_one_transaction, long, held, every)
        return work

    return register


def period_key(every: timedelta, at: datetime) -> str:
    """Return what names the period that ``at`` lies in, the same for every worker."""
    return f"every:{int(at.timestamp() // every.total_seconds())}"


def long_work() -> list[str]:
    """Return the names of work that takes more than a few seconds."""
    return sorted(name for name, task in TASKS.items() if task.long)
