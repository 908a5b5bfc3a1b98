"""What people see while the disk or the database fails them: reading goes on, nothing is pretended.

trust.md T21: a full or read-only disk refuses writes with a plain page, and a failing one stops
them until somebody has looked. T22: a database that is away is said within seconds.
"""

import errno
import logging
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from joinedup.domain.upkeep.machine import stop_mark

log = logging.getLogger("joinedup.troubles")
SAFE = ("GET", "HEAD", "OPTIONS")


@dataclass(frozen=True)
class Trouble:
    """A kind of failure: what is said of it, by which status, and when to try again."""

    status: int
    sentence: str
    again: int
    reading_goes_on: bool = True


FULL = Trouble(507, "There is no room left on the disk of this service, so it was not saved.", 300)
READ_ONLY = Trouble(503, "This service can only be read at the moment, so it was not saved.", 300)
AWAY = Trouble(503, "The database of this service does not answer.", 20, reading_goes_on=False)

OF_FILES = {errno.ENOSPC: FULL, errno.EDQUOT: FULL, errno.EROFS: READ_ONLY, errno.EIO: READ_ONLY}
OF_SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_IOERR: READ_ONLY,
}
OF_POSTGRESQL = {"53100": FULL, "25006": READ_ONLY, "58030": READ_ONLY}
BROKEN_DISK = ("58030", sqlite3.SQLITE_IOERR)


def trouble_of(problem: BaseException | None) -> Trouble | None:
    """Return which trouble a failure is, or None where the fault is ours."""
    if isinstance(problem, OperationalError | InterfaceError):
        code = code_of(problem)
        return OF_SQLITE.get(code) or OF_POSTGRESQL.get(str(code)) or AWAY  # type: ignore[call-overload]
    if isinstance(problem, OSError):
        return OF_FILES.get(problem.errno or 0)
    return None


def code_of(problem: BaseException) -> int | str:
    """Return the number by which a database or the system knows a failure."""
    cause = problem.__cause__
    if isinstance(cause, sqlite3.Error):
        return int(getattr(cause, "sqlite_errorcode", 0)) & 0xFF
    return str(getattr(cause, "sqlstate", "") or "")


def met(problem: BaseException) -> Trouble | None:
    """Return which trouble was met, written to the log; a failing disk stops all writing."""
    trouble = trouble_of(problem)
    if trouble is None:
        return None
    log.error("%s", trouble.sentence, exc_info=problem)
    if is_of_broken_disk(problem):
        stop_writing(str(problem))
    return trouble


def is_of_broken_disk(problem: BaseException) -> bool:
    """Tell whether a failure means that the disk cannot be trusted.

    Numbers of the system and of SQLite are not to be mixed: 5 is a failing disk to the one and a
    busy database to the other.
    """
    if isinstance(problem, OSError):
        return problem.errno == errno.EIO
    return code_of(problem) in BROKEN_DISK


def stop_writing(why: str) -> None:
    """Leave the mark that stops writing, where the disk takes even that."""
    try:
        stop_mark(Path(settings.DATA)).write_text(why, encoding="utf-8")
    except OSError:
        log.exception("The mark that stops writing could not be left.")


def is_stopped() -> bool:
    """Tell whether writing was stopped until somebody has looked at the disk."""
    return stop_mark(Path(settings.DATA)).exists()


def page_for(trouble: Trouble) -> HttpResponse:
    """Return the plain page that says what the trouble is; it asks nothing of the database."""
    name = "errors/unkept.html" if trouble.reading_goes_on else "errors/closed.html"
    page = HttpResponse(
        render_to_string(name, {"sentence": trouble.sentence}), status=trouble.status
    )
    page["Retry-After"], page["Cache-Control"] = str(trouble.again), "no-store"
    return page


class troubles:  # noqa: N801 - reads as a middleware function beside the others
    """Answer for a failing disk or database, and for pages that would write to a stopped one."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method not in SAFE and is_stopped():
            return page_for(READ_ONLY)
        return self.respond(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Say what happened; nothing of the act was kept."""
        trouble = met(problem)
        return page_for(trouble) if trouble else None
