"""Bring the tables of the database up to date; the same again changes nothing."""

import argparse

from django.conf import settings
from django.core.management import call_command

HELP = "Make the database, or bring its tables up to date with this version."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options: there is one database and one way forward."""
    parser.set_defaults()


def run(options: argparse.Namespace) -> int:
    """Migrate, making the folder of the data first where there is none yet."""
    settings.DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    call_command("migrate", verbosity=0)
    print("The database is up to date.")
    return 0
