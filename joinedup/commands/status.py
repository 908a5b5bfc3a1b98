"""Say how the service stands, as the steward's page does."""

import argparse

from django.db import DatabaseError

from joinedup.delivery.clock import now
from joinedup.domain.basics.days import day_of
from joinedup.domain.upkeep.risks import risks
from joinedup.domain.upkeep.status import facts, findings

HELP = "Say how mail, backups, room, worker and jobs stand; 1 where something needs you."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take no options."""
    parser.set_defaults()


def run(options: argparse.Namespace) -> int:
    """Print what is not well first; the exit status is 1 where there is any."""
    at = now()
    try:
        found = findings(at)
        told = [*facts(), *(("Risk", risk) for risk in risks(day_of(at)))]
    except DatabaseError as problem:
        print(f"The database does not answer ({problem}). Say: joinedup check")
        return 1
    for finding in found:
        print(f"{'Well' if finding.is_well else 'NOT WELL'}: {finding.subject}. {finding.sentence}")
        if finding.advice:
            print(f"  {finding.advice}")
    for name, value in told:
        print(f"{name}: {value}")
    return 0 if all(finding.is_well for finding in found) else 1
