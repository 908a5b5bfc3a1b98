"""The one entry of the command line: finds the command by name and runs it."""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def command_names() -> list[str]:
    """Return the commands there are: one module of this folder each."""
    here = Path(__file__).parent
    return sorted(p.stem for p in here.glob("*.py") if p.stem not in {"__init__", "main"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when it did what was asked, 2 for unusable words.

    A command module holds ``HELP`` (a sentence), ``add_arguments(parser)``,
    ``run(options) -> int`` and, where it needs no database, ``NEEDS_DJANGO = False``.
    """
    parser = argparse.ArgumentParser(prog="joinedup", description="Joined Up, on the command line.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {
        name: importlib.import_module(f"joinedup.commands.{name}") for name in command_names()
    }
    for name, module in modules.items():
        module.add_arguments(subparsers.add_parser(name, help=module.HELP, description=module.HELP))
    options = parser.parse_args(sys.argv[1:] if arguments is None else arguments)
    module = modules[options.command]
    if getattr(module, "NEEDS_DJANGO", True):
        set_up_django()
    return int(module.run(options))


def set_up_django() -> None:
    """Load the settings and the tables; slow, so only for commands that need them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    django = importlib.import_module("django")
    django.setup()
