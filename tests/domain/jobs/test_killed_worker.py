import random
import re
import subprocess
import sys
import time
from collections import Counter

import pytest
from django.db import connection

from joinedup.domain.jobs.actions import enqueue_many
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.notices.actions import Letter, post_many
from joinedup.domain.notices.models import Message
from joinedup.domain.places.models import Area

pytestmark = [pytest.mark.deep, pytest.mark.django_db(transaction=True)]
JOBS, KILLS = 1000, 6


@pytest.fixture
def worker(tmp_path):
    """Start a worker; it is killed when the test ends."""
    started = []

    def start():
        words = [str(connection.settings_dict["NAME"]), str(tmp_path)]
        command = [sys.executable, "-m", "tests.domain.jobs.worker_process", *words]
        started.append(subprocess.Popen(command))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()


def wait_until(true, seconds):
    for _ in range(seconds * 10):
        if true():
            return True
        time.sleep(0.1)
    return False


def kill_again_and_again(worker):
    """Kill worker after worker while there is work; leave the last one alive."""
    chance = random.Random(7)
    for _ in range(KILLS):
        process = worker()
        wait_until(lambda: False, 2)
        time.sleep(chance.uniform(0, 2))
        process.kill()
        process.wait()
    worker()


def periodic_aside():
    return open_jobs().filter(name__in=["note", "long", "notices.send"])


def test_a_long_job_is_done_again_and_counts_once(now, worker):
    enqueue_many([Job(name="long", run_at=now, arguments={"words": "once"})])
    first = worker()
    wait_until(lambda: Area.objects.exists(), 20)
    first.kill()
    first.wait()

    worker()

    assert wait_until(lambda: Area.objects.filter(code="once").exists(), 90)
    assert wait_until(lambda: not periodic_aside().exists(), 10)
    assert Area.objects.filter(name="once").count() == 2


def test_a_thousand_jobs_leave_a_thousand_effects_whoever_dies(now, worker):
    codes = [f"no {number:04}" for number in range(JOBS)]
    enqueue_many([Job(name="note", run_at=now, arguments={"words": code}) for code in codes])

    kill_again_and_again(worker)

    assert wait_until(lambda: not periodic_aside().exists(), 180)
    assert sorted(Area.objects.values_list("code", flat=True)) == codes


def test_a_thousand_mails_are_sent_and_a_kill_doubles_at_most_one(now, worker, tmp_path):
    letters = [Letter(f"a{n}@b.example", f"No {n:04}", "…", "test") for n in range(JOBS)]
    post_many(letters, at=now)

    kill_again_and_again(worker)

    assert wait_until(lambda: not Message.objects.exclude(state="SENT").exists(), 240)
    text = "".join(path.read_text() for path in tmp_path.iterdir())
    sent = Counter(re.findall(r"^Message-ID: (.+)$", text, re.M))
    assert set(sent) == set(Message.objects.values_list("message_id", flat=True))
    # Each of the two lanes may have been between the server's yes and ours.
    assert sum(sent.values()) - JOBS <= 2 * KILLS
