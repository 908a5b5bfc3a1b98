"""How every list page grows with what it lists (trust.md L4): ``python -m tests.bench.lists``.

Fills an empty database with 10, 1,000 and 100,000 rows of each thing, asks for each page as three
people, and prints queries and the middle of several times. ``python -m tests.bench.postgresql
python -m tests.bench.lists`` does the same on PostgreSQL.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import Any

SIZES = (10, 1000, 100_000)
TIMES = 5
MOST_QUERIES, MOST_GROWTH = 30, 2.0
# Who asks: whoever sees all of it, some hundreds of it, and one place.
PEOPLE = ("officer", "neighbour", "representative")


def addresses(filled: Any) -> dict[str, str]:
    """Return the lists there are, and some ways to narrow them."""
    about, round = filled.partnership.public_id, filled.round.public_id
    return {
        "register": "/partnerships/",
        "register, common word": "/partnerships/?name=partnership",
        "register, beginnings": "/partnerships/?name=saf+com",
        "register, rare": "/partnerships/?name=former+90",
        "register, nothing": "/partnerships/?name=zzz",
        "register, a slip": "/partnerships/?name=partnershp",
        "register, state": "/partnerships/?state=PROPOSED",
        "register, none declined": "/partnerships/?state=DECLINED",
        "register, missing": "/partnerships/?missing=yes",
        "directory": "/organisations/",
        "directory, common word": "/organisations/?name=council",
        "directory, rare": "/organisations/?name=old+95",
        "directory, nothing": "/organisations/?name=zzz",
        "directory, sector": "/organisations/?sector=POLICE",
        "rounds": "/rounds/",
        "round": f"/rounds/{round}/",
        "imports": "/imports/",
        "history": f"/partnerships/{about}/history/",
        "posts": f"/organisations/{filled.council.public_id}/posts/",
        "mailbox": "/demonstration/mail/",
        "what needs you": "/needs/",
        "you": "/you/",
    }


def measured(size: int, only: str) -> Iterator[dict[str, Any]]:
    """Fill the database this process is set up for, and yield what each page took."""
    from django.db import connection  # noqa: PLC0415 - after the settings are known
    from django.test import Client  # noqa: PLC0415

    from tests.bench.filling import fill  # noqa: PLC0415

    began = time.perf_counter()
    filled = fill(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    say(f"filled with {size} in {time.perf_counter() - began:.0f} s")
    for who in PEOPLE:
        client = Client()
        client.force_login(getattr(filled, who))
        for name, address in addresses(filled).items():
            if only not in f"{name} as {who}":
                continue
            asked: list[tuple[float, str]] = []
            with connection.execute_wrapper(watching(asked)):
                page = client.get(address)
            if page.status_code == 404:
                continue
            times = [timed(client, address) for _ in range(TIMES)]
            yield {
                "page": f"{name} as {who}",
                "size": size,
                "status": page.status_code,
                "queries": len(asked),
                "ms": round(statistics.median(times), 1),
                "kB": len(page.content) // 1000,
                "slowest": max(asked, default=(page.status_code, address)),
            }


def watching(asked: list[tuple[float, str]]) -> Any:
    """Return what keeps each statement with the seconds it took."""

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            asked.append((time.perf_counter() - began, sql))

    return watch


def timed(client: Any, address: str) -> float:
    """Return how many milliseconds one page takes."""
    began = time.perf_counter()
    client.get(address)
    return (time.perf_counter() - began) * 1000


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def one(size: int, only: str) -> None:
    """Measure one size in this process, and print a line for each page."""
    import django  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    django.setup()
    if os.environ.get("JOINEDUP_DATABASE"):
        empty()
    call_command("migrate", verbosity=0)
    for told in measured(size, only):
        print(json.dumps(told), flush=True)  # noqa: T201


def empty() -> None:
    """Begin with an empty PostgreSQL, which several sizes share."""
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def main() -> int:
    """Measure each size in a process and a database of its own; 1 where a page grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--one", type=int, help="one size, in this process")
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    os.environ["JOINEDUP_KIND"] = "demonstration"
    if options.one:
        one(options.one, options.only)
        return 0
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            words = [sys.executable, "-m", "tests.bench.lists", "--one", str(size)]
            words += ["--only", options.only]
            environment = os.environ | {"JOINEDUP_DATA": folder}
            said = subprocess.run(words, env=environment, stdout=subprocess.PIPE, check=True)
        for line in said.stdout.splitlines():
            told = json.loads(line)
            found.setdefault(told["page"], {})[size] = told
    return report(found, options.sizes)


def report(found: dict[str, dict[int, dict[str, Any]]], sizes: list[int]) -> int:
    """Print a line for each page, and say which grow."""
    wrong = 0
    for page, by_size in found.items():
        cells = [by_size[size] for size in sizes if size in by_size]
        figures = "  ".join(f"{c['queries']:3} q {c['ms']:8.1f} ms {c['kB']:5} kB" for c in cells)
        growth = cells[-1]["ms"] / cells[-2]["ms"] if len(cells) > 1 else 1
        queries = {cell["queries"] for cell in cells}
        amiss = growth > MOST_GROWTH or max(queries) > MOST_QUERIES
        wrong += amiss
        say(f"{page:44} {figures}  x{growth:6.1f} {'GROWS' if amiss else ''}")
        if amiss:
            say(f"     {cells[-1]['slowest'][0]} s: {cells[-1]['slowest'][1][:400]}")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
