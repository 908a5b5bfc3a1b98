"""Send a test message and say what the mail server answered."""

import argparse

from joinedup.delivery.clock import now
from joinedup.domain.upkeep.mail import try_mail

NAME = "try-mail"
HELP = "Send a test message to an address, and say what the mail server answered."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the address."""
    parser.add_argument("address", help="who the message goes to")


def run(options: argparse.Namespace) -> int:
    """Send it now, past the outbox; the exit status is 1 where it was not taken."""
    taken, said = try_mail(options.address, now())
    print(said)
    return 0 if taken else 1
