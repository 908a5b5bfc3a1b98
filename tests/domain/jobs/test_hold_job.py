from datetime import timedelta

import pytest

from joinedup.domain.jobs.actions import claim, enqueue, hold_job
from joinedup.domain.jobs.models import Job

pytestmark = pytest.mark.django_db


def test_a_job_that_goes_on_is_nobody_elses_yet(now):
    enqueue("long", key="k", run_at=now)
    claim(now)
    until = Job.objects.get().lease_until + timedelta(minutes=3)

    hold_job("long", "k", until=until)

    assert Job.objects.get().lease_until == until
    assert claim(until - timedelta(minutes=1)) is None


def test_a_sign_of_life_never_shortens_a_lease(now):
    enqueue("long", key="k", run_at=now)
    claim(now)
    until = Job.objects.get().lease_until

    hold_job("long", "k", until=until - timedelta(seconds=1))

    assert Job.objects.get().lease_until == until


def test_a_job_that_nobody_has_is_not_held(now):
    enqueue("long", key="k", run_at=now)

    hold_job("long", "k", until=now + timedelta(minutes=3))

    assert Job.objects.get().lease_until is None
