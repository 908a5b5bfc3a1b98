"""The table, for the terminal and for docs/reference/bench.md: the same words in both."""

import os
import platform
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from tests.bench.speed.goals import Line, causes_of

HEAD = ("Goal", "What", "The app", "Floor", "Ratio", "Goal", "Met")
PUBLISHED = (
    ("register page, 10,000", "767 ms (85x)", "7,983 ms (887x)", "20.0 ms (2.2x, JSON)"),
    ("one partnership with 20 related rows", "270 ms (50x)", "1,028 ms (192x)", "12.7 ms (2.4x)"),
    ("one answer set", "42.7 ms", "857 ms", "134 ms (20x)"),
    ("search, 10,000", "775 ms (107x)", "2,481 ms (344x)", "136 ms (19x)"),
    ("CSV of 10,000", "-", "32,400 ms", "759 ms"),
    ("XLSX of 10,000", "74,300 ms", "-", "-"),
    ("import of 10,000", "-", "-", "34,900 ms"),
    ("a PDF", "201 ms", "-", "-"),
    ("idle memory", "114 MiB", "147 MiB", "195 MiB"),
)


def number(figure: float) -> str:
    """Return a figure with as many places as it deserves."""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:,.1f}"


def row_of(line: Line) -> tuple[str, ...]:
    """Return the cells of one line."""
    unit = f" {line.unit}" if line.unit else ""
    floor = "" if line.floor is None else f"{number(line.floor)}{unit}"
    if line.floor is not None and line.against != "the floor":
        floor += f" ({line.against})"
    ratio = "" if line.floor is None else f"{line.ratio:.2f}"
    goal = f"{line.bound} {line.limit:g}" + (unit if line.floor is None else "x")
    app = f"{number(line.app)}{unit}"
    return (
        str(line.goal or ""),
        line.what,
        app,
        floor,
        ratio,
        goal,
        "yes" if line.is_met else "no",
    )


def in_rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    told = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in told)


def table_of(lines: Iterable[Line]) -> str:
    """Return the one table."""
    return in_rows(HEAD, map(row_of, lines))


def computer() -> str:
    """Return what it was measured on, in a sentence."""
    cpu, memory = "", 0.0
    for line in lines_of("/proc/cpuinfo"):
        if line.startswith("model name"):
            cpu = line.partition(":")[2].strip()
    for line in lines_of("/proc/meminfo"):
        if line.startswith("MemTotal"):
            memory = int(line.split()[1]) / 1024 / 1024
    return (
        f"{os.cpu_count()} cores{f' ({cpu})' if cpu else ''}, {memory:.0f} GiB, "
        f"{platform.system()} {platform.release().split('-')[0]}, "
        f"Python {platform.python_version()}"
    )


def lines_of(path: str) -> list[str]:
    """Return the lines of a file that some systems lack."""
    try:
        return Path(path).read_text(encoding="utf-8").splitlines()
    except OSError:
        return []


def page_of(lines: Sequence[Line], database: str, how: str, day: date) -> str:
    """Return the page for docs/reference."""
    causes = "\n".join(f"- {cause}" for cause in causes_of(lines)) or "All goals are met."
    published = in_rows(
        ("Work", "UN Partner Portal", "pretalx", "Directus"), [list(each) for each in PUBLISHED]
    )
    return (
        (Path(__file__).parent / "page.txt")
        .read_text(encoding="utf-8")
        .format(
            day=day.isoformat(),
            database=database,
            computer=computer(),
            how=how,
            table=table_of(lines),
            causes=causes,
            published=published,
        )
    )
