from datetime import timedelta

import pytest

from joinedup.domain.jobs.actions import claim, enqueue, hold_job, perform, run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.registry import TASKS, job

pytestmark = pytest.mark.django_db
LEASE = timedelta(minutes=3)


def lease():
    return Job.objects.get().lease_until


def test_a_job_that_goes_on_is_nobody_elses_yet(now):
    enqueue("long", run_at=now)
    mine = claim(now)
    until = lease() + LEASE

    hold_job(mine, until=until)

    assert lease() == until
    assert claim(until - timedelta(minutes=1)) is None


def test_a_sign_of_life_never_shortens_a_lease(now):
    enqueue("long", run_at=now)
    mine = claim(now)
    until = lease()

    hold_job(mine, until=until - timedelta(seconds=1))

    assert lease() == until


def test_whoever_lost_a_job_cannot_hold_it(now):
    enqueue("long", run_at=now)
    lost = claim(now)
    claim(now + timedelta(hours=1))
    until = lease()

    hold_job(lost, until=until + LEASE)

    assert lease() == until


def test_a_lease_is_counted_from_the_last_sign_of_life(now, monkeypatch):
    seen = []

    @job("long", lease=LEASE, held=True, in_one_transaction=False)
    def work(*, at, hold):
        hold()
        seen.append(lease() - at)

    monkeypatch.setitem(TASKS, "long", TASKS.pop("long"))
    enqueue("long", run_at=now)
    perform(claim(now), now, lambda: now + timedelta(hours=1))
    enqueue("long", run_at=now)
    Job.objects.filter(done_at__isnull=False).delete()
    run_due(now)

    assert seen == [timedelta(hours=1) + LEASE, LEASE]
