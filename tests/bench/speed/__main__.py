"""``make bench``: the app beside its floors, in one table of goals.

``--goals 1,4`` runs some (0 stands for closing a round and 300 reports); ``--sizes`` says how many
partnerships; ``--data FOLDER`` keeps what was filled; ``--write`` writes docs/reference/bench.md.
"""

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench.speed import judging
from tests.bench.speed.asking import Taken, interleaved, one_round
from tests.bench.speed.goals import Line
from tests.bench.speed.places import ROOT, Place, await_port, free_port, memory_of
from tests.bench.speed.table import page_of, row_of, table_of
from tests.bench.speed.targets import Served, answers_of, links_needed, pages_of

ALL_GOALS, SIZES, ROUNDS, IMPORTED = set(range(11)), (1_000, 10_000), 5, 10_000
WORKS = {9: ("paper", "long paper"), 7: ("workbook",), 0: ("closing", "reports")}
SETTLE = 8
PAGE = ROOT / "docs" / "reference" / "bench.md"


def main() -> int:
    """Fill, serve, ask, judge; print the table."""
    options = told()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(options.data or folder)
        server = os.environ.get("JOINEDUP_DATABASE", "")
        places = [Place(size, data / str(size), server) for size in options.sizes]
        for place in places:
            place.fill()
        lines = []
        for line in measured(places, options, data, server):
            # As it comes, so that a run that is stopped has told what it found.
            say("  ".join(filter(None, row_of(line))))
            lines.append(line)
    lines.sort(key=lambda line: line.goal or 99)
    say(table_of(lines))
    database = "PostgreSQL" if server else "SQLite"
    how = how_it_was_run(options)
    if options.write:
        PAGE.write_text(page_of(lines, database, how, datetime.now(UTC).date()), encoding="utf-8")
    say(f"\n{database}. {how}")
    return 0


def told() -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    numbers = lambda words: [int(word) for word in words.split(",")]  # noqa: E731
    parser.add_argument("--goals", type=numbers, default=sorted(ALL_GOALS))
    parser.add_argument("--sizes", type=numbers, default=list(SIZES))
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--often", type=int, default=15, help="pages asked for in each round")
    parser.add_argument("--data", default="", help="where the filled databases are kept")
    parser.add_argument("--write", action="store_true", help="write docs/reference/bench.md")
    parser.add_argument("--note", default="", help="a sentence on how it was run")
    return parser.parse_args()


def how_it_was_run(options: argparse.Namespace) -> str:
    """Return how it was run, with how busy the computer was."""
    busy = "busy with other work as well" if os.getloadavg()[2] > 2 else "otherwise idle"
    return (
        f"Two processes each, {options.rounds} rounds in turn, medians, signed in with permission "
        f"checks on; the computer was {busy}. {options.note}"
    ).strip()


def measured(
    places: list[Place], options: argparse.Namespace, data: Path, server: str
) -> Iterator[Line]:
    """Yield every line that the goals ask for."""
    goals = set(options.goals)
    if goals & {1, 3, 4, 5, 6, 7, 10}:
        yield from over_http(places, options, goals)
    for goal, works in WORKS.items():
        for what in works if goal in goals else ():
            say(f"{what} ...")
            said = inside(places[-1], "pairs", str(options.rounds), what)
            yield judging.inside(what, said)
    if 8 in goals:
        say("import ...")
        yield imported(data, server)


def inside(place: Place, *words: str) -> Any:
    """Do something in a process of the app, and return what it says."""
    said = place.run("tests.bench.speed.inside", *words, quiet=True)
    return json.loads(said.strip().splitlines()[-1])


def imported(data: Path, server: str) -> Line:
    """Return the line of bringing a file in: into a database of its own, which is thrown away."""
    with tempfile.TemporaryDirectory(dir=data) as folder:
        # On PostgreSQL into one whose name no other run has.
        place = Place(int(time.time()), Path(folder), server)
        said = inside(place, "imported", str(IMPORTED))
    limit = 3 if server else 10
    cause = judging.CAUSES["import"]
    what = f"import of {IMPORTED:,} rows, to the end"
    return Line(8, what, said["app"], said["floor"], "ms", limit, cause=cause)


def over_http(places: list[Place], options: argparse.Namespace, goals: set[int]) -> Iterator[Line]:
    """Serve the app and the floor at each size, and ask both in turn."""
    with contextlib.ExitStack() as running:
        sizes: list[Served] = []
        processes: dict[str, int] = {}
        for place in places:
            links = (
                links_needed(options.rounds, options.often)
                if 5 in goals and place is places[-1]
                else 0
            )
            found = inside(place, "prepare", str(links))
            app, floor = free_port(), free_port()
            serve = ("joinedup", "serve", "--no-worker", "--checked", "--port", str(app))
            processes["app"] = running.enter_context(started(place, *serve))
            words = ("tests.bench.speed.floor", str(floor))
            processes["floor"] = running.enter_context(started(place, *words))
            await_port(app)
            await_port(floor)
            sizes.append(Served(place.size, app, floor, found))
        yield from asked(sizes, processes, options, goals)
        if 10 in goals:
            worker = running.enter_context(started(places[-1], "joinedup", "worker"))
            time.sleep(SETTLE)
            MEMORY["worker"] = memory_of(worker)
            yield from judging.of_memory(MEMORY_IDLE, **MEMORY)


MEMORY: dict[str, float] = {}
MEMORY_IDLE: dict[str, float] = {}


def asked(
    sizes: list[Served], processes: dict[str, int], options: argparse.Namespace, goals: set[int]
) -> Iterator[Line]:
    """Ask everything in turn; the memory is that of the largest size's processes."""
    targets = [target for served in sizes for target in pages_of(served, goals, options.often)]
    if 5 in goals:
        targets += answers_of(sizes[-1], options.often)
    say(f"{len(targets)} works, {options.rounds} rounds ...")
    for target in targets[: len(targets) if 5 not in goals else -4]:
        one_round(replace(target, times=1, at_once=1), Taken())
    MEMORY_IDLE.update({name: memory_of(process) for name, process in processes.items()})
    seen = [MEMORY_IDLE["app"]]
    taken = interleaved(targets, options.rounds, lambda: seen.append(memory_of(processes["app"])))
    MEMORY.update(after=seen[-1], peak=max(seen))
    yield from judging.over_http(taken, sizes)
    if 4 in goals or 3 in goals:
        yield from judging.of_statements(sizes[-1].told, sizes[-1].size)
    if 10 in goals:
        yield from judging.of_weights(sizes[-1].told)


@contextlib.contextmanager
def started(place: Place, *words: str) -> Iterator[int]:
    """Run a server until the end of the measuring."""
    process = place.start(*words)
    try:
        yield process.pid
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def say(words: str) -> None:
    """Tell the person at the terminal at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
