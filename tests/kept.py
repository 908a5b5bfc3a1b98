"""What acts have written once, written again for each test in a hundredth of the time."""

import functools
import hashlib
import pickle
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.db.models.sql import InsertQuery
from django.utils import timezone

from joinedup.domain.journal.models import Entry

T = TypeVar("T")
Statement = tuple[str, Any]


class Kept(Generic[T]):
    """Something made of rows, with every row there was when it had been made."""

    def __init__(self, made: T) -> None:
        """Keep what was made, and the statements that bring its rows back."""
        self.made = pickle.dumps(made)
        told = [each for table in tables_there() for each in statements_for(table)]
        self.statements = told if connection.vendor == "sqlite" else [in_one(told)]

    def write(self) -> None:
        """Write the rows again."""
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            for sql, values in self.statements:
                cursor.execute(sql, values)

    def as_new(self) -> T:
        """Return what was made, as it was when it had been made."""
        made: T = pickle.loads(self.made)  # noqa: S301 - made by this very process
        return made


KEPT: dict[str, Kept[Any]] = {}
# Which of them is in the database already: tests/bench/bases.py says when.
standing = ""


def brought_about(name: str, make: Callable[[], T]) -> T:
    """Return what ``make`` makes, which is done once in a process; its rows are written again.

    Where there are other rows already it is made beside them.
    """
    if standing != name:
        if Entry.objects.exists():
            return make()
        if name not in KEPT:
            made = make()
            KEPT[name] = Kept(made)
            return made
        KEPT[name].write()
    made_before: T = KEPT[name].as_new()
    return made_before


def tables_there() -> Iterable[type[Model]]:
    """Return the tables of the service that are in the database: some tests take some away."""
    there = set(connection.introspection.table_names())
    every = apps.get_app_config("joinedup").get_models()
    return [table for table in every if table._meta.db_table in there]


def in_one(statements: list[Statement]) -> Statement:
    """Return what does all of these at once: a server is asked once instead of thirty times."""
    with connection.cursor() as cursor:
        return "; ".join(cursor.mogrify(sql, values) for sql, values in statements), None


def statements_for(table: type[Model], keys: list[Any] | None = None) -> list[Statement]:
    """Return what writes the rows of a table again, or those with these keys alone."""
    every = table._base_manager.all()
    rows = list(every if keys is None else every.filter(pk__in=keys))
    if not rows:
        return []
    query = InsertQuery(table)
    fields = [field for field in table._meta.concrete_fields if not field.generated]
    query.insert_values(fields, rows, raw=True)
    statements: list[Statement] = query.get_compiler(connection=connection).as_sql()
    return statements


Rows = dict[str, dict[Any, tuple[Any, ...]]]
PERFORMED: dict[bytes, "Performed"] = {}
# Whether this test performs every act: tests/bench/acts.py says when.
anew = False


class Performed:
    """Acts on the cast: what they returned, how they left the cast, and which rows they wrote."""

    def __init__(self, made: Any, cast: Any, before: Rows, after: Rows) -> None:
        """Keep the statements that lead from the rows before to the rows after."""
        self.made = pickle.dumps((made, cast))
        self.statements: list[Statement] = []
        for table in tables_there():
            was, then = before[table._meta.db_table], after[table._meta.db_table]
            gone = [key for key in was if then.get(key) != was[key]]
            if gone:
                self.statements.append(without(table, gone))
            new = [key for key in then if was.get(key) != then[key]]
            self.statements += statements_for(table, new) if new else []
        if connection.vendor != "sqlite" and self.statements:
            self.statements = [in_one(self.statements)]

    def again(self, cast: Any) -> Any:
        """Write the rows; leave the cast as the acts left it, and return what they returned."""
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            for sql, values in self.statements:
                cursor.execute(sql, values)
        made, left = pickle.loads(self.made)  # noqa: S301 - made by this very process
        vars(cast).update(vars(left))
        return made


def performed_once(perform: Callable[..., T]) -> Callable[..., T]:
    """Perform the acts once in a process for each state of the rows that they are performed on.

    Where every row and the time are as they were then, and the acts are told the same, what they
    wrote is written again.
    """

    @functools.wraps(perform)
    def again(cast: Any, *told: Any, **more: Any) -> T:
        if anew:
            return perform(cast, *told, **more)
        before = all_rows()
        state = (perform.__name__, told, more, before, timezone.now())
        key = hashlib.sha256(pickle.dumps(state)).digest()
        if key in PERFORMED:
            made: T = PERFORMED[key].again(cast)
            return made
        made = perform(cast, *told, **more)
        PERFORMED[key] = Performed(made, cast, before, all_rows())
        return made

    return again


def all_rows() -> Rows:
    """Return every row there is, by its key, as the database gives it; asked for all at once."""
    tables = [(t._meta.db_table, t._meta.pk.column) for t in tables_there()]
    asked = [f'SELECT "{key}", * FROM "{name}" ORDER BY 1' for name, key in tables]  # noqa: S608 - our own tables
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            each = [cursor.execute(sql).fetchall() for sql in asked]
        else:
            cursor.execute("; ".join(asked))
            each = [cursor.fetchall()]
            while cursor.nextset():
                each.append(cursor.fetchall())
    return {
        name: {key: tuple(row) for key, *row in rows}
        for (name, _), rows in zip(tables, each, strict=True)
    }


def without(table: type[Model], keys: list[Any]) -> Statement:
    """Return what takes rows away."""
    names = table._meta
    places = ", ".join(["%s"] * len(keys))
    return f'DELETE FROM "{names.db_table}" WHERE "{names.pk.column}" IN ({places})', keys  # noqa: S608
