"""Many rows made ready where nobody sees them, then moved into their tables in one short step.

They wait in temporary tables of this connection alone: other writers are not kept waiting while
they are made ready, and nothing is left of them when the process dies.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

from joinedup.domain.basics.refusals import Overtaken

VALUES_AT_ONCE = 8_000
SAME_TWICE = " ON CONFLICT DO NOTHING"
Table = type[models.Model]
Fields = tuple[str, ...]


def reserve(table: Table, count: int) -> list[int]:
    """Return keys that no other row of a table will ever get, for rows that are not there yet."""
    name, key = table._meta.db_table, table._meta.pk
    column = key.column if key else ""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
                [name, column, count],
            )
            return [number for (number,) in cursor.fetchall()]
        cursor.execute("UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, name])
        if cursor.rowcount == 0:
            cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, count])
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
        last = int(cursor.fetchone()[0])
    return list(range(last - count + 1, last + 1))


class Arriving:
    """New rows and changes of known ones, on their way into the tables they belong to."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[Table, Fields], str] = {}

    def add(self, things: Sequence[models.Model]) -> None:
        """Make new rows ready; each has its key already, from ``reserve``."""
        if things:
            fields = [field.attname for field in things[0]._meta.concrete_fields]
            self._keep(type(things[0]), (), fields, (row_of(thing, fields) for thing in things))

    def change(self, thing: models.Model, *names: str) -> None:
        """Make a change of a known thing ready: what it now holds in the fields of these names."""
        fields = [field.attname for field in thing._meta.concrete_fields]
        wanted = {f.attname for f in thing._meta.concrete_fields if {f.name, f.attname} & {*names}}
        self._keep(type(thing), tuple(sorted(wanted)), fields, [row_of(thing, fields)])

    def move(self, *, once: Sequence[Table] = ()) -> None:
        """Move everything into its table, in the caller's transaction.

        Refuses when a known thing was changed by somebody else since it was made ready. Rows of
        the tables in ``once`` that are there already are passed over.
        """
        with connection.cursor() as cursor:
            for (table, wanted), waiting in self._waiting.items():
                if wanted:
                    self._move_changes(cursor, table, wanted, waiting)
                else:
                    cursor.execute(moving(table, waiting) + (SAME_TWICE if table in once else ""))

    def forget(self) -> None:
        """Clear the temporary tables away."""
        with connection.cursor() as cursor:
            for waiting in self._waiting.values():
                cursor.execute(f"DROP TABLE {waiting}")
        self._waiting = {}

    def _move_changes(self, cursor: Any, table: Table, wanted: Fields, waiting: str) -> None:
        name = quoted(table._meta.db_table)
        told = [f"{column} = told.{column}" for column in (column_of(f, table) for f in wanted)]
        same = f"told.id = {name}.id"
        if any(field.name == "version" for field in table._meta.concrete_fields):
            told.append("version = told.version + 1")
            same += f" AND told.version = {name}.version"
        cursor.execute(f"SELECT count(*) FROM {waiting}")  # noqa: S608
        expected = cursor.fetchone()[0]
        cursor.execute(
            f"UPDATE {name} SET {', '.join(told)} FROM {waiting} AS told WHERE {same}"  # noqa: S608
        )
        if cursor.rowcount != expected:
            raise Overtaken("Somebody else changed something of this meanwhile. Look at it again.")

    def _keep(
        self, table: Table, wanted: Fields, fields: list[str], rows: Iterable[list[Any]]
    ) -> None:
        waiting = self._waiting.get((table, wanted)) or self._begin(table, wanted)
        columns = listed(column_of(field, table) for field in fields)
        line = f"({', '.join(['%s'] * len(fields))})"
        at_once, every = max(1, VALUES_AT_ONCE // len(fields)), list(rows)
        with connection.cursor() as cursor:
            for start in range(0, len(every), at_once):
                some = every[start : start + at_once]
                cursor.execute(
                    f"INSERT INTO {waiting} ({columns}) "  # noqa: S608
                    f"VALUES {', '.join([line] * len(some))}",
                    [value for row in some for value in row],
                )

    def _begin(self, table: Table, wanted: Fields) -> str:
        name = table._meta.db_table
        waiting = quoted(f"arriving_{len(self._waiting)}_{name}")
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE IF EXISTS {waiting}")
            cursor.execute(
                f"CREATE TEMPORARY TABLE {waiting} AS "  # noqa: S608
                f"SELECT * FROM {quoted(name)} WHERE false"
            )
        self._waiting[table, wanted] = waiting
        return waiting


def moving(table: Table, waiting: str) -> str:
    """Return the statement that moves all waiting rows into their table."""
    columns = listed(column_of(field.attname, table) for field in table._meta.concrete_fields)
    name = quoted(table._meta.db_table)
    return f"INSERT INTO {name} ({columns}) SELECT {columns} FROM {waiting} WHERE true"  # noqa: S608


def row_of(thing: models.Model, fields: Sequence[str]) -> list[Any]:
    """Return what a thing holds, as the database takes it."""
    by_name = {field.attname: field for field in thing._meta.concrete_fields}
    return [by_name[f].get_db_prep_save(getattr(thing, f), connection) for f in fields]


def column_of(field: str, table: Table) -> str:
    """Return the quoted column of a field."""
    return quoted(next(f.column or "" for f in table._meta.concrete_fields if f.attname == field))


def quoted(name: str) -> str:
    """Return the name of a table or column as it may stand in a statement."""
    return connection.ops.quote_name(name)


def listed(columns: Iterable[str]) -> str:
    """Return columns as a statement lists them."""
    return ", ".join(columns)


def remove(table: Table, keys: Sequence[int], field: str = "id") -> None:
    """Take rows out of a table by their keys, or by the keys they refer to; nothing cascades."""
    name, column = quoted(table._meta.db_table), column_of(field, table)
    with connection.cursor() as cursor:
        for start in range(0, len(keys), VALUES_AT_ONCE):
            some = keys[start : start + VALUES_AT_ONCE]
            marks = ", ".join(["%s"] * len(some))
            cursor.execute(f"DELETE FROM {name} WHERE {column} IN ({marks})", list(some))  # noqa: S608
