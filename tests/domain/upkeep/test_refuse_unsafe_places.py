"""Whose the folders are, which disk they are on, and what the database says of itself."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from joinedup.configuration import Configuration
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.upkeep import database, machine
from joinedup.domain.upkeep.database import unsound_database, why_not_clock, why_not_mix
from joinedup.domain.upkeep.machine import (
    room,
    same_disk,
    unsafe_places,
    why_not_config,
    why_not_disk,
    why_not_folder,
)

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/share /srv/shared nfs4 rw 0 0
box /srv/shared/near\\040by ext4 rw 0 0
me@box: /mnt/ssh fuse.sshfs rw 0 0
tmpfs /srv/shared2 tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("mode", "safe"), [(0o600, True), (0o640, True), (0o644, False), (0o660, False)]
)
def test_a_file_with_secrets_is_not_for_others(tmp_path, mode, safe):
    file = tmp_path / "joinedup.toml"
    file.touch()
    file.chmod(mode)

    assert (why_not_config(file) is None) == safe
    assert safe or f"Say: chmod 600 {file}" in why_not_config(file)


@pytest.mark.parametrize(
    ("mode", "safe"), [(0o700, True), (0o755, True), (0o770, False), (0o777, False)]
)
def test_nobody_else_writes_in_the_folder_of_the_records(tmp_path, mode, safe):
    tmp_path.chmod(mode)

    assert (why_not_folder(tmp_path) is None) == safe
    assert why_not_folder(tmp_path / "not there yet") is None
    tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/joinedup/data", ""),
        ("/srv/shared/data", "nfs4"),
        ("/srv/shared2/data", ""),
        ("/mnt/ssh", "fuse.sshfs"),
    ],
)
def test_a_database_stays_on_a_disk_of_this_machine(monkeypatch, folder, kind):
    monkeypatch.setattr(machine, "nearest", lambda path: path)

    reason = why_not_disk(machine.Path(folder), MOUNTS)

    assert (reason is None, f"({kind})" in str(reason)) == (not kind, bool(kind))


def test_a_disk_that_nobody_can_tell_is_let_be(tmp_path):
    assert why_not_disk(tmp_path, "") is None


def test_every_unsafe_place_is_told(tmp_path, monkeypatch):
    file, data = tmp_path / "joinedup.toml", tmp_path / "data"
    file.touch(mode=0o644)
    data.mkdir(mode=0o777)
    data.chmod(0o777)
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/x {data} nfs rw 0 0\n")
    monkeypatch.setattr(machine, "MOUNTS", mounts)
    settings = SimpleNamespace(CONFIGURATION=Configuration("real", file), DATA=data)

    assert [reason.split(" ")[0] for reason in unsafe_places(settings)] == [
        str(file),
        "data:",
        "data:",
    ]
    settings.CONFIGURATION.values["database"] = "postgresql://x/y"
    assert len(list(unsafe_places(settings))) == 2


def test_room_and_disk_are_asked_of_the_nearest_folder_there_is(tmp_path):
    assert room(tmp_path / "a" / "b") > 0
    assert same_disk(tmp_path / "a", tmp_path)


@pytest.mark.parametrize(
    ("theirs", "last", "start"),
    [
        (None, None, None),
        (timedelta(seconds=59), timedelta(minutes=-9), None),
        (timedelta(seconds=61), None, "The clocks of this machine and of the database are 61"),
        (timedelta(seconds=-90), None, "The clocks of this machine and of the database are 90"),
        (None, timedelta(minutes=11), "The clock says"),
    ],
)
def test_a_clock_that_cannot_be_right_is_told(now, theirs, last, start):
    reason = why_not_clock(
        now, None if theirs is None else now + theirs, None if last is None else now + last
    )

    assert reason is None if start is None else reason.startswith(start)


@pytest.mark.parametrize(
    ("kind", "made_up", "set_up", "mixed"),
    [
        ("real", False, True, False),
        ("real", True, False, True),
        ("demonstration", True, False, False),
        ("demonstration", False, True, True),
        ("test", True, True, False),
    ],
)
def test_real_records_and_made_up_ones_are_kept_apart(kind, made_up, set_up, mixed):
    assert (why_not_mix(kind, made_up=made_up, set_up=set_up) is not None) == mixed


@pytest.mark.django_db
def test_a_demonstration_in_a_real_installation_is_found(now):
    body = add_organisation("Thornford", by=None, at=now)
    record(database.DEMONSTRATION_MADE, body, by=None, at=now)

    assert "holds the demonstration" in unsound(now, "real")[0]


@pytest.mark.django_db
def test_a_database_of_a_newer_version_is_not_opened(now, monkeypatch):
    monkeypatch.setattr(database, "known", lambda loader: set())

    assert "A newer version of Joined Up has used this database" in unsound(now)[0]


@pytest.mark.django_db
def test_a_library_that_is_no_longer_used_is_no_newer_version(now):
    MigrationRecorder(connection).record_applied("sessions", "0001_initial")

    assert unsound(now) == []


@pytest.mark.django_db
def test_settings_of_sqlite_that_lose_or_lock_are_told(now, monkeypatch):
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "transaction_mode", "DEFERRED")
    monkeypatch.setitem(database.PRAGMAS, "foreign_keys", (5, "x"))
    monkeypatch.setattr(database, "database_clock", lambda: None)

    said = [reason.split()[1] for reason in unsound(now, "demonstration")]

    # The tests themselves do not wait for the disk. PostgreSQL needs none of it.
    of_sqlite = ["synchronous", "foreign_keys", "transaction_mode"]
    assert said == (of_sqlite if connection.vendor == "sqlite" else [])


def unsound(now, kind="test"):
    return list(unsound_database(SimpleNamespace(KIND=kind), now))
