"""Questions that every page asks: put into SQL once, and asked again with other values."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.models import QuerySet

# A person's key and a day that no question has for a constant, twice over.
STAND_INS = (
    {"person": 1_900_000_011, "day": date(1801, 2, 3)},
    {"person": 1_900_000_022, "day": date(1802, 4, 5)},
)


class Prepared:
    """A question about one person and one day, kept as SQL with two kinds of gap.

    ``ask(person, day)`` returns the question as rows of keys and words: what a database hands over
    needs no turning into anything, and what the question says depends on no other value. Putting
    it into SQL takes ten times as long as asking it, or more (ADR 30).
    """

    def __init__(self, ask: Callable[..., QuerySet[Any, tuple[Any, ...]]]) -> None:
        self.ask = ask
        self.known: tuple[str, list[str]] | None = None

    def rows(self, person: int, day: date) -> list[tuple[Any, ...]]:
        """Ask it; the rows come in no order."""
        if self.known is None:
            self.known = self.prepare()
        sql, gaps = self.known
        values = {"person": person, "day": adapted(day)}
        with connection.cursor() as cursor:
            cursor.execute(sql, [values[gap] for gap in gaps])
            return list(cursor.fetchall())

    def prepare(self) -> tuple[str, list[str]]:
        """Return the SQL and what belongs in each gap.

        It is made with two persons and days: a value that is neither, such as the day before,
        would be kept from the first page for all others, and is refused.
        """
        (sql, first), (_, second) = (self.ask(**each).query.sql_with_params() for each in STAND_INS)
        gaps = {tuple(adapted(each[name]) for each in STAND_INS): name for name in STAND_INS[0]}
        told = list(zip(first, second, strict=True))
        if strange := set(told) - set(gaps):
            raise ValueError(f"{strange} is neither the person nor the day of {sql}")
        return sql, [gaps[values] for values in told]


def adapted(value: Any) -> Any:
    """Return a value as the database takes it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
