"""joinedup forget-second-step ADDRESS: let somebody who lost phone and codes start anew."""

import argparse
import sys

from joinedup.delivery.clock import now
from joinedup.domain.people.actions import forget_second_step
from joinedup.domain.people.queries import person_at

NAME = "forget-second-step"
HELP = "take away somebody's passkeys, app and recovery codes, when they have lost them all"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Say what may stand after the command."""
    parser.add_argument("address", help="the person's email address")


def run(options: argparse.Namespace) -> int:
    """Forget the second step and end every visit; the person signs in by mail and sets up anew."""
    person = person_at(options.address)
    if person is None:
        print(f"Nobody in the directory has the address {options.address}.", file=sys.stderr)
        return 1
    forget_second_step(person, by=None, at=now())
    print(f"{person.name} has no second step any more and is signed out everywhere.")
    print("Make sure it was really them who asked: ring them on a number you know.")
    return 0
