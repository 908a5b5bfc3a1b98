"""The floor: bare WSGI, plain SQL and a Django template, with nothing of what an app must carry.

``python -m tests.bench.speed.floor PORT`` serves it as the app is served, by two processes. No
sign-in, no permissions, no layout, no middleware: what is left is the least that the work costs.
"""

# ruff: noqa: S608 - the words of these statements are ours; values are passed beside

import csv
import io
import os
import sys
import threading
from typing import Any
from urllib.parse import parse_qs

PAGE = 25
HEAD = "<!doctype html><html lang=en><meta charset=utf-8><title>Register</title><h1>Register</h1>"
LIST = (
    HEAD
    + "<table>{% for r in rows %}<tr><td><a href=/p/{{ r.id }}>{{ r.ref }}</a><td>{{ r.title }}"
    "<td>{{ r.state }}<td>{{ r.tier }}<td>{{ r.lead }}<td>{{ r.partner }}<td>{{ r.value }}"
    "<td>{{ r.updated }}{% endfor %}</table>{{ total }}"
)
ONE = (
    HEAD + "<h2>{{ p.title }}</h2><p>{{ p.notes }}</p><ul>{% for e in events %}<li>{{ e.kind }} "
    "{{ e.body }} {{ e.at }}{% endfor %}</ul>"
)
COLUMNS = "id, ref, title, state, tier, lead, partner, value, updated"
FOUND = {
    "?": f"SELECT {COLUMNS.replace('title', 'p.title')} FROM words JOIN partnership p "
    "ON p.id = words.rowid WHERE words MATCH ? ORDER BY rank LIMIT 25",
    "%s": f"SELECT {COLUMNS} FROM partnership, websearch_to_tsquery('english', %s) q "
    "WHERE words @@ q ORDER BY ts_rank(words, q) DESC LIMIT 25",
}
kept = threading.local()


def database() -> tuple[Any, str]:
    """Return this thread's connection, and how its statements write a value."""
    from tests.bench.speed.floor_data import opened  # noqa: PLC0415 - in each thread

    if not hasattr(kept, "opened"):
        kept.opened = opened()
    return kept.opened


def rows(sql: str, *values: Any) -> list[dict[str, Any]]:
    """Return rows by the names of their columns; ``{m}`` stands for a value."""
    connection, mark = database()
    found = connection.execute(sql.replace("{m}", mark), values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, each, strict=True)) for each in found.fetchall()]


def templates() -> tuple[Any, Any]:
    """Compile the two templates, once in each process."""
    import django  # noqa: PLC0415 - the settings come first
    from django.conf import settings  # noqa: PLC0415

    backend = "django.template.backends.django.DjangoTemplates"
    settings.configure(TEMPLATES=[{"BACKEND": backend}], INSTALLED_APPS=[], USE_TZ=False)
    django.setup()
    from django.template import engines  # noqa: PLC0415

    return engines["django"].from_string(LIST), engines["django"].from_string(ONE)


def listed(_query: str, _body: bytes) -> str:
    """A page of the register, with how many there are."""
    where = "FROM partnership WHERE state = {m}"
    page = rows(f"SELECT {COLUMNS} {where} ORDER BY title, id LIMIT {PAGE}", "active")
    total = rows(f"SELECT count(*) AS n {where}", "active")[0]["n"]
    return str(PAGES[0].render({"rows": page, "total": total}))


def detail(_query: str, _body: bytes) -> str:
    """One partnership with twenty related rows."""
    one = rows(f"SELECT {COLUMNS}, notes FROM partnership WHERE id = {{m}}", 77)[0]
    events = rows("SELECT kind, body, at FROM event WHERE partnership = {m} LIMIT 20", 77)
    return str(PAGES[1].render({"p": one, "events": events}))


def search(query: str, _body: bytes) -> str:
    """The best 25 of what has a word in it."""
    return str(PAGES[0].render({"rows": rows(FOUND[database()[1]], parse_qs(query)["q"][0])}))


def answer(_query: str, body: bytes) -> str:
    """Thirty answers, kept durably by one commit."""
    connection, mark = database()
    given = [
        (int(name[1:]), int(value[0]), "c" * 40) for name, value in parse_qs(body.decode()).items()
    ]
    connection.execute("BEGIN IMMEDIATE" if mark == "?" else "BEGIN")
    made = connection.execute(
        f"INSERT INTO response (partnership, submitted) VALUES ({mark}, {mark}) RETURNING id",
        (1, "2026-01-01"),
    ).fetchone()[0]
    connection.cursor().executemany(
        "INSERT INTO answer (response, question, score, comment) "
        f"VALUES ({mark}, {mark}, {mark}, {mark})",
        [(made, *each) for each in given],
    )
    connection.execute("COMMIT")
    return str(made)


def export(_query: str, _body: bytes) -> str:
    """Ten thousand rows as CSV."""
    memory = io.StringIO()
    connection, _ = database()
    found = connection.execute(f"SELECT {COLUMNS} FROM partnership ORDER BY id LIMIT 10000")
    csv.writer(memory).writerows(found.fetchall())
    return memory.getvalue()


ROUTES = {
    "/list": listed,
    "/detail": detail,
    "/search": search,
    "/answer": answer,
    "/export.csv": export,
}
PAGES: tuple[Any, Any] = (None, None)


def application(environ: dict[str, Any], start: Any) -> list[bytes]:
    """Answer one request."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length) if length else b""
    told = ROUTES[environ["PATH_INFO"]](environ.get("QUERY_STRING", ""), body).encode()
    kind = "text/html; charset=utf-8"
    start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(told)))])
    return [told]


def load(_target: str) -> Any:
    """Return what answers, in each process that serves."""
    global PAGES
    PAGES = templates()
    return application


def main(port: int) -> None:
    """Serve as the app is served, until told to stop."""
    from granian import Granian  # noqa: PLC0415
    from granian.constants import Interfaces  # noqa: PLC0415
    from granian.log import LogLevels  # noqa: PLC0415

    server = Granian(
        "tests.bench.speed.floor:application",
        address="127.0.0.1",
        port=port,
        interface=Interfaces.WSGI,
        workers=int(os.environ.get("BENCH_PROCESSES", "2")),
        blocking_threads=4,
        log_access=False,
        log_level=LogLevels.warning,
    )
    server.serve(target_loader=load)


if __name__ == "__main__":
    main(int(sys.argv[1]))
