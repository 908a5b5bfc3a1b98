"""Hand out a list as a file, as the pages do, but whole: the command line sees everything."""

import argparse
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import IO

from joinedup.delivery.clock import now
from joinedup.domain.exports.everything import everything, write_whole
from joinedup.domain.exports.formats import KINDS, in_format
from joinedup.domain.exports.rows import (
    Sheet,
    directory_sheet,
    memberships_sheet,
    register_sheet,
)
from joinedup.domain.organisations.queries import standing
from joinedup.domain.partnerships.models import Partnership

HELP = "Hand out the register, the directory, the memberships or everything as a file."
UNUSABLE = 2
EVERYTHING = "everything"
LISTS: dict[str, Callable[[datetime], Sheet]] = {
    "register": lambda at: register_sheet(Partnership.objects.all(), at),
    "directory": lambda at: directory_sheet(standing(), None, at),
    "memberships": lambda at: memberships_sheet(Partnership.objects.all(), None, at),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take the list, the file, and the format where its name does not tell."""
    parser.add_argument(
        "what", choices=[*LISTS, EVERYTHING], help="which list; everything is one zip to read"
    )
    parser.add_argument("file", type=Path, help="the file to write; it is never written over")
    parser.add_argument(
        "--format", choices=list(KINDS), help="csv, xlsx or ods; by the name of the file otherwise"
    )


def run(options: argparse.Namespace) -> int:
    """Write the file; 2 where it cannot be, with a sentence why."""
    sort = options.format or options.file.suffix.lstrip(".").lower()
    if options.what != EVERYTHING and sort not in KINDS:
        return refused(f"Say --format {', '.join(KINDS)}, or name the file so.")
    try:
        with options.file.open("xb") as file:
            write(file, options.what, sort)
    except FileExistsError:
        return refused(f"{options.file} is there already. Name another, or move it away.")
    except OSError as problem:
        return refused(f"{options.file} cannot be written: {problem.strerror}.")
    print(f"Written: {options.file}")
    return 0


def write(file: IO[bytes], what: str, sort: str) -> None:
    """Write one list, or everything there is."""
    if what == EVERYTHING:
        at = now()
        write_whole(file, everything(at), at)
        return
    sheet = LISTS[what](now())
    for piece in in_format(sort, sheet.title, sheet.headings, sheet.rows):
        file.write(piece)


def refused(sentence: str) -> int:
    """Say why nothing was written."""
    print(sentence, file=sys.stderr)
    return UNUSABLE
