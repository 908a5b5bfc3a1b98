"""What acts have written once, written again for each test in a hundredth of the time."""

import pickle
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from django.apps import apps
from django.db import connection
from django.db.models import Model
from django.db.models.sql import InsertQuery

T = TypeVar("T")
Statement = tuple[str, Any]


class Kept(Generic[T]):
    """Something made of rows, with every row there was when it had been made."""

    def __init__(self, made: T) -> None:
        """Keep what was made, and the statements that bring its rows back."""
        self.made = pickle.dumps(made)
        told = [each for table in tables_there() for each in statements_for(table)]
        self.statements = told if connection.vendor == "sqlite" else [in_one(told)]

    def again(self) -> T:
        """Write the rows again and return what was made, as new."""
        with connection.constraint_checks_disabled(), connection.cursor() as cursor:
            for sql, values in self.statements:
                cursor.execute(sql, values)
        made: T = pickle.loads(self.made)  # noqa: S301 - made by this very process
        return made


def tables_there() -> Iterable[type[Model]]:
    """Return the tables of the service that are in the database: some tests take some away."""
    there = set(connection.introspection.table_names())
    every = apps.get_app_config("joinedup").get_models()
    return [table for table in every if table._meta.db_table in there]


def in_one(statements: list[Statement]) -> Statement:
    """Return what does all of these at once: a server is asked once instead of thirty times."""
    with connection.cursor() as cursor:
        return "; ".join(cursor.mogrify(sql, values) for sql, values in statements), None


def statements_for(table: type[Model]) -> list[Statement]:
    """Return what writes the rows of a table again, as the database is told it."""
    rows = list(table._base_manager.all())
    if not rows:
        return []
    query = InsertQuery(table)
    fields = [field for field in table._meta.concrete_fields if not field.generated]
    query.insert_values(fields, rows, raw=True)
    statements: list[Statement] = query.get_compiler(connection=connection).as_sql()
    return statements
