"""Make somebody steward of the installation, or let one in whose mail is gone."""

import argparse
import sys

from joinedup.delivery.clock import now
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.upkeep.actions import set_up_installation
from joinedup.domain.upkeep.links import link_for

HELP = "Make somebody steward and officer, and print a link that signs them in once."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take who it is and where they work."""
    parser.add_argument("email", help="their email address")
    parser.add_argument("--name", required=True, help="their name")
    parser.add_argument("--organisation", required=True, help="the body that runs this service")
    parser.add_argument(
        "--sector", choices=Sector.values, default=Sector.UNTOLD, help="what the body is"
    )


def run(options: argparse.Namespace) -> int:
    """Do it; for somebody who is steward already, only print the link."""
    try:
        person = set_up_installation(
            options.organisation,
            sector=options.sector,
            name=options.name,
            email=options.email,
            at=now(),
        )
    except Refused as refusal:
        print(refusal.reason, file=sys.stderr)
        return 1
    print(f"{person.name} is steward and partnership officer of {options.organisation}.")
    print("This link signs them in once, within ten minutes:")
    print(f"  {link_for(person, now())}", flush=True)
    return 0
