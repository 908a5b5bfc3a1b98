"""Questions that every page asks: put into SQL once, and asked again with other values."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from inspect import signature
from typing import Any, Generic, TypeVar, get_type_hints

from django.db import connection
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)
# Keys, words, days and moments that no question has for a constant, twice over.
STAND_INS: dict[type, tuple[Any, Any]] = {
    int: (1_900_000_011, 1_900_000_022),
    str: ("one that stands in", "another that stands in"),
    date: (date(1801, 2, 3), date(1802, 4, 5)),
    datetime: (datetime(1803, 2, 3, 4, 5, tzinfo=UTC), datetime(1804, 6, 7, 8, 9, tzinfo=UTC)),
}


class Prepared(Generic[M]):
    """A question about a few values of different types, kept as SQL with a gap for each.

    What ``ask`` returns depends on no other value. Putting it into SQL takes ten times as long as
    asking it, or more (ADR 30).
    """

    def __init__(self, ask: Callable[..., QuerySet[M, Any]]) -> None:
        self.ask = ask
        self.names = list(signature(ask).parameters)
        self.known: tuple[type[M], str, list[str]] | None = None

    def rows(self, *values: Any) -> list[tuple[Any, ...]]:
        """Ask it; the rows come in no order, with what the database hands over."""
        _, sql, told = self.filled(values)
        with connection.cursor() as cursor:
            cursor.execute(sql, told)
            return list(cursor.fetchall())

    def found(self, *values: Any) -> list[M]:
        """Ask it, where it asks for whole things of its own table, and return those."""
        model, sql, told = self.filled(values)
        return list(model._base_manager.raw(sql, told))

    def filled(self, values: tuple[Any, ...]) -> tuple[type[M], str, list[Any]]:
        """Return its table, and its SQL with what belongs in the gaps."""
        if self.known is None:
            self.known = self.prepare()
        model, sql, gaps = self.known
        named = dict(zip(self.names, map(adapted, values), strict=True))
        return model, sql, [named[gap] for gap in gaps]

    def prepare(self) -> tuple[type[M], str, list[str]]:
        """Return the table, the SQL and what belongs in each gap.

        It is made with two values of each: one that is neither, such as the day before, would be
        kept from the first page for all others, and is refused.
        """
        hints = get_type_hints(self.ask)
        stand_ins = {name: STAND_INS[hints[name]] for name in self.names}
        gaps = {tuple(map(adapted, two)): name for name, two in stand_ins.items()}
        asked = [self.ask(*each) for each in zip(*stand_ins.values(), strict=True)]
        (sql, first), (_, second) = (each.query.sql_with_params() for each in asked)
        told = list(zip(first, second, strict=True))
        if strange := set(told) - set(gaps):
            raise ValueError(f"{strange} is none of {', '.join(self.names)} in {sql}")
        return asked[0].model, sql, [gaps[values] for values in told]


def adapted(value: Any) -> Any:
    """Return a value as the database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
