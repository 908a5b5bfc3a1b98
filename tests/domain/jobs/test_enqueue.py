from datetime import timedelta

import pytest
from django.db import transaction

from joinedup.domain.jobs.actions import (
    enqueue,
    enqueue_again,
    enqueue_periodic,
    forget_done,
    postpone,
    run_due,
)
from joinedup.domain.jobs.kinds import KEEP_DONE
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.jobs.registry import job

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def test_a_key_already_used_makes_no_second_job(now, noting):
    enqueue("note", key="reminder:17", run_at=now, words="first")
    enqueue("note", key="reminder:17", run_at=now, words="second")

    run_due(now)

    assert noting() == ["first"]


def test_jobs_without_a_key_are_all_done(now, noting):
    enqueue("note", run_at=now, words="one")
    enqueue("note", run_at=now, words="two")

    run_due(now)

    assert noting() == ["one", "two"]


def test_a_job_of_an_act_that_failed_is_not_kept(now, noting):
    @transaction.atomic
    def act():
        enqueue("note", run_at=now, words="never")
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        act()

    assert Job.objects.count() == 0


def test_a_job_waits_for_its_time(now, noting):
    enqueue("note", run_at=now + MINUTE, words="later")

    begun = [run_due(now), run_due(now + MINUTE)]

    assert (begun, noting()) == ([0, 1], ["later"])


def test_a_job_done_before_can_be_asked_for_again(now, noting):
    enqueue("note", key="k", run_at=now, words="first")
    run_due(now)

    again = [Job(name="note", key=key, run_at=now, arguments={"words": key}) for key in "kl"]
    enqueue_again(again, at=now)

    assert [open_.key for open_ in open_jobs("note")] == ["k", "l"]


def test_asking_again_for_a_job_still_open_changes_nothing(now, noting):
    enqueue("note", key="k", run_at=now + MINUTE, words="first")

    enqueue_again([Job(name="note", key="k", run_at=now)], at=now)

    assert open_jobs().get().run_at == now + MINUTE


def test_periodic_work_is_enqueued_once_a_period(now, work):
    work("sweep", lambda *, at: None, every=MINUTE)

    for seconds in (0, 1, 59, 60, 61):
        enqueue_periodic(now + seconds * MINUTE / 60)

    assert open_jobs("sweep").count() == 2


def test_postponed_jobs_wait_and_lose_no_attempt(now, noting):
    enqueue("note", run_at=now, words="later")

    postpone("note", until=now + MINUTE)

    assert (run_due(now), open_jobs().get().attempts) == (0, 0)


def test_jobs_done_long_ago_are_cleared_away(now, noting):
    enqueue("note", run_at=now, words="old")
    run_due(now)
    enqueue("note", run_at=now + KEEP_DONE, words="open")

    forget_done(at=now + KEEP_DONE + MINUTE)

    assert [kept.arguments for kept in Job.objects.all()] == [{"words": "open"}]


def test_two_functions_cannot_do_the_same_jobs(work):
    work("sweep", run_due)

    with pytest.raises(ValueError, match="Two functions do the jobs called sweep"):
        job("sweep")(postpone)
