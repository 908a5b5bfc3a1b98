"""Put a backup back: everything, proven, at once or not at all."""

import argparse
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path

from joinedup.commands.main import main, set_up_django
from joinedup.configuration import FILE, Configuration, find_file, read_configuration
from joinedup.domain.backups.archive import Manifest, opened
from joinedup.domain.backups.erasures import erased_in, note_erasure
from joinedup.domain.backups.kinds import CONFIG, FILES, Unusable
from joinedup.domain.backups.restoring import (
    load_postgresql,
    make_fit,
    put_in_place,
    settle,
    unpack_beside,
    why_not_into,
)
from joinedup.domain.basics.steps import RENAMED_STEPS

HELP = "Put a backup back: into an empty folder, or with --replace in place of what is there."
NEEDS_DJANGO = False  # The settings may be in the backup.
MIGRATIONS = Path(__file__).parents[1] / "migrations"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the backup."""
    parser.add_argument("backup", type=Path, help="the file that joinedup backup made")
    parser.add_argument(
        "--replace", action="store_true", help="keep what is there aside and put this in its place"
    )


def run(options: argparse.Namespace) -> int:
    """Restore; where anything is amiss, say so and change nothing."""
    try:
        return restore(options.backup.absolute(), replace=options.replace)
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 1


def restore(archive: Path, *, replace: bool) -> int:
    """Unpack and prove beside, make fit for today, and change places."""
    told, borrowed = configuration(archive)
    try:
        data = told.folder("data")
        if data is None:
            raise Unusable("data is missing: name the folder for the records in JOINEDUP_DATA.")
        if reason := why_not_into(data, replace=replace):
            raise Unusable(reason)
        ready, manifest = unpack_beside(archive, data, known_migrations())
        try:
            again = make_ready(ready, manifest, told, [data, archive.parent])
            aside = put_in_place(ready, data, clock())
        except OSError as problem:
            raise Unusable(f"The folders could not change places: {problem}.") from None
        finally:
            shutil.rmtree(ready, ignore_errors=True)
        if borrowed:
            borrowed.rename(borrowed.with_name(FILE))
    finally:
        if borrowed:
            borrowed.unlink(missing_ok=True)
    report(manifest, again, data, aside)
    return 0


def configuration(archive: Path) -> tuple[Configuration, Path | None]:
    """Return the settings there are here; where there are none, those of the backup, as a file."""
    environment = dict(os.environ)
    environment.setdefault("JOINEDUP_KIND", "real")
    file, borrowed = find_file(environment), None
    if file is None and environment["JOINEDUP_KIND"] == "real":
        file = borrowed = settings_in(archive)
    environment["JOINEDUP_CONFIG"] = str(file.absolute()) if file else ""
    os.environ |= {name: environment[name] for name in ("JOINEDUP_KIND", "JOINEDUP_CONFIG")}
    return read_configuration(environment), borrowed


def settings_in(archive: Path) -> Path | None:
    """Take the settings out of a backup into this folder, under another name for now."""
    with opened(archive) as (packed, manifest):
        if CONFIG not in manifest.files:
            return None
        held = packed.read(CONFIG)
    file = Path.cwd() / f".{FILE}.restoring"
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as new:
        new.write(held)
    return file


def make_ready(ready: Path, manifest: Manifest, told: Configuration, lists: list[Path]) -> int:
    """Bring what was unpacked to this version and to today; return what was erased again."""
    is_ours = manifest.engine == ("postgresql" if told["database"] else "sqlite")
    if not is_ours:
        raise Unusable(
            f"This backup is of a {manifest.engine} database, and the setting database names "
            "another kind. Change it, then restore."
        )
    erased = erased_in(lists)
    settle(ready)
    os.environ["JOINEDUP_DATA"] = str(ready)
    set_up_django()
    from django.conf import settings  # noqa: PLC0415 - not before they are known
    from django.db import connections  # noqa: PLC0415

    from joinedup.commands.worker import learn  # noqa: PLC0415 - loads Django

    learn()
    if manifest.engine == "postgresql":
        dump = ready / manifest.database
        load_postgresql(settings.DATABASES["default"], dump, manifest)
        dump.unlink()
    if main(["migrate", "--no-backup"]):
        raise Unusable("The restored database could not be brought up to this version.")
    make_fit(erased, clock())
    connections.close_all()
    for each in erased:
        note_erasure([ready], each["kind"], each["public_id"], at=clock())
    return len(erased)


def clock() -> datetime:
    """Return this moment, as delivery reads it."""
    from joinedup.delivery.clock import now  # noqa: PLC0415 - loads Django

    return now()


def report(manifest: Manifest, again: int, data: Path, aside: Path | None) -> None:
    """Say what was found and where it is."""
    files = sum(1 for name in manifest.files if name.startswith(FILES))
    print(
        f"The backup of {manifest.made_at} (version {manifest.version}): {len(manifest.tables)} "
        f"tables with {manifest.rows:,} rows and {files:,} files. Every digest is as it should be."
    )
    if again:
        print(f"{again} things that had been erased since were erased again.")
    if aside:
        print(f"What was there before is kept in {aside}; delete it when you no longer need it.")
    print(f"Restored in {data}. Everybody signs in anew. Then say: joinedup serve")


def known_migrations() -> list[str]:
    """Return the migrations this version comes with."""
    return [*(path.stem for path in MIGRATIONS.glob("0*.py")), *RENAMED_STEPS]
