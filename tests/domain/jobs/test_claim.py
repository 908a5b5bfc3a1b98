from datetime import timedelta

import pytest

from joinedup.domain.jobs.actions import LeaseLost, claim, do, enqueue, fail, perform, run_due
from joinedup.domain.jobs.kinds import ATTEMPTS, LEASE, LONGEST_WAIT, wait_after
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import given_up, open_jobs
from joinedup.domain.jobs.registry import TASKS

pytestmark = pytest.mark.django_db


def test_a_claimed_job_is_nobody_elses(now, noting):
    enqueue("note", run_at=now, words="once")

    claims = [claim(now), claim(now)]

    assert [bool(job) for job in claims] == [True, False]


def test_a_job_whose_worker_died_is_claimed_again_and_counts_once(now, noting):
    enqueue("note", run_at=now, words="once")
    claim(now)

    begun = [run_due(now + LEASE / 2), run_due(now + LEASE), run_due(now + 2 * LEASE)]

    assert (begun, noting()) == ([0, 1, 0], ["once"])


def test_a_worker_that_comes_back_after_its_lease_writes_nothing(now, noting):
    enqueue("note", run_at=now, words="late")
    late = claim(now)
    other = claim(now + LEASE)

    with pytest.raises(LeaseLost):
        do(TASKS["note"], late, now + LEASE, lambda: now)
    perform(late, now + LEASE)

    assert (noting(), open_jobs().get().attempts) == ([], other.attempts)


def test_a_late_failure_does_not_disturb_the_new_holder(now, noting):
    enqueue("note", run_at=now, words="x")
    late = claim(now)
    claim(now + LEASE)

    fail(late, "too late", now + LEASE)

    assert (open_jobs().get().problem, claim(now + LEASE)) == ("", None)


def test_a_job_that_fails_keeps_its_problem_and_waits_longer_each_time(now, work):
    work("break", lambda *, at: 1 // 0)
    enqueue("break", run_at=now)

    run_due(now)

    job = open_jobs().get()
    assert (job.problem, job.run_at) == (
        "ZeroDivisionError: integer division or modulo by zero",
        now + wait_after(1),
    )


def test_waiting_doubles_up_to_an_hour():
    waits = [wait_after(attempts) for attempts in (1, 2, 3, 9, 10, 1000)]

    assert waits == [
        timedelta(seconds=15),
        timedelta(seconds=30),
        timedelta(minutes=1),
        LONGEST_WAIT,
        LONGEST_WAIT,
        LONGEST_WAIT,
    ]


def test_what_a_failing_job_wrote_is_taken_back(now, work, noting):
    def write_then_break(*, at):
        enqueue("note", run_at=at, words="never")
        raise RuntimeError("half way")

    work("half", write_then_break)
    enqueue("half", run_at=now)

    run_due(now)

    assert [job.name for job in Job.objects.all()] == ["half"]


def test_work_outside_the_database_is_done_in_no_transaction_of_ours(now, work, noting):
    def write_then_break(*, at):
        enqueue("note", run_at=at, words="kept")
        raise RuntimeError("half way")

    work("half", write_then_break, in_one_transaction=False)
    enqueue("half", run_at=now)

    run_due(now)

    assert noting() == ["kept"]


def test_a_job_is_given_up_after_so_many_attempts(now, work):
    work("break", lambda *, at: 1 // 0)
    enqueue("break", run_at=now)

    for hour in range(ATTEMPTS + 3):
        run_due(now + hour * LONGEST_WAIT)

    left = given_up().get()
    assert (left.attempts, left.problem[:17]) == (ATTEMPTS, "ZeroDivisionError")


def test_a_job_that_kills_its_worker_each_time_is_given_up_and_others_go_on(now, noting, work):
    work("kill", lambda *, at: None, attempts=2)
    enqueue("kill", run_at=now)
    claim(now)
    claim(now + LEASE)
    enqueue("note", run_at=now, words="alive")

    run_due(now + 2 * LEASE)

    assert (given_up().get().problem, noting()) == (
        "The worker stopped each time it began this.",
        ["alive"],
    )


def test_a_job_nobody_here_knows_is_left_for_a_newer_worker(now, noting, work):
    enqueue("of a later version", run_at=now)
    run_due(now)
    work("of a later version", lambda *, at: None)

    begun = run_due(now + LEASE)

    assert (begun, open_jobs().count()) == (1, 0)
