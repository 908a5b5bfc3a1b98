"""Hand out a list as a file, as the pages do, but whole: the command line sees everything."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from joinedup.delivery.clock import now
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.exports.rows import (
    Sheet,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.organisations.queries import standing
from joinedup.domain.partnerships.models import Partnership

HELP = "Hand out the register, the directory or the memberships as a file."
UNUSABLE = 2
LISTS: dict[str, Callable[[datetime], Sheet]] = {
    "register": lambda at: register_sheet(Partnership.objects.all(), at),
    "directory": lambda at: directory_sheet(standing(), None, at),
    "memberships": lambda at: memberships_sheet(Partnership.objects.all(), None, at),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the list, the file, and the format where its name does not tell."""
    parser.add_argument("what", choices=list(LISTS), help="which list")
    parser.add_argument("file", type=Path, help="the file to write; it is never written over")
    parser.add_argument(
        "--format", choices=list(KINDS), help="csv, xlsx or ods; by the name of the file otherwise"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file; 2 where it cannot be, with a sentence why."""
    sort = options.format or options.file.suffix.lstrip(".").lower()
    if sort not in KINDS:
        return refused(f"Say --format {', '.join(KINDS)}, or name the file so.")
    sheet = LISTS[options.what](now())
    try:
        with options.file.open("xb") as file:
            for piece in in_format(sort, sheet.title, sheet.headings, sheet.rows):
                file.write(piece)
    except FileExistsError:
        return refused(f"{options.file} is there already. Name another, or move it away.")
    except OSError as problem:
        return refused(f"{options.file} cannot be written: {problem.strerror}.")
    print(f"{sheet.title}: {options.file}")
    return 0


def refused(sentence: str) -> int:
    """Say why nothing was written."""
    print(sentence, file=sys.stderr)
    return UNUSABLE
