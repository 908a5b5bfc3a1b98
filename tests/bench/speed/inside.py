"""What is measured inside a process of the app, with no web between; each act prints JSON.

``python -m tests.bench.speed.inside ACT …`` in the environment of one size.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

CSRF = "b" * 32


def begin() -> None:
    """Load the app."""
    import django  # noqa: PLC0415 - in the environment of one size

    django.setup()


def floor(size: str) -> None:
    """Fill the floor's own database."""
    from tests.bench.speed.floor_data import seed  # noqa: PLC0415

    seed(int(size))


def prepare(tickets: str) -> dict[str, Any]:
    """Sign an officer in, find the pages to ask for, and write fresh links to answer by."""
    begin()
    from django.db import connection  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from joinedup.domain.partnerships.models import Partnership  # noqa: PLC0415
    from joinedup.domain.people.models import Person  # noqa: PLC0415
    from tests.bench.speed.links import fresh_links  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    officer, client = Person.objects.get(email="officer@generated.example"), Client()
    client.force_login(officer)
    last = Partnership.objects.filter(state="ACTIVE").order_by("-folded_name", "-pk")
    crowded = Partnership.objects.filter(pk__in=(2, 3)).order_by("pk")
    filtered = "/partnerships/?state=ACTIVE"
    pages = {
        "register": filtered,
        "register, last page": f"{filtered}&after={last[10].public_id}",
        "search, common": "/partnerships/?name=community+safety",
        "search, rare": f"/partnerships/?name={last[10].folded_name.replace(' ', '+')}",
        "export": "/exports/register/csv/",
        **{
            f"{what}, {many}": f"/partnerships/{one.public_id}/{below}"
            for one, many in zip(crowded, (20, 200), strict=True)
            for what, below in (("detail", ""), ("members", "members/"))
        },
    }
    return {
        "cookies": f"sessionid={client.cookies['sessionid'].value}; csrftoken={CSRF}",
        "pages": pages,
        "statements": {name: statements(client, page) for name, page in pages.items()},
        "links": fresh_links(int(tickets)),
        "weights": weights(client, filtered),
    }


def statements(client: Any, page: str) -> int:
    """Return how many statements a page asks of the database, once it is warm."""
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    client.get(page).getvalue()
    with CaptureQueriesContext(connection) as asked:
        client.get(page).getvalue()
    return len(asked)


def weights(client: Any, page: str) -> dict[str, int]:
    """Return the compressed bytes of a page alone, and with every style and script it names."""
    import gzip  # noqa: PLC0415
    import re  # noqa: PLC0415

    html = client.get(page).content
    named = set(re.findall(r'(?:src|href)="(/static/[^"?]+\.(?:css|js|svg|woff2))', html.decode()))
    from django.contrib.staticfiles import finders  # noqa: PLC0415

    files = [finders.find(name.removeprefix("/static/")) for name in named]
    linked = sum(len(gzip.compress(Path(file).read_bytes())) for file in files if file)
    return {"page": len(gzip.compress(html)), "first": len(gzip.compress(html)) + linked}


def timed(work: Callable[[], Any]) -> float:
    """Return how long some work takes, in milliseconds."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def pairs(rounds: str, what: str) -> dict[str, list[float]]:
    """Do one of the works of ``work.py`` some rounds, app and floor in turn."""
    begin()
    from tests.bench.speed import work  # noqa: PLC0415 - needs the app

    both = work.WORKS[what]()
    taken: dict[str, list[float]] = {name: [] for name in both}
    for each in both.values():
        each()
    for _ in range(int(rounds)):
        for name, each in both.items():
            taken[name].append(timed(each))
    return taken


def imported(rows: str) -> dict[str, float]:
    """Bring memberships in, as a worker does; return what that and the bare floor take."""
    from tests.bench.imports import begin as load  # noqa: PLC0415
    from tests.bench.imports import lines, measure  # noqa: PLC0415
    from tests.bench.speed.raw import bare_import  # noqa: PLC0415

    load()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    many = int(rows)
    text = b"".join(lines(many)).decode()
    floors = [timed(lambda: bare_import(text)) for _ in range(3)]
    return {"app": timed(lambda: measure(many)), "floor": sorted(floors)[1]}


ACTS: dict[str, Callable[..., Any]] = {
    "floor": floor,
    "prepare": prepare,
    "pairs": pairs,
    "imported": imported,
}


def main(act: str, *words: str) -> None:
    """Do one act, and print what came of it."""
    told = ACTS[act](*words)
    if told is not None:
        sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
