"""The one entry of the command line: finds the command by name and runs it."""

import argparse
import ast
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from joinedup.configuration import find_file

HERE = Path(__file__).parent


def command_names() -> list[str]:
    """Return the commands there are: one module of this folder each."""
    return sorted(modules_by_command())


def modules_by_command() -> dict[str, str]:
    """Return for each command its module: of the same name, or of the name its NAME tells.

    ``import`` is a word of Python, so no module can be called so.
    """
    modules = [p.stem for p in HERE.glob("*.py") if p.stem not in {"__init__", "main"}]
    return {str(constants(module).get("NAME", module)): module for module in modules}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status is 0 when it did what was asked, 2 for unusable words.

    A command module holds ``HELP`` (a sentence), ``add_arguments(parser)``,
    ``run(options) -> int`` and, where they apply, ``NAME`` (other than the module's),
    ``NEEDS_DJANGO = False``, where it needs no database, and ``KIND``, the kind of installation
    it is for where JOINEDUP_KIND names none. Only the module asked for is imported, after Django
    has been set up where it is needed, so that a module may import tables and acts at its top
    and the others cost nothing.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    commands = modules_by_command()
    asked = words[0] if words and words[0] in commands else ""
    known = constants(commands[asked]) if asked else {}
    if "KIND" in known:
        os.environ.setdefault("JOINEDUP_KIND", known["KIND"])
    if os.environ.get("JOINEDUP_KIND", "real") == "real" and (file := find_file(os.environ)):
        # Handed on, so that the processes we start read the same file from any folder.
        os.environ["JOINEDUP_CONFIG"] = str(file.absolute())
    if asked and known.get("NEEDS_DJANGO", True):
        set_up_django()
    parser = argparse.ArgumentParser(prog="joinedup", description="Joined Up, on the command line.")
    subparsers = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    modules = {}
    for name, module in sorted(commands.items()):
        told = constants(module)["HELP"]
        one = subparsers.add_parser(name, help=told, description=told)
        if name == asked:
            modules[name] = importlib.import_module(f"joinedup.commands.{module}")
            modules[name].add_arguments(one)
    options = parser.parse_args(words)
    return int(modules[options.command].run(options))


def constants(name: str) -> dict[str, Any]:
    """Return the plain constants at the top of a command's module, without importing it."""
    tree = ast.parse((HERE / f"{name}.py").read_text(encoding="utf-8"))
    return {
        line.targets[0].id: line.value.value
        for line in tree.body
        if isinstance(line, ast.Assign)
        and isinstance(line.targets[0], ast.Name)
        and isinstance(line.value, ast.Constant)
    }


def set_up_django() -> None:
    """Load the settings and the tables; slow, so only for commands that need them."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    django = importlib.import_module("django")
    django.setup()
