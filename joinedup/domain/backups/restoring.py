"""Putting a backup back: proven first, then ready beside the old one, then in its place at once."""

import shutil
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from joinedup.domain.backups.archive import Manifest, insist_on_room, opened, unpack
from joinedup.domain.backups.copying import digests_in_postgresql, reading_postgresql, run
from joinedup.domain.backups.digests import differences
from joinedup.domain.backups.in_use import is_in_use
from joinedup.domain.backups.kinds import CONFIG, DATABASES, FILES, Unusable
from joinedup.domain.backups.making import examine
from joinedup.domain.backups.registry import end_what_must_not_come_back, erase_again


def why_not_into(data: Path, *, replace: bool) -> str | None:
    """Return why nothing can be put into this folder, or None."""
    if not data.exists() or not any(data.iterdir()):
        return None
    if not replace:
        return f"{data} is not empty. Say --replace to keep what is there aside and restore."
    if is_in_use(data):
        return f"Joined Up is running from {data}. Stop it first: systemctl stop joinedup"
    return None


def why_not_version(manifest: Manifest, known: Iterable[str]) -> str | None:
    """Return why this version cannot take up a backup, or None."""
    newer = sorted(set(manifest.migrations) - set(known))
    if not newer:
        return None
    return (
        f"This backup was made by a newer version ({manifest.version}, which has {newer[-1]}). "
        "Install that version, then restore."
    )


def unpack_beside(archive: Path, data: Path, known: Iterable[str]) -> tuple[Path, Manifest]:
    """Unpack and prove a backup in a folder beside ``data``; return both, or leave nothing."""
    data.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ready = data.with_name(f".{data.name}.restoring")
    shutil.rmtree(ready, ignore_errors=True)
    try:
        with opened(archive) as (packed, manifest):
            if reason := why_not_version(manifest, known):
                raise Unusable(reason)
            insist_on_room(data.parent, 2 * manifest.size)
            ready.mkdir(mode=0o700)
            unpack(packed, manifest, ready)
        examine(manifest, ready)
    except OSError as problem:
        shutil.rmtree(ready, ignore_errors=True)
        raise Unusable(
            f"The backup could not be unpacked in {data.parent}: {problem.strerror}. "
            "Nothing was changed."
        ) from None
    except Unusable:
        shutil.rmtree(ready, ignore_errors=True)
        raise
    return ready, manifest


def settle(ready: Path) -> None:
    """Give what was unpacked the names it has in a data folder."""
    if (database := ready / DATABASES["sqlite"]).exists():
        database.rename(ready / "joinedup.sqlite3")
    (ready / CONFIG).unlink(missing_ok=True)
    (ready / FILES).mkdir(mode=0o700, exist_ok=True)


def make_fit(erased: list[dict[str, Any]], at: datetime) -> int:
    """Bring the restored records to today: end what must not come back, erase again."""
    end_what_must_not_come_back(at)
    return erase_again(erased, at)


def put_in_place(ready: Path, data: Path, at: datetime) -> Path | None:
    """Put the folder in the place of the old one; return where the old one is kept, if any."""
    aside = None
    if data.exists() and any(data.iterdir()):
        aside = data.with_name(f"{data.name}.before-{at:%Y%m%d-%H%M%S}")
        data.rename(aside)
    elif data.exists():
        data.rmdir()
    try:
        ready.rename(data)
    except OSError:
        if aside is not None:
            aside.rename(data)
        raise
    return aside


def load_postgresql(told: dict[str, Any], dump: Path, manifest: Manifest) -> None:
    """Load a dump into an empty database, wholly or not at all, and hold it to the digests."""
    with reading_postgresql(told) as opened_:
        (tables,) = opened_.execute(
            "SELECT count(*) FROM pg_class WHERE relkind = 'r' "
            "AND relnamespace = current_schema()::regnamespace"
        ).fetchone() or (0,)
    if tables:
        raise Unusable(
            f"The database {told['NAME']} is not empty. Make an empty one (createdb), name it in "
            "the setting database, and restore into that; the old one stays as it is."
        )
    run("pg_restore", told, "--no-owner", "--single-transaction", "--exit-on-error", str(dump))
    with reading_postgresql(told) as opened_:
        wrong = differences(manifest.tables, digests_in_postgresql(opened_))
    if wrong:
        raise Unusable(f"What was restored does not say what was saved: {', '.join(wrong)}.")
