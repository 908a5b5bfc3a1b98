"""How every list page grows with what it lists (trust.md L4).

``python -m tests.bench.lists 1000 100000`` on SQLite; on PostgreSQL the same behind
``python -m tests.bench.postgresql``. Fills a database for each size, asks for each page as three
people, in rounds that take the sizes in turn, and prints statements, the middle of the times and
how they grow. A page counts by the processor time it takes, on PostgreSQL by the clock, since the
server is another process. ``--data FOLDER`` keeps the filled databases for another run.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

SIZES, ROUNDS = (1000, 100_000), 3
MOST_QUERIES, MOST_GROWTH = 30, 2.0
# A page that takes longer is asked for once only, in milliseconds.
PATIENCE = 20_000
# Times as short as this, in milliseconds, are mostly chance.
CHANCE = 5
# Who asks: whoever sees all of it, some hundreds of it, and one place.
PEOPLE = ("officer", "neighbour", "representative")


def addresses(filled: Any) -> dict[str, str]:
    """Return the lists there are, and some ways to narrow them."""
    return searches(filled) | others(filled) | last_pages(filled)


def searches(filled: Any) -> dict[str, str]:
    """Return ways to ask the register and the directory."""
    body = filled.council.public_id
    return {
        "register": "/partnerships/",
        "register, common word": "/partnerships/?name=partnership",
        "register, beginnings": "/partnerships/?name=saf+com",
        "register, rare": "/partnerships/?name=former+90",
        "register, nothing": "/partnerships/?name=zzz",
        "register, a slip": "/partnerships/?name=partnershp",
        "register, state": "/partnerships/?state=PROPOSED",
        "register, none declined": "/partnerships/?state=DECLINED",
        "register, tier": "/partnerships/?tier=1",
        "register, kind": "/partnerships/?kind=COOPERATIVE",
        "register, theme": "/partnerships/?theme=Food",
        "register, host": f"/partnerships/?host={body}",
        "register, missing": "/partnerships/?missing=yes",
        "directory": "/organisations/",
        "directory, common word": "/organisations/?name=council",
        "directory, rare": "/organisations/?name=old+95",
        "directory, nothing": "/organisations/?name=zzz",
        "directory, sector": "/organisations/?sector=POLICE",
        "directory, alike": "/organisations/alike/?name=Aldrenmere+Counc",
    }


def others(filled: Any) -> dict[str, str]:
    """Return the other lists there are."""
    about, round = filled.partnership.public_id, filled.round.public_id
    body, file = filled.council.public_id, filled.file.public_id
    return {
        "organisation": f"/organisations/{body}/",
        "organisation, history": f"/organisations/{body}/history/",
        "organisation, known": f"/organisations/{body}/known/",
        "posts": f"/organisations/{body}/posts/",
        "rounds": "/rounds/",
        "round": f"/rounds/{round}/",
        "round, people": f"/rounds/{round}/people/",
        "round, choose": f"/rounds/{round}/choose/",
        "imports": "/imports/",
        "import": f"/imports/{file}/",
        "import, made": f"/imports/{file}/added/organisations/",
        "partnership": f"/partnerships/{about}/",
        "members": f"/partnerships/{about}/members/",
        "members, find": f"/partnerships/{about}/members/new/?find=Council",
        "links": f"/partnerships/{about}/links/",
        "changes": f"/partnerships/{about}/changes/",
        "history": f"/partnerships/{about}/history/",
        "structure": "/structure/",
        "vacancies": "/vacancies/",
        "arrangements": "/arrangements/",
        "portfolio": f"/reports/{body}/",
        "mailbox": "/demonstration/mail/",
        "what needs you": "/needs/",
        "you": "/you/",
    }


def last_pages(filled: Any) -> dict[str, str]:
    """Return the last pages of the long lists: those before which everything else stands."""
    from joinedup.domain.imports.models import Import  # noqa: PLC0415 - after the settings
    from joinedup.domain.journal.models import Entry  # noqa: PLC0415
    from joinedup.domain.organisations.models import Organisation  # noqa: PLC0415
    from joinedup.domain.partnerships.models import Partnership  # noqa: PLC0415
    from joinedup.domain.reviews.models import Round  # noqa: PLC0415

    by_name = ("-folded_name", "-pk")
    ends = {
        "register": ("/partnerships/", Partnership.objects.order_by(*by_name)),
        "directory": ("/organisations/", Organisation.objects.order_by(*by_name)),
        "rounds": ("/rounds/", Round.objects.order_by("year", "pk")),
        "imports": ("/imports/", Import.objects.order_by("begun_at", "pk")),
    }
    found = {
        f"{name}, last page": f"{address}?after={rows[10].public_id}"
        for name, (address, rows) in ends.items()
        if rows.count() > 10
    }
    oldest = Entry.objects.filter(thing=filled.partnership.public_id).order_by("pk")
    address = f"/partnerships/{filled.partnership.public_id}/history/"
    return found | {"history, last page": f"{address}?after={oldest[10].pk}"}


def answer(size: int) -> None:
    """Fill a database, then ask for each page that a line on the input names; print what it took.

    The first line of the output tells the pages there are.
    """
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    there = fill_once(size)
    pages = addresses(there)
    clients = {who: Client() for who in PEOPLE}
    for who, client in clients.items():
        client.force_login(getattr(there, who))
    say_line(list(pages))
    for line in sys.stdin:
        name, who = json.loads(line)
        say_line(asked(clients[who], pages[name]))


def fill_once(size: int) -> Any:
    """Fill the database unless an earlier run did."""
    from django.db import connection  # noqa: PLC0415

    from joinedup.domain.partnerships.models import Partnership  # noqa: PLC0415
    from tests.bench.filling import fill, filled  # noqa: PLC0415

    began = time.perf_counter()
    if not Partnership.objects.exists():
        fill(size)
        say(f"filled with {size} in {time.perf_counter() - began:.0f} s")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return filled()


def asked(client: Any, address: str) -> dict[str, Any]:
    """Ask for a page once; return what it took."""
    from django.db import connection  # noqa: PLC0415

    statements: list[tuple[float, str]] = []

    def watch(execute: Any, sql: str, *rest: Any) -> Any:
        began = time.perf_counter()
        try:
            return execute(sql, *rest)
        finally:
            statements.append((time.perf_counter() - began, sql))

    with connection.execute_wrapper(watch):
        began, used = time.perf_counter(), time.process_time()
        page = client.get(address)
        used, began = time.process_time() - used, time.perf_counter() - began
    return {
        "status": page.status_code,
        "queries": len(statements),
        "clock": began * 1000,
        "processor": used * 1000,
        "kB": len(page.content) // 1000,
        "slowest": max(statements, default=(0.0, "")),
    }


def say(text: str) -> None:
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def say_line(told: Any) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


class Sized:
    """A process with a database of one size, which answers for pages."""

    def __init__(self, size: int, data: str) -> None:
        folder = f"{data}/{size}"
        os.makedirs(folder, exist_ok=True)
        environment = os.environ | {"JOINEDUP_DATA": folder}
        if address := os.environ.get("JOINEDUP_DATABASE"):
            environment["JOINEDUP_DATABASE"] = own_database(address, size)
        words = [sys.executable, "-m", "tests.bench.lists", "--answer", str(size)]
        self.process = subprocess.Popen(
            words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.pages = self.read()

    def read(self) -> Any:
        return json.loads(self.process.stdout.readline())  # type: ignore[union-attr]

    def ask(self, name: str, who: str) -> dict[str, Any]:
        """Have the page asked for once."""
        self.process.stdin.write(f"{json.dumps([name, who])}\n")  # type: ignore[union-attr]
        self.process.stdin.flush()  # type: ignore[union-attr]
        answer: dict[str, Any] = self.read()
        return answer


def own_database(address: str, size: int) -> str:
    """Return the address of a database for this size, made unless it is there."""
    import psycopg  # noqa: PLC0415

    name = f"lists_{size}"
    with psycopg.connect(address, autocommit=True) as server:
        there = server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone()
        if not there:
            server.execute(f"CREATE DATABASE {name}")
    return urlsplit(address)._replace(path=f"/{name}").geturl()


def measured(sized: list[Sized], only: str) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield what each page took at each size: the middle of some rounds."""
    unit = "clock" if os.environ.get("JOINEDUP_DATABASE") else "processor"
    for name in sized[0].pages:
        for who in PEOPLE:
            if only not in f"{name} as {who}":
                continue
            rounds: list[list[dict[str, Any]]] = []
            for _ in range(ROUNDS + 1):
                rounds.append([each.ask(name, who) for each in sized])
                if max(told["clock"] for told in rounds[-1]) > PATIENCE:
                    break
            if rounds[0][0]["status"] in (302, 404):
                continue
            # The first round compiled templates.
            kept = rounds[1:] or rounds
            by_size = zip(*kept, strict=True)
            yield f"{name} as {who}", [middle(answers, unit) for answers in by_size]


