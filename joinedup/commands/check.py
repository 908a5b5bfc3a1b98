"""Say whether this installation may be started, and if not, why."""

import argparse
import sys

from django.core import checks
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

HELP = "Look for anything that would keep this installation from running safely."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options."""
    parser.set_defaults()


def run(options: argparse.Namespace) -> int:
    """Print each problem as a sentence; the exit status is 1 where one is serious."""
    problems = [problem.msg for problem in checks.run_checks() if problem.is_serious()]
    problems += database_problems()
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def database_problems() -> list[str]:
    """Return what is wrong with the database, if anything."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as problem:
        return [f"The database does not answer ({problem}). To make it, say: joinedup migrate"]
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ["The database is not up to date. Say: joinedup migrate"]
    return []
