"""Make a backup of everything while the service runs, and prove it."""

import argparse
import sys
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError

from joinedup.delivery.clock import now
from joinedup.domain.backups.actions import make_backup

HELP = "Copy everything into one file while the service runs, and prove that it can be restored."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take where it goes."""
    parser.add_argument(
        "to", type=Path, nargs="?", help="a file, or a folder; the folder of the nightly ones"
    )


def run(options: argparse.Namespace) -> int:
    """Make it; the exit status is 1 where it could not be made, with the reason."""
    to = options.to or Path(settings.BACKUPS)
    if options.to is None:
        to.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        made = make_backup(to, by=None, at=now())
    except DatabaseError as problem:
        print(
            f"The database is not as it should be ({problem}). Say: joinedup check", file=sys.stderr
        )
        return 1
    if made.problem:
        print(made.problem, file=sys.stderr)
        return 1
    print(f"{made.name}: {made.rows:,} rows, {made.size:,} bytes. Every digest is as it should be.")
    return 0
