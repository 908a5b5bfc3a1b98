import os
import threading
from argparse import Namespace

import pytest
from django.core import mail
from django.db import OperationalError

from joinedup.commands import worker
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.queries import open_jobs
from joinedup.domain.jobs.registry import TASKS
from joinedup.domain.notices.actions import post_message


@pytest.fixture
def stop(monkeypatch):
    """What stops a lane after it has rested once."""
    stop = threading.Event()
    monkeypatch.setattr(stop, "wait", lambda seconds: stop.set())
    return stop


@pytest.mark.django_db
def test_a_worker_sends_the_mail_that_waits(now):
    post_message("ann@bridge.example", "Hello", "…", kind="test", about=None, at=now)

    worker.run(Namespace(once=True, with_parent=False))

    assert [sent.subject for sent in mail.outbox] == ["Hello"]


@pytest.mark.django_db
def test_a_worker_enqueues_periodic_work_each_minute(monkeypatch, stop):
    monkeypatch.setattr(worker.connection, "close", lambda: None)

    worker.lane(stop, takes_long_work=True)

    assert set(TASKS) >= {"notices.send", "notices.send_waiting", "jobs.forget_done"}
    assert (open_jobs().count(), stop.is_set()) == (0, True)


@pytest.mark.django_db
def test_a_worker_keeps_one_lane_free_of_long_work(now, monkeypatch, stop):
    monkeypatch.setattr(worker, "long_work", lambda: ["notices.send"])
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    post_message("ann@bridge.example", "Hello", "…", kind="test", about=None, at=now)

    worker.lane(stop, takes_long_work=False)
    before = len(mail.outbox)
    run_due(now)

    assert (before, len(mail.outbox)) == (0, 1)


@pytest.mark.django_db
def test_a_worker_outlives_a_database_that_does_not_answer(monkeypatch, stop, caplog):
    def away(*_, **__):
        raise OperationalError("gone")

    monkeypatch.setattr(worker, "claim", away)
    monkeypatch.setattr(worker.connection, "close", lambda: None)

    worker.lane(stop, takes_long_work=False)

    assert "The database did not answer; trying again." in caplog.text


@pytest.mark.django_db
def test_a_worker_stops_when_whoever_started_it_ends(monkeypatch):
    parents = iter([1000, 1])
    monkeypatch.setattr(os, "getppid", lambda: next(parents))
    monkeypatch.setattr(worker, "lane", lambda stop, takes_long_work: stop.wait(5))
    monkeypatch.setattr(worker, "REST", 0.01)
    monkeypatch.setattr(worker.signal, "signal", lambda number, act: None)

    assert worker.run(Namespace(once=False, with_parent=True)) == 0
