"""The worker of a long file is killed in every part of its work, and nothing is lost or doubled."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.commands.conftest import environment_for

ROWS, GROUPS, BODIES = 3_000, 150, 447
BEGIN = """
import sys, django
django.setup()
from django.utils import timezone
from joinedup.domain.arrivals.actions import begin_import, stage_long_import
from joinedup.domain.imports.models import Import
from joinedup.domain.organisations.actions import add_organisation, grant_post
from joinedup.domain.people.actions import add_person
at = timezone.now()
if not Import.objects.exists():
    body = add_organisation("Thornford District Council", by=None, at=at)
    priya = add_person("Priya Nair", email="priya@mail.example", by=None, at=at)
    grant_post(priya, body, "OFFICER", by=None, at=at)
    from tests.bench.imports import lines
    stage_long_import([b"".join(lines(3000))], "list.csv", organisation=body, by=priya, at=at)
else:
    file = Import.objects.select_related("organisation", "person").get()
    digest = file.planned["digest"]
    begin_import(file, version=file.version, seen=digest, by=file.person, at=at)
"""


@pytest.fixture
def installation(tmp_path):
    """Start Python in an empty demonstration, as often as wanted."""
    told = {"JOINEDUP_KIND": "demonstration", "JOINEDUP_DATA": str(tmp_path)}
    told |= {"DJANGO_SETTINGS_MODULE": "joinedup.settings"}

    def start(*words):
        return subprocess.Popen([sys.executable, *words], env=environment_for() | told)

    assert start("-m", "joinedup", "migrate").wait() == 0
    return start


def asked(folder, sql):
    with closing(sqlite3.connect(folder / "joinedup.sqlite3", timeout=20)) as database:
        found = database.execute(sql).fetchall()
        database.commit()
        return found


def kill_while(work, folder, start):
    """Start a worker and kill it without warning in the middle of this part of the work."""
    worker = start("-m", "joinedup", "worker")
    until = time.monotonic() + 120
    so_far = "SELECT 1 FROM joinedup_import WHERE work = '{}' AND done BETWEEN 1 AND total - 1"
    while not asked(folder, so_far.format(work)):
        assert time.monotonic() < until, asked(
            folder, "SELECT work, done, trouble FROM joinedup_import"
        )
        time.sleep(0.02)
    os.kill(worker.pid, signal.SIGKILL)
    worker.wait()
    # Three minutes later: the lease of whoever was killed has run out.
    asked(folder, "UPDATE joinedup_job SET lease_until = '2020-01-01' WHERE done_at IS NULL")


def work_off(folder, start):
    """Have a worker do what is left of this part, and go on until nothing is due."""
    assert start("-m", "joinedup", "worker", "--once").wait() == 0
    return asked(folder, "SELECT state, work, trouble FROM joinedup_import")[0]


@pytest.mark.deep
def test_a_worker_killed_again_and_again_brings_everything_in_once(installation, tmp_path):
    assert installation("-c", BEGIN).wait() == 0
    kill_while("READING", tmp_path, installation)
    kill_while("PLANNING", tmp_path, installation)
    planned = work_off(tmp_path, installation)
    assert installation("-c", BEGIN).wait() == 0
    kill_while("ENTERING", tmp_path, installation)
    between = asked(tmp_path, "SELECT count(*) FROM joinedup_partnership")
    kill_while("NOTING", tmp_path, installation)
    done = work_off(tmp_path, installation)

    counted = {
        table: asked(tmp_path, f"SELECT count(*) FROM joinedup_{table}")[0][0]  # noqa: S608
        for table in ("partnership", "organisation", "membership", "importrow")
    }
    verbs = "SELECT verb, count(*), count(DISTINCT thing || detail) FROM joinedup_entry"
    told = asked(tmp_path, f"{verbs} WHERE verb IN ('member.added', 'partnership.led') GROUP BY 1")
    assert (planned, between, done) == (("STAGED", "", ""), [(0,)], ("APPLIED", "", ""))
    assert counted == {
        "partnership": GROUPS,
        "organisation": BODIES + 1,
        "membership": ROWS,
        "importrow": 0,
    }
    assert told == [("member.added", ROWS, ROWS), ("partnership.led", GROUPS, GROUPS)]
