"""Bring the tables of the database up to date; the same again changes nothing."""

import argparse

from django.conf import settings
from django.core.management import call_command

from joinedup.delivery.clock import now
from joinedup.domain.instruments.actions import ship_instruments

HELP = "Make the database, or bring its tables up to date with this version."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say whether the database is kept as it was."""
    parser.add_argument("--no-backup", action="store_true", help="make no backup before")


def run(options: argparse.Namespace) -> int:
    """Migrate, making the folder of the data first where there is none yet."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    if settings.REAL:
        ship_instruments(at=now())
    print("The database is up to date.")
    return 0
