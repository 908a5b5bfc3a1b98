"""The rows of the floor: a table of its own, as plain as the same facts can be kept."""

# ruff: noqa: S608 - the words of these statements are ours; values are passed beside

import os
import sqlite3
from collections.abc import Iterator
from typing import Any

FIELDS = ("id", "ref", "title", "state", "tier", "lead", "partner", "value", "updated", "notes")
STATES = ("active", "active", "active", "active", "proposed", "closing", "closed")
RELATED, SOME, THEMES = 20, 2_000, ("Safety", "Youth", "Flood", "Carers", "Food", "Skills", "Homes")
RARE = 500
TABLES = (
    "CREATE TABLE partnership (id {pk}, ref text, title text, state text, tier int, lead text, "
    "partner text, value int, updated {ts}, notes text)",
    "CREATE TABLE event (id {pk}, partnership int, kind text, body text, at text)",
    "CREATE TABLE response (id {pk}, partnership int, submitted text)",
    "CREATE TABLE answer (id {pk}, response int, question int, score int, comment text)",
    "CREATE INDEX p_order ON partnership (state, title, id)",
    "CREATE INDEX e_one ON event (partnership)",
)
ON_SQLITE = (
    "CREATE VIRTUAL TABLE words USING fts5(title, notes, content=partnership, content_rowid=id)",
    "INSERT INTO words(words) VALUES ('rebuild')",
    "ANALYZE",
)
ON_POSTGRESQL = (
    "ALTER TABLE partnership ADD COLUMN words tsvector GENERATED ALWAYS AS "
    "(to_tsvector('english', title || ' ' || notes)) STORED",
    "CREATE INDEX p_words ON partnership USING gin (words)",
    "SELECT setval('partnership_id_seq', (SELECT max(id) FROM partnership))",
    "ANALYZE",
)


def row(n: int) -> tuple[Any, ...]:
    """Return one partnership; each five-hundredth is about zebrafish."""
    title = f"{THEMES[n % 7]} partnership of place {n * 7919 % 100_003}"
    notes = f"We meet once a month about {'zebrafish' if n % RARE == 0 else 'what matters'}. " * 3
    when = f"2026-{n % 12 + 1:02}-{n % 28 + 1:02} 10:00:00"
    lead, partner = f"Council {n % 317}", f"Charity {n % 9973}"
    return (n, f"P{n:07}", title, STATES[n % 7], n % 3 + 1, lead, partner, n % 90_000, when, notes)


def events(size: int) -> Iterator[tuple[Any, ...]]:
    """Yield twenty related rows for each of the first partnerships."""
    for n in range(1, min(size, SOME) + 1):
        for number in range(RELATED):
            yield n, "meeting", f"What was decided, number {number}", "2026-01-01"


def open_sqlite(path: str) -> sqlite3.Connection:
    """Open the file as the app opens its own: durable, and one writer at a time."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=30, check_same_thread=False)
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-20000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def open_postgresql(address: str) -> Any:
    """Open a connection to the floor's own database."""
    import psycopg  # noqa: PLC0415 - only where there is one

    return psycopg.connect(address, autocommit=True)


def opened() -> tuple[Any, str]:
    """Open the floor's database, and return how its statements write a value."""
    if address := os.environ.get("FLOOR_DATABASE"):
        return open_postgresql(address), "%s"
    return open_sqlite(os.environ["FLOOR_FILE"]), "?"


def seed(size: int) -> None:
    """Fill the floor's database in one transaction, unless an earlier run did."""
    connection, mark = opened()
    if not is_filled(connection, mark):
        words = {"pk": "integer PRIMARY KEY", "ts": "text"}
        if mark == "%s":
            words = {"pk": "serial PRIMARY KEY", "ts": "timestamp"}
        connection.execute("BEGIN")
        for statement in TABLES:
            connection.execute(statement.format(**words))
        many(connection, mark, "partnership", FIELDS, map(row, range(1, size + 1)))
        many(connection, mark, "event", ("partnership", "kind", "body", "at"), events(size))
        for statement in ON_SQLITE if mark == "?" else ON_POSTGRESQL:
            connection.execute(statement)
        connection.execute("COMMIT")
    connection.close()


def is_filled(connection: Any, mark: str) -> bool:
    """Tell whether the rows are there."""
    asked = "SELECT name FROM sqlite_master WHERE name = 'answer'"
    if mark == "%s":
        asked = "SELECT to_regclass('answer')"
    found = connection.execute(asked).fetchone()
    return bool(found and found[0])


def many(connection: Any, mark: str, table: str, fields: tuple[str, ...], rows: Any) -> None:
    """Write many rows by one statement."""
    marks = ", ".join([mark] * len(fields))
    connection.cursor().executemany(
        f"INSERT INTO {table} ({', '.join(fields)}) VALUES ({marks})", list(rows)
    )
