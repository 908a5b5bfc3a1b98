"""Read a workbook in a process of its own, with limits of time and memory.

What opens a workbook is a large program fed with what a stranger made (trust.md T9): whatever
becomes of it, the service goes on. Its rows come back through a file, so that they take no room.

``python -m joinedup.domain.spreadsheets.confined FILE`` is that process; it knows no database.
"""

import json
import os
import subprocess
import sys
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from joinedup.domain.spreadsheets.archive import SAVE_AGAIN
from joinedup.domain.spreadsheets.table import MEGABYTE, File, Row, Rows, Unreadable, opened
from joinedup.domain.spreadsheets.workbook import read_book

MODULE = "joinedup.domain.spreadsheets.confined"
ROOT = Path(__file__).resolve().parents[3]
SECONDS, MEMORY = 30, 1024 * MEGABYTE
HEADER = ("columns", "count", "notes", "heading_row", "sheet", "sheets")


def read_confined(file: File, *, sheet: str = "", heading_row: int = 0) -> Rows:
    """Return the rows of a workbook that another process read; it may take neither long nor much.

    Refuses with the sentence of that process, or, when it came to grief, with one of our own.
    """
    command = [sys.executable, "-m", MODULE, json.dumps([sheet, heading_row])]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with ExitStack() as stack:
        spool = stack.enter_context(tempfile.TemporaryFile())
        copy = stack.enter_context(tempfile.TemporaryFile())
        book = stack.enter_context(opened(file))
        source = book if isinstance(file, Path) else written(copy, file)
        try:
            done = subprocess.run(  # noqa: S603 - our own module, no shell, no words of the file
                command,
                stdin=source,
                stdout=spool,
                stderr=subprocess.DEVNULL,
                env=environment,
                timeout=2 * SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise too_much() from None
        if done.returncode:
            raise too_much()
        spool.seek(0)
        return rows_in(os.fdopen(os.dup(spool.fileno()), "rb"))


def written(copy: BinaryIO, data: bytes) -> BinaryIO:
    """Return a file that holds these bytes, at its beginning."""
    copy.write(data)
    copy.seek(0)
    return copy


def too_much() -> Unreadable:
    """Return the refusal of a workbook that could not be read within the limits."""
    return Unreadable(
        "This workbook takes more time or memory to open than a list needs, or it is damaged. "
        f"Copy the rows you want into a new workbook and try that. {SAVE_AGAIN}"
    )


def rows_in(spool: BinaryIO) -> Rows:
    """Return the rows that the other process wrote, or raise its refusal."""
    header = json.loads(spool.readline())
    if sentence := header.get("refusal"):
        spool.close()
        raise Unreadable(sentence)
    begin = spool.tell()

    def again() -> Iterator[Row]:
        spool.seek(begin)
        for line in spool:
            number, *cells = json.loads(line)
            yield Row(number, tuple(cells))

    # The file goes when nobody can ask for its rows any more.
    weakref.finalize(again, spool.close)
    told = {name: header[name] for name in HEADER}
    told |= {name: tuple(told[name]) for name in ("columns", "notes", "sheets")}
    return Rows(again=again, **told)


def main() -> int:
    """Read the workbook on standard input, and write its header and rows, one on each line."""
    limit_ourselves()
    sheet, heading_row = json.loads(sys.argv[1])
    out = sys.stdout
    try:
        rows = read_book(sys.stdin.buffer.read(), sheet=sheet, heading_row=heading_row)
        json.dump({name: getattr(rows, name) for name in HEADER}, out)
        out.write("\n")
        for row in rows:
            out.write(json.dumps([row.number, *row.cells], ensure_ascii=True) + "\n")
    except Unreadable as refusal:
        json.dump({"refusal": str(refusal)}, out)
    return 0


def limit_ourselves() -> None:
    """Take so much time and memory and no more, where the system can keep us to it."""
    try:
        import resource  # noqa: PLC0415 - Windows has none; the time limit outside holds there
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
