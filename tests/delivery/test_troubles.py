"""A full, read-only or failing disk, and a database that is away (trust.md T21, T22)."""

import errno
import sqlite3

import pytest
from django.db import DatabaseError, InterfaceError, OperationalError, connection

from joinedup.delivery import pages, troubles
from joinedup.delivery.troubles import AWAY, FULL, READ_ONLY, trouble_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.upkeep.machine import stop_mark, why_not_write


def failed(code=None, kind=OperationalError):
    """A failure as Django hands it on, with what the database said behind it."""
    problem = kind("it failed")
    if isinstance(code, str):
        problem.__cause__ = Exception()
        problem.__cause__.sqlstate = code
    elif code is not None:
        problem.__cause__ = sqlite3.OperationalError("it failed")
        problem.__cause__.sqlite_errorcode = code
    return problem


@pytest.mark.parametrize(
    ("problem", "trouble"),
    [
        (failed(sqlite3.SQLITE_FULL), FULL),
        (failed(sqlite3.SQLITE_READONLY), READ_ONLY),
        (failed(sqlite3.SQLITE_IOERR | (15 << 8)), READ_ONLY),
        (failed(sqlite3.SQLITE_CANTOPEN), AWAY),
        (failed(sqlite3.SQLITE_BUSY), AWAY),
        (failed("53100"), FULL),
        (failed("25006"), READ_ONLY),
        (failed("57P01"), AWAY),
        (failed(kind=InterfaceError), AWAY),
        (OSError(errno.ENOSPC, "full"), FULL),
        (OSError(errno.EROFS, "read-only"), READ_ONLY),
        (OSError(errno.ENOENT, "no file"), None),
        (failed(kind=DatabaseError), None),
        (ValueError("ours"), None),
        (None, None),
    ],
)
def test_each_failure_is_told_from_the_others(problem, trouble):
    assert trouble_of(problem) == trouble


@pytest.fixture
def data(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


@pytest.fixture
def writes_fail(monkeypatch):
    """From now on the database refuses what writes, with this code."""

    def fail(code):
        def execute(run, sql, *rest):
            if sql.startswith(("INSERT", "UPDATE", "DELETE")):
                raise failed(code)
            return run(sql, *rest)

        return connection.execute_wrapper(execute)

    return fail


NEW = {"name": "Holt Mill Trust", "sector": "CHARITY", "website": "", "contact": ""}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "status", "stopped"),
    [(sqlite3.SQLITE_FULL, 507, False), (sqlite3.SQLITE_IOERR, 503, True)],
)
def test_a_form_that_cannot_be_kept_comes_back_with_what_was_typed(
    cast, data, writes_fail, code, status, stopped
):
    client = cast.client("priya")

    with writes_fail(code):
        refused = client.post("/organisations/new/", NEW)
        read = client.get("/organisations/")

    assert (refused.status_code, read.status_code) == (status, 200)
    assert 'value="Holt Mill Trust"' in refused.text
    assert "What you typed is below" in refused.text
    assert not Organisation.objects.filter(name="Holt Mill Trust").exists()
    assert stop_mark(data).exists() == stopped


@pytest.mark.django_db
def test_a_press_that_cannot_be_kept_is_answered_plainly(cast, data, writes_fail):
    client = cast.client("grace")

    with writes_fail(sqlite3.SQLITE_FULL):
        answer = client.post("/status/backup/")

    assert (answer.status_code, answer.headers["Retry-After"]) == (507, "300")
    assert "There is no room left on the disk of this service" in answer.text


@pytest.mark.django_db
def test_after_the_disk_failed_nothing_is_written_until_somebody_looked(cast, data):
    client = cast.client("priya")
    troubles.stop_writing("disk I/O error")

    written = client.post("/organisations/new/", NEW)
    read = client.get("/organisations/")
    reason = why_not_write(data)
    stop_mark(data).unlink()

    assert (written.status_code, read.status_code) == (503, 200)
    assert reason.startswith("The disk failed (disk I/O error), so writing was stopped.")
    assert client.post("/organisations/new/", NEW).status_code == 302


@pytest.mark.django_db
def test_a_database_that_is_away_is_said_without_asking_it(cast, data):
    client = cast.client("priya")
    client.raise_request_exception = False

    def away(*_):
        raise failed()

    with connection.execute_wrapper(away):
        answers = [client.get("/partnerships/"), client.post("/organisations/new/", NEW)]

    assert [answer.status_code for answer in answers] == [503, 503]
    assert [answer.headers["Retry-After"] for answer in answers] == ["20", "20"]
    assert all("closed for a short while" in answer.text for answer in answers)
    assert not any("Traceback" in answer.text for answer in answers)
    assert client.get("/partnerships/").status_code == 200


def test_a_fault_of_ours_stays_one(rf):
    try:
        raise ValueError("ours")
    except ValueError:
        answer = pages.broken(rf.get("/"))

    assert answer.status_code == 500


def test_a_disk_that_takes_no_mark_is_no_second_fault(settings, tmp_path, caplog):
    settings.DATA = tmp_path / "nowhere"

    troubles.stop_writing("x")

    assert "could not be left" in caplog.text


@pytest.mark.parametrize(
    ("problem", "stops"),
    [
        (failed(sqlite3.SQLITE_IOERR | (15 << 8)), True),
        (failed("58030"), True),
        (OSError(errno.EIO, "failing"), True),
        (failed(sqlite3.SQLITE_BUSY), False),
        (failed(sqlite3.SQLITE_FULL), False),
        (OSError(errno.ENOSPC, "full"), False),
    ],
)
def test_only_a_failing_disk_stops_all_writing(problem, stops, settings, tmp_path):
    settings.DATA = tmp_path

    troubles.met(problem)

    assert stop_mark(tmp_path).exists() == stops
