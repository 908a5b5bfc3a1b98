"""Say whether this installation may be started, and if not, why."""

import argparse
import sys
from collections.abc import Iterator

from django.conf import settings
from django.core import checks
from django.db import DatabaseError

from joinedup.delivery.clock import now
from joinedup.delivery.safety import why_not_start
from joinedup.domain.upkeep.database import unsound_database

HELP = "Look for anything that would keep this installation from running safely."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options."""
    parser.set_defaults()


def run(options: argparse.Namespace) -> int:
    """Print each problem as a sentence; the exit status is 1 where there is one."""
    problems = [problem.msg for problem in checks.run_checks() if problem.is_serious()]
    problems += why_not_start(settings)
    problems += database_problems()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def database_problems() -> Iterator[str]:
    """Yield what is wrong with the database, if anything."""
    try:
        yield from unsound_database(settings, now())
    except DatabaseError as problem:
        yield f"The database does not answer ({problem}). To make it, say: joinedup migrate"
