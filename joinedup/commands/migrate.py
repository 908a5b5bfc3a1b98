"""Bring the tables of the database up to date; the same again changes nothing."""

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from joinedup.delivery.clock import now
from joinedup.domain.backups.actions import source
from joinedup.domain.backups.kinds import Unusable
from joinedup.domain.backups.making import make_archive
from joinedup.domain.instruments.actions import ship_instruments
from joinedup.domain.upkeep.database import newer_than_this

HELP = "Make the database, or bring its tables up to date with this version."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whether the database is kept as it was."""
    parser.add_argument("--no-backup", action="store_true", help="make no backup before")


def run(options: argparse.Namespace) -> int:
    """Say what is to be done, keep a backup of what there is, and do it.

    Each step is one transaction, so that after a stop the same command goes on where it was.
    """
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if newer := newer_than_this():
        print(f"A newer version has used this database ({newer[-1]}).", file=sys.stderr)
        return 1
    steps = what_is_to_be_done()
    if steps and is_filled() and settings.REAL and not getattr(options, "no_backup", False):
        print(f"To do: {', '.join(steps)}.")
        try:
            print(f"The database as it was is kept in {keep_it()}", flush=True)
        except Unusable as problem:
            print(f"{problem} Nothing was changed.", file=sys.stderr)
            return 1
    call_command("migrate", verbosity=0)
    if settings.REAL:
        ship_instruments(at=now())
    print("The database is up to date.")
    return 0


def what_is_to_be_done() -> list[str]:
    """Return the names of the steps the database has not had."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [migration.name for migration, _ in plan]


def is_filled() -> bool:
    """Tell whether there is anything in the database to be kept."""
    return "joinedup_entry" in connection.introspection.table_names()


def keep_it() -> Path:
    """Make a backup among the nightly ones; the table that notes them may not be there yet."""
    folder = Path(settings.BACKUPS)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return make_archive(source(), folder, at=now())[0]
