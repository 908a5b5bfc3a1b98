import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from joinedup.domain.backups.kinds import NAMED, Unusable
from joinedup.domain.backups.making import Source, make_archive
from joinedup.domain.backups.models import Backup
from joinedup.domain.backups.queries import backups_on
from joinedup.domain.backups.retention import kept
from joinedup.domain.basics.days import LONDON, day_of
from joinedup.domain.jobs.actions import enqueue
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import Doer, record

NOW = "backups.make"


def source() -> Source:
    """Return what of this installation is copied."""
    return Source(connection.settings_dict, Path(settings.DATA), settings.CONFIGURATION.file)


def make_backup(to: Path, *, by: Doer | None, at: datetime) -> Backup:
    """Make a backup and prove it; why it did not work is kept like one that did."""
    try:
        archive, manifest = make_archive(source(), to, at=at)
    except Unusable as problem:
        return note_backup(Backup(tried_at=at, problem=str(problem)), by=by, at=at)
    size, made_by = archive.stat().st_size, manifest.version[:40]
    made = Backup(tried_at=at, name=str(archive)[-300:], size=size, version=made_by)
    made.rows = manifest.rows
    return note_backup(made, by=by, at=at)


@transaction.atomic
def note_backup(backup: Backup, *, by: Doer | None, at: datetime) -> Backup:
    """Keep what came of it; of many vain tries on one day, the last."""
    backups_on(day_of(at)).exclude(problem="").delete()
    backup.save(force_insert=True)
    if not backup.problem:
        record("backup.made", backup, by=by, at=at, rows=backup.rows, size=backup.size)
    return backup


@transaction.atomic
def ask_for_backup(*, by: Doer, at: datetime) -> None:
    """Have a backup made soon by the worker; asked again within a minute, once."""
    enqueue(NOW, run_at=at, key=f"asked:{at:%Y%m%d%H%M}", by=str(by.name))


# Reading and packing takes as long as the records are many; a killed one is begun anew.
@job(NOW, in_one_transaction=False, long=True, lease=timedelta(hours=1), attempts=2)
def make_usual_backup(*, at: datetime, by: str = "") -> None:
    """Make a backup in the folder of the nightly ones, then throw away those kept long enough."""
    folder = Path(settings.BACKUPS)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as problem:
        words = f"The folder {folder} cannot be made: {problem.strerror}. Look at backups."
        note_backup(Backup(tried_at=at, problem=words), by=None, at=at)
        return
    if not make_backup(folder, by=None, at=at).problem:
        forget_old_backups(folder, at=at)


@job(
    "backups.nightly",
    every=timedelta(minutes=15),
    in_one_transaction=False,
    long=True,
    lease=timedelta(hours=1),
)
def make_nightly(*, at: datetime) -> None:
    """Make the night's backup once its hour has come, and again each quarter until it works."""
    hour = settings.CONFIGURATION["backup_at"]
    if settings.KIND == "test" or at.astimezone(LONDON).hour < hour:
        return
    if not backups_on(day_of(at)).filter(problem="").exists():
        make_usual_backup(at=at)


def forget_old_backups(folder: Path, *, at: datetime) -> list[str]:
    """Throw away the backups of ours in a folder that need no longer be kept; return which."""
    told = settings.CONFIGURATION
    made = {moment: path for path in folder.iterdir() if (moment := moment_of(path))}
    keep = kept(
        made, days=told["keep_daily"], weeks=told["keep_weekly"], months=told["keep_monthly"]
    )
    old = [path for moment, path in sorted(made.items()) if moment not in keep]
    for path in old:
        path.unlink()
    names = [str(path)[-300:] for path in old]
    Backup.objects.filter(name__in=names, forgotten_at__isnull=True).update(forgotten_at=at)
    return names


def moment_of(path: Path) -> datetime | None:
    """Return when a backup of ours was made, by its name; None for every other file."""
    found = re.fullmatch(NAMED, path.name)
    try:
        return datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if found else None
    except ValueError:
        return None
