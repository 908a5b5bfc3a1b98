import threading
from datetime import timedelta

import pytest
from django.db import connection

from joinedup.domain.jobs.actions import claim, enqueue, enqueue_periodic, run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import open_jobs

pytestmark = pytest.mark.django_db(transaction=True)
JOBS, WORKERS = 60, 4


def together(act):
    """Do ``act`` in several threads that begin at one moment; return what each returned."""
    begin, answers = threading.Barrier(WORKERS), []

    def one():
        begin.wait()
        try:
            answers.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_each_job_is_done_by_one_worker(now, noting):
    for number in range(JOBS):
        enqueue("note", run_at=now, words=f"no {number:02}")

    begun = together(lambda: run_due(now))

    assert (sum(begun), sorted(noting())) == (JOBS, [f"no {number:02}" for number in range(JOBS)])


def test_one_job_is_claimed_by_one_worker(now, noting):
    enqueue("note", run_at=now, words="once")

    claims = together(lambda: claim(now))

    assert sorted(bool(claimed) for claimed in claims) == [False] * (WORKERS - 1) + [True]


def test_one_key_makes_one_job_however_many_ask(now, noting):
    together(lambda: enqueue("note", key="k", run_at=now, words="once"))

    assert open_jobs().count() == 1


def test_many_workers_make_one_periodic_job(now, work):
    work("sweep", lambda *, at: None, every=timedelta(minutes=1))
    together(lambda: enqueue_periodic(now))

    assert Job.objects.count() == 1
