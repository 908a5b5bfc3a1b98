"""Make the demonstration district and say how to get in."""

import argparse
import os
import subprocess
import sys
from datetime import timedelta
from typing import NoReturn

from django.conf import settings
from django.urls import reverse

from joinedup.commands import check, migrate, serve
from joinedup.delivery.clock import now
from joinedup.demo.making import made_at, make_anew, make_district
from joinedup.demo.sign_in import players
from joinedup.domain.basics.days import day_of, in_words

HELP = "Make the demonstration district, and print a sign-in for each of its people."
KIND = "demonstration"
ITS_REVIEW_IS_OPEN = timedelta(days=10)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the demonstration."""
    parser.add_argument(
        "--fresh", action="store_true", help="forget what was done in it; begin anew"
    )
    parser.add_argument("--serve", action="store_true", help="then serve it, at PORT or 8000")


def run(options: argparse.Namespace) -> int:
    """Make the district where there is none yet, and print its address and its sign-ins."""
    problem = why_not_here() or (why_not_serve() if options.serve else None)
    if problem is not None:
        print(problem, file=sys.stderr)
        return 1
    migrate.run(options)
    make(fresh=options.fresh)
    introduce()
    if options.serve and check.run(options) == 0:
        print("\nPress Ctrl and C to stop.", flush=True)
        # A command of its own, so that the process that watches the others stays small.
        hand_over("serve", "--checked")
    return 1 if options.serve else 0


def hand_over(*command: str) -> NoReturn:
    """Go on as another command, in this very process where the system can do that."""
    words = [sys.executable, "-m", "joinedup", *command]
    if os.name == "nt":  # pragma: no cover - Windows cannot become another command
        sys.exit(subprocess.call(words))  # noqa: S603 - our own command, nothing typed by others
    os.execv(words[0], words)  # noqa: S606 - as above


def why_not_here() -> str | None:
    """Return why there can be no demonstration in this installation, or None."""
    if settings.DEMONSTRATION:
        return None
    return (
        "This installation is not a demonstration, and people’s records are not to be mixed with "
        "made-up ones. Set JOINEDUP_KIND to demonstration and JOINEDUP_DATA to another folder."
    )


def why_not_serve() -> str | None:
    """Return why the demonstration cannot be served, or None; better known before it is made."""
    parser = argparse.ArgumentParser()
    serve.add_arguments(parser)
    usual = parser.parse_args([])
    return serve.why_not_listen(usual.host, usual.port)


def make(*, fresh: bool) -> None:
    """Make the district, unless there is one and it is not to be made afresh."""
    made, at = made_at(), now()
    if made is None or fresh:
        print(
            "Making the district of Thornford: three years of it, in some seconds ...", flush=True
        )
        (make_anew if fresh else make_district)(at)
    elif at - made > ITS_REVIEW_IS_OPEN:
        print(
            f"This district was made on {in_words(day_of(made))}. To begin again, with a review "
            "that is open today: joinedup demo --fresh"
        )


def introduce() -> None:
    """Print where the demonstration is and how to be each of its people."""
    print(f"\nJoined Up, the demonstration: {settings.ADDRESS}{reverse('demonstration')}")
    print(f"The mail that was “sent”: {settings.ADDRESS}{reverse('mailbox')}\n")
    for player in players():
        link = settings.ADDRESS + reverse("demonstration_sign_in", args=[player.token])
        print(f"{player.person.name} ({player.who}): {link}")
    print(f"A resident (anybody, with no sign-in): {settings.ADDRESS}/", flush=True)
