"""One digest for each table, over every row, so that two databases can be shown to say the same."""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

Digests = dict[str, dict[str, Any]]


def digest_of_rows(rows: Iterable[tuple[Any, ...]]) -> dict[str, Any]:
    """Return how many rows there are and a digest of what they say, in this order."""
    said, count = hashlib.sha256(), 0
    for row in rows:
        said.update(repr(row).encode())
        said.update(b"\n")
        count += 1
    return {"rows": count, "digest": said.hexdigest()}


def digest_of_file(path: Path) -> str:
    """Return the digest of what a file holds."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def digests_in_sqlite(database: sqlite3.Connection, *, but_not: Collection[str] = ()) -> Digests:
    """Return the digest of every table; of those in ``but_not``, that of no rows.

    Call it in the transaction that is to be compared.
    """
    # What is not UTF-8 is to be copied and compared like everything else.
    database.text_factory = lambda said: said.decode(errors="surrogateescape")
    listed = database.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    tables = [name for (name,) in listed]
    return {
        name: digest_of_rows(() if name in but_not else rows_in_sqlite(database, name))
        for name in tables
    }


def rows_in_sqlite(database: sqlite3.Connection, table: str) -> sqlite3.Cursor:
    """Return the rows of a table by its key, or by everything where it has none."""
    columns = database.execute("SELECT name, pk FROM pragma_table_info(?)", [table]).fetchall()
    keys = [name for name, place in sorted(columns, key=lambda c: c[1]) if place]
    order = ", ".join(quoted(name) for name in keys or [name for name, _ in columns])
    return database.execute(f"SELECT * FROM {quoted(table)} ORDER BY {order}")  # noqa: S608


def quoted(name: str) -> str:
    """Return a name as SQL has it."""
    return '"' + name.replace('"', '""') + '"'


def differences(wanted: Digests, found: Digests) -> list[str]:
    """Return the tables in which two databases do not say the same."""
    names = sorted(wanted.keys() | found.keys())
    return [name for name in names if wanted.get(name) != found.get(name)]
