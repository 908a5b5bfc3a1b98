"""What a steward is told of the service, and what nobody else is."""

from datetime import timedelta

import pytest
from django.core import mail

from joinedup.domain.backups.actions import make_nightly
from joinedup.domain.backups.models import Backup
from joinedup.domain.jobs.actions import enqueue, enqueue_periodic, run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.jobs.queries import given_up, open_jobs
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.models import Message
from joinedup.domain.upkeep.status import findings, in_bytes, of_backups, of_mail, of_worker
from tests.cast import EVERYBODY

pytestmark = pytest.mark.django_db


def wait_in_vain(now, age):
    post_message("ann@bridge.example", "Hello", "…", kind="test", about=None, at=now - age)
    Message.objects.update(problem="ConnectionRefusedError: nothing there")


def test_a_steward_is_told_what_is_not_well_first(cast, now):
    wait_in_vain(now, timedelta(minutes=20))

    page = cast.client("grace").get("/status/").text

    assert "How the service stands" in page
    assert "No backup has been made yet." in page
    assert "1 mail waits to be sent, the oldest since 15 June 2026 at 9:40am." in page
    assert "The mail server said: ConnectionRefusedError: nothing there" in page
    assert "The worker has never been seen." in page
    assert page.index("Needs you") < page.index("Nothing has failed.")


@pytest.mark.parametrize("kind", [kind for kind in EVERYBODY if kind != "steward"])
def test_nobody_else_knows_of_it(cast, kind):
    client = cast.client(EVERYBODY[kind])

    status = {client.get("/status/").status_code, client.post("/status/backup/").status_code}

    assert status == ({302} if kind == "public" else {404})


def test_when_all_is_well_it_says_so(cast, now, tmp_path, settings):
    settings.KIND, settings.BACKUPS = "demonstration", tmp_path
    kept = tmp_path / "joinedup-20260615-013000.zip"
    kept.write_bytes(b"x")
    Backup.objects.create(tried_at=now, name=str(kept), size=1, rows=12)
    enqueue_periodic(now)
    open_jobs().exclude(name="notices.send_waiting").delete()
    run_due(now)

    assert [finding.is_well for finding in findings(now)] == [True] * 5
    assert "Everything is well." in cast.client("grace").get("/status/").text
    assert "Look after the service" not in cast.client("grace").get("/needs/").text


def test_what_needs_a_steward_stands_among_what_needs_them(cast, settings):
    settings.KIND = "demonstration"

    page = cast.client("grace").get("/needs/").text

    assert "Look after the service: backups, worker" in page
    assert "Look after the service" not in cast.client("priya").get("/needs/").text


def test_a_test_mail_goes_the_way_of_all_mail(cast, now):
    answer = cast.client("grace").post("/status/test-mail/", follow=True)
    run_due(now)

    assert "A mail to grace.lin@mail.example is on its way." in answer.text
    assert [sent.subject for sent in mail.outbox] == ["Mail from Joined Up goes out"]


def test_a_backup_is_asked_for_by_a_press(cast):
    cast.client("grace").post("/status/backup/")

    assert open_jobs("backups.make").count() == 1


def test_work_that_was_given_up_is_shown_and_tried_again(cast, now):
    enqueue("round.close", run_at=now, key="7")
    Job.objects.update(given_up_at=now, attempts=10, problem="ValueError: no such thing")
    client = cast.client("grace")

    before = client.get("/status/").text
    client.post("/status/jobs/")

    assert "ValueError: no such thing" in before
    assert (given_up().count(), open_jobs("round.close").get().attempts) == (0, 0)


@pytest.mark.parametrize(
    ("minutes", "is_well"), [(0, True), (4, True), (6, False)], ids=["now", "lately", "silent"]
)
def test_a_worker_is_alive_while_it_does_what_is_done_each_minute(now, minutes, is_well):
    enqueue_periodic(now)
    run_due(now)

    assert of_worker(now + timedelta(minutes=minutes)).is_well == is_well


@pytest.mark.parametrize(("hours", "is_well"), [(1, True), (25, True), (27, False)])
def test_a_backup_is_due_each_night(now, tmp_path, hours, is_well):
    kept = tmp_path / "x.zip"
    kept.touch()
    Backup.objects.create(tried_at=now - timedelta(hours=hours), name=str(kept))

    assert of_backups(now).is_well == is_well
    kept.unlink()
    assert "is no longer there" in of_backups(now).sentence


def test_why_the_last_try_failed_is_told(now, tmp_path, settings):
    settings.KIND, settings.BACKUPS = "real", tmp_path / "file" / "backups"
    (tmp_path / "file").touch()

    make_nightly(at=now)

    assert "The last try failed: The folder" in of_backups(now).sentence


def test_mail_that_never_goes_is_told_for_a_week(now):
    wait_in_vain(now, timedelta(minutes=1))
    Message.objects.update(state="FAILED")

    assert of_mail(now).sentence == (
        "1 mail of the last seven days could not be sent. No mail has gone out yet."
    )
    assert of_mail(now + timedelta(days=8)).is_well


def test_a_machine_that_watches_is_told_one_word(client, now):
    enqueue_periodic(now)
    run_due(now)
    well = client.get("/healthy/")
    Job.objects.update(done_at=now - timedelta(minutes=9))
    silent = client.get("/healthy/")

    assert [(page.status_code, page.text) for page in (well, silent)] == [
        (200, "well\n"),
        (503, "not well\n"),
    ]
    assert well.headers["Cache-Control"] == "no-store"


def test_sizes_are_said_as_they_are_bought():
    assert [in_bytes(size) for size in (999, 1500, 2_500_000, 3_210_000_000)] == [
        *("999 bytes", "1.5 kB", "2.5 MB", "3.2 GB")
    ]
