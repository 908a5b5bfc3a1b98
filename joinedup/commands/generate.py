"""Fill an empty installation with a made-up register of any size, to see how it does."""

import argparse
import sys
import time

from joinedup.commands import migrate
from joinedup.delivery.clock import now
from joinedup.demo.generated.actions import generate, why_not_generate
from joinedup.demo.generated.roles import sign_ins
from joinedup.demo.generated.sizes import SIZES, Size, growing

HELP = "Fill an empty installation with made-up partnerships, as many as a nation has."
KIND = "demonstration"
SEED, SAY_EVERY = 1, 5.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the size."""
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument(
        "--size", choices=list(SIZES), help="a district, a council, a region, a nation"
    )
    how.add_argument(
        "--partnerships", type=int, metavar="N", help="one council with so many, for measuring"
    )
    parser.add_argument("--seed", type=int, default=SEED, help="another number, other chances; 1")


def run(options: argparse.Namespace) -> int:
    """Make it, or go on where it was stopped; say how far it is every few seconds."""
    size = SIZES[options.size] if options.size else growing(max(options.partnerships, 1))
    if status := migrate.run(options):
        return status
    if problem := why_not_generate(size, options.seed):
        print(problem, file=sys.stderr)
        return 1
    make(size, options.seed)
    print("Whole. Sign in by the code in the mail that was “sent”, as:")
    for who, address in sign_ins():
        print(f"  {address:36} {who}")
    return 0


def make(size: Size, seed: int) -> None:
    """Make it, and say how far it is."""
    said = began = time.monotonic()
    for name, done, wanted in generate(size, seed, at=now()):
        if done == wanted or time.monotonic() - said > SAY_EVERY:
            said = time.monotonic()
            print(f"{name}: {done:,} of {wanted:,} ({said - began:.0f} s)", flush=True)