def middle(answers: tuple[dict[str, Any], ...], unit: str) -> dict[str, Any]:
    """Return one of several answers, with the middle of their times."""
    times = {
        each: statistics.median(told[each] for told in answers) for each in ("clock", "processor")
    }
    return answers[-1] | times | {"ms": times[unit]}


def amiss(told: list[dict[str, Any]]) -> str:
    """Say what is wrong with a page, or nothing."""
    growth = max(told[-1]["ms"], CHANCE) / max(told[0]["ms"], CHANCE)
    queries = [each["queries"] for each in told]
    faults: dict[str, Callable[[], bool]] = {
        "GROWS": lambda: growth > MOST_GROWTH,
        "ASKS MORE": lambda: len(set(queries)) > 1,
        "ASKS MUCH": lambda: max(queries) > MOST_QUERIES,
        "FAILS": lambda: any(each["status"] >= 400 for each in told),
    }
    return " ".join(word for word, is_so in faults.items() if is_so())


def main() -> int:
    """Measure the sizes side by side; 1 where a page grows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*")
    parser.add_argument("--only", default="", help="pages whose name holds this")
    parser.add_argument("--data", default="", help="where to keep the databases")
    parser.add_argument("--answer", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    os.environ["JOINEDUP_KIND"] = "demonstration"
    if options.answer:
        answer(options.answer)
        return 0
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        sized = [Sized(size, options.data or folder) for size in options.sizes or SIZES]
        for name, told in measured(sized, options.only):
            wrong += report(name, told)
        for each in sized:
            each.process.communicate("")
    return int(wrong > 0)


def report(name: str, told: list[dict[str, Any]]) -> bool:
    """Print a line for a page; tell whether something is amiss."""
    figures = "  ".join(
        f"{each['queries']:3} q {each['ms']:8.1f} ms ({each['clock']:8.1f}) {each['kB']:5} kB"
        for each in told
    )
    fault = amiss(told)
    say(f"{name:44} {figures}  x{told[-1]['ms'] / told[0]['ms']:6.1f} {fault}")
    if "GROWS" in fault:
        seconds, sql = told[-1]["slowest"]
        say(f"     {seconds:.2f} s: {sql[:300]}")
    return bool(fault)


if __name__ == "__main__":
    sys.exit(main())
