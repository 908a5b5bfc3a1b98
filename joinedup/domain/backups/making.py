"""A backup from the look at the database to the proof that it can be put back."""

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from joinedup.domain.backups.archive import Manifest, insist_on_room, opened, pack, unpack
from joinedup.domain.backups.copying import (
    copy_postgresql,
    copy_sqlite,
    examine_sqlite,
    migrations_in_sqlite,
)
from joinedup.domain.backups.digests import differences
from joinedup.domain.backups.kinds import CONFIG, DATABASES, FILES, NAME, Unusable

NO_ROOM = (
    "The backup could not be written: {}. Make room, or name another folder. Nothing of it is left."
)


@dataclass(frozen=True)
class Source:
    """What is copied: the database as Django is told of it, the data folder, the settings."""

    database: dict[str, Any]
    data: Path
    config: Path | None

    @property
    def engine(self) -> str:
        """Return which kind of database it is."""
        return "sqlite" if self.database["ENGINE"].endswith("sqlite3") else "postgresql"


def make_archive(source: Source, to: Path, *, at: datetime) -> tuple[Path, Manifest]:
    """Write a backup to a file or into a folder, prove it, and return where it is."""
    archive = to / NAME.format(at.astimezone(UTC)) if to.is_dir() else to
    if archive.exists():
        raise Unusable(f"{archive} is there already, and no backup is written over another.")
    if not archive.parent.is_dir():
        raise Unusable(f"There is no folder {archive.parent} to write a backup in.")
    try:
        with working_folder(archive.parent) as folder:
            insist_on_room(archive.parent, 3 * size_of(source))
            manifest = write(source, folder, archive, at)
        prove(archive)
    except OSError as problem:
        archive.unlink(missing_ok=True)
        raise Unusable(NO_ROOM.format(problem.strerror or problem)) from None
    except sqlite3.Error as problem:
        raise Unusable(NO_ROOM.format(problem)) from None
    except Unusable:
        archive.unlink(missing_ok=True)
        raise
    return archive, manifest


@contextmanager
def working_folder(beside: Path) -> Iterator[Path]:
    """Give a folder that only we can read, on the disk of the backup, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".joinedup-", dir=beside) as folder:
        yield Path(folder)


def size_of(source: Source) -> int:
    """Return about how many bytes will be copied."""
    paths = [path for _, path in files_of(source)]
    if source.engine == "sqlite":
        database = Path(source.database["NAME"])
        paths += [path for path in (database, Path(f"{database}-wal")) if path.exists()]
    return sum(path.stat().st_size for path in paths)


def files_of(source: Source) -> Iterator[tuple[str, Path]]:
    """Yield what people have sent us, and the settings, by their names in the archive."""
    folder = source.data / "files"
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield FILES + path.relative_to(folder).as_posix(), path
    if source.config is not None and source.config.is_file():
        yield CONFIG, source.config


def write(source: Source, folder: Path, archive: Path, at: datetime) -> Manifest:
    """Copy everything and pack it."""
    copy = folder / DATABASES[source.engine]
    if source.engine == "sqlite":
        if not Path(source.database["NAME"]).exists():
            raise Unusable("There is no database yet. To make it, say: joinedup migrate")
        tables, migrations = copy_sqlite(Path(source.database["NAME"]), copy), []
        migrations = migrations_in_sqlite(copy)
    else:
        tables, migrations = copy_postgresql(source.database, copy)
    manifest = Manifest(at.isoformat(), product_version(), source.engine, migrations, tables)
    pack(manifest, {copy.name: copy, **dict(files_of(source))}, archive)
    return manifest


def product_version() -> str:
    """Return which version of Joined Up this is."""
    try:
        return version("joinedup")
    except PackageNotFoundError:
        return "a clone"


def prove(archive: Path) -> Manifest:
    """Open a backup as a restore would, and hold every row and file to the manifest."""
    with working_folder(archive.parent) as folder, opened(archive) as (packed, manifest):
        insist_on_room(archive.parent, manifest.size)
        unpack(packed, manifest, folder)
        examine(manifest, folder)
    return manifest


def examine(manifest: Manifest, folder: Path) -> None:
    """Hold the database that was taken out to the digests of its tables.

    A dump of PostgreSQL is held to them once it has been put back.
    """
    if manifest.engine == "sqlite":
        found = examine_sqlite(folder / manifest.database)
        if wrong := differences(manifest.tables, found):
            raise Unusable(f"The backup does not say what the database said: {', '.join(wrong)}.")
