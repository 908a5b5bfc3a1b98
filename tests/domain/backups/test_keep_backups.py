"""Which backups are kept, what the night makes, and what became of each try."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.backups.actions import (
    NOW,
    ask_for_backup,
    forget_old_backups,
    make_backup,
    make_nightly,
    moment_of,
)
from joinedup.domain.backups.kinds import NAME
from joinedup.domain.backups.models import Backup
from joinedup.domain.backups.queries import proven_backups
from joinedup.domain.backups.retention import kept
from joinedup.domain.jobs.queries import open_jobs

NIGHT = datetime(2026, 6, 15, 1, 30, tzinfo=UTC)  # half past two in London
MOMENTS = st.sets(st.integers(1_500_000_000, 1_900_000_000), max_size=60)


def test_days_weeks_and_months_are_kept():
    nights = [NIGHT - timedelta(days=n) for n in range(400)]

    keep = sorted(kept(nights, days=3, weeks=2, months=3), reverse=True)

    assert [f"{night:%d %b}" for night in keep] == [
        *("15 Jun", "14 Jun", "13 Jun", "31 May", "30 Apr"),
    ]


@given(MOMENTS, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_the_newest_is_always_kept_and_never_more_than_was_asked(made, days, weeks, months):
    moments = {datetime.fromtimestamp(moment, UTC) for moment in made}

    keep = kept(moments, days=days, weeks=weeks, months=months)

    assert keep <= moments
    assert set(sorted(moments)[-1:]) <= keep
    assert len(keep) <= max(1, days + weeks + months)
    assert kept(keep, days=days, weeks=weeks, months=months) == keep


@pytest.fixture
def folder(tmp_path, settings):
    settings.BACKUPS = tmp_path / "backups"
    settings.KIND = "real"
    return settings.BACKUPS


@pytest.mark.django_db(transaction=True)
def test_the_night_makes_one_proven_backup(folder, cast):
    for minutes in (-60, 0, 15, 30):
        make_nightly(at=NIGHT + timedelta(minutes=minutes))

    (made,) = proven_backups()
    assert [path.name for path in folder.iterdir()] == [NAME.format(NIGHT)]
    assert (made.name, made.tried_at) == (str(folder / NAME.format(NIGHT)), NIGHT)
    assert (made.size, made.rows > 100) == (Path(made.name).stat().st_size, True)


@pytest.mark.django_db(transaction=True)
def test_a_night_that_fails_is_told_once_and_tried_again(folder):
    folder.parent.joinpath("backups").write_text("a file where the folder should be")
    for minutes in (0, 15, 30):
        make_nightly(at=NIGHT + timedelta(minutes=minutes))
    vain = [(backup.tried_at, backup.problem) for backup in Backup.objects.all()]
    folder.unlink()

    make_nightly(at=NIGHT + timedelta(minutes=45))

    words = f"The folder {folder} cannot be made: File exists. Look at backups."
    assert vain == [(NIGHT + timedelta(minutes=30), words)]
    assert [backup.problem for backup in Backup.objects.all()] == [""]


@pytest.mark.django_db
def test_a_backup_that_cannot_be_made_is_kept_with_its_reason(tmp_path, now):
    made = make_backup(tmp_path / "nowhere" / "x.zip", by=None, at=now)

    assert "There is no folder" in made.problem
    assert list(proven_backups()) == []


@pytest.mark.django_db
def test_old_backups_of_ours_are_thrown_away_and_nothing_else(tmp_path, now):
    names = [NAME.format(NIGHT - timedelta(days=n)) for n in range(40)]
    for name in [*names, "joinedup-99999999-999999.zip", "holiday.zip"]:
        (tmp_path / name).touch()
    Backup.objects.create(tried_at=now, name=str(tmp_path / names[39]))

    gone = forget_old_backups(tmp_path, at=now)

    left = {path.name for path in tmp_path.iterdir()}
    assert len(gone) == 42 - len(left)
    assert left >= {*names[:7], "joinedup-99999999-999999.zip", "holiday.zip"}
    # Seven days, the last of three weeks before them, and the last of May.
    assert (len(left), Backup.objects.get().forgotten_at) == (11, now)


@pytest.mark.django_db
def test_asked_twice_in_a_minute_one_is_made(cast, now):
    for _ in range(2):
        ask_for_backup(by=cast.grace, at=now)

    assert open_jobs(NOW).count() == 1


def test_a_moment_is_read_from_names_of_ours_alone():
    names = [NAME.format(NIGHT), "joinedup-20261399-000000.zip", "x.zip"]

    assert [moment_of(Path(name)) for name in names] == [NIGHT, None, None]
