"""The database as a file: SQLite by its own backup interface, PostgreSQL by pg_dump.

Digests are taken in the very transaction that is copied, so that a copy can be held to them
whatever others write meanwhile.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from joinedup.domain.backups.digests import (
    Digests,
    digest_of_rows,
    digests_in_sqlite,
    quoted,
)
from joinedup.domain.backups.kinds import Unusable
from joinedup.domain.backups.registry import LEFT_OUT

if TYPE_CHECKING:
    import psycopg

BUSY = 60.0


def copy_sqlite(database: Path, copy: Path) -> Digests:
    """Copy a database that others go on writing to; return what its tables said.

    The file is never copied as a file: half of a transaction may stand in it, and the other half
    in its log. What was deleted does not go with it, not even as remains in free pages; nor do
    the rows of tables that are left out.
    """
    with closing(open_sqlite(database)) as source, closing(open_sqlite(copy)) as target:
        source.execute("BEGIN")
        said = digests_in_sqlite(source, but_not=LEFT_OUT)
        source.backup(target)
        source.execute("COMMIT")
        for table in sorted(LEFT_OUT & said.keys()):
            target.execute(f"DELETE FROM {quoted(table)}")  # noqa: S608 - a table of ours
        target.execute("PRAGMA journal_mode=DELETE")
        target.execute("VACUUM")
    copy.chmod(0o600)
    return said


def open_sqlite(database: Path) -> sqlite3.Connection:
    """Open a database with no transaction but those that are asked for."""
    return sqlite3.connect(database, timeout=BUSY, isolation_level=None)


def examine_sqlite(database: Path) -> Digests:
    """Return what the tables of a copy say, having looked whether it is sound."""
    try:
        with closing(open_sqlite(database)) as copy:
            copy.execute("BEGIN")
            (sound,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            if sound != "ok":
                raise Unusable(f"The database in the backup is damaged: {sound}")
            return digests_in_sqlite(copy)
    except sqlite3.DatabaseError as problem:
        raise Unusable(f"The database in the backup cannot be read: {problem}") from None


def migrations_in_sqlite(database: Path) -> list[str]:
    """Return the migrations of ours that a database has had."""
    with closing(open_sqlite(database)) as opened:
        found = opened.execute(
            "SELECT name FROM django_migrations WHERE app = 'joinedup' ORDER BY name"
        )
        return [name for (name,) in found]


@contextmanager
def reading_postgresql(told: dict[str, Any]) -> "Iterator[psycopg.Connection[Any]]":
    """Open a PostgreSQL database for one long look at one moment of it."""
    import psycopg  # noqa: PLC0415 - a tenth of a second at each start, for nothing on SQLite

    with psycopg.connect(
        dbname=told["NAME"],
        user=told["USER"] or None,
        password=told["PASSWORD"] or None,
        host=told["HOST"] or None,
        port=told["PORT"] or None,
        options="-c timezone=UTC",
    ) as opened:
        opened.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        yield opened


def copy_postgresql(told: dict[str, Any], copy: Path) -> tuple[Digests, list[str]]:
    """Dump a database at one moment; return what its tables said and its migrations."""
    with reading_postgresql(told) as opened:
        (snapshot,) = opened.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        but_not = [f"--exclude-table-data={table}" for table in sorted(LEFT_OUT)]
        named = ["--format=custom", f"--snapshot={snapshot}", f"--file={copy}"]
        run("pg_dump", told, *named, *but_not)
        said = digests_in_postgresql(opened, but_not=LEFT_OUT)
        migrations = migrations_in_postgresql(opened)
    copy.chmod(0o600)
    return said, migrations


def digests_in_postgresql(
    opened: "psycopg.Connection[Any]", *, but_not: Collection[str] = ()
) -> Digests:
    """Return the digest of every table; of those in ``but_not``, that of no rows."""
    found = opened.execute(
        "SELECT c.oid, c.relname FROM pg_class c WHERE c.relkind = 'r' "
        "AND c.relnamespace = current_schema()::regnamespace ORDER BY c.relname"
    ).fetchall()
    said = {}
    for oid, name in found:
        if name in but_not:
            said[name] = digest_of_rows(())
            continue
        keys = opened.execute(
            "SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid "
            "AND a.attnum = ANY (i.indkey) WHERE i.indisprimary AND i.indrelid = %s "
            "ORDER BY a.attnum",
            [oid],
        ).fetchall()
        order = ", ".join(quoted(key) for (key,) in keys) or "1"
        with opened.cursor(name="rows") as rows:
            rows.execute(f"SELECT * FROM {quoted(name)} ORDER BY {order}")  # noqa: S608
            said[name] = digest_of_rows(rows)
    return said


def migrations_in_postgresql(opened: "psycopg.Connection[Any]") -> list[str]:
    """Return the migrations of ours that a database has had."""
    rows = opened.execute(
        "SELECT name FROM django_migrations WHERE app = 'joinedup' ORDER BY name"
    ).fetchall()
    return [str(name) for (name,) in rows]


def run(program: str, told: dict[str, Any], *words: str) -> None:
    """Run a program of PostgreSQL's on a database; its password is not for others to see."""
    if shutil.which(program) is None:
        raise Unusable(
            f"{program} is not on this machine. Install the client programs of PostgreSQL "
            f"(Debian: apt install postgresql-client), or run {program} where they are."
        )
    named = {"--dbname": told["NAME"], "--username": told["USER"], "--host": told["HOST"]}
    named |= {"--port": told["PORT"]}
    options = [f"{name}={value}" for name, value in named.items() if value]
    done = subprocess.run(  # noqa: S603 - our own words and the settings'
        [program, "--no-password", *options, *words],
        env=os.environ | {"PGPASSWORD": told["PASSWORD"], "PGCONNECT_TIMEOUT": "10"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Unusable(f"{program} did not manage: {done.stderr.strip()[-500:]}")
