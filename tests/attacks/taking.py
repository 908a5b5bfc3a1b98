"""What somebody sees who may read the whole database: every row, its place, and its versions."""

import random
from collections.abc import Iterator
from typing import Any

from django.db import connection

from joinedup.domain.ballots.actions import send_unnamed
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Round
from tests.rounds import ticket_of

# Of a random order one place in all is right on average; eleven come once in a hundred million.
BY_CHANCE = 10
# What a row tells of itself besides its columns: its place, and who wrote it last.
HIDDEN = {"sqlite": ("rowid",), "postgresql": ("ctid", "xmin", "xmax", "cmin")}
DIGITS = 4


def tables() -> list[str]:
    """Return every table there is, the cache and the sessions too."""
    return sorted(connection.introspection.table_names())


def rows_of(table: str) -> list[tuple[Any, ...]]:
    """Return the rows of a table as they lie there."""
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
        return cursor.fetchall()


def dump() -> dict[str, list[str]]:
    """Return what every table holds, to be compared with what it holds later."""
    return {table: sorted(repr(row) for row in rows_of(table)) for table in tables()}


def tables_with(words: str) -> list[str]:
    """Return the tables in which these words stand anywhere."""
    return [table for table in tables() if any(words in str(row) for row in rows_of(table))]


def orders_of(table: str, key: str) -> Iterator[tuple[str, list[Any]]]:
    """Yield the keys of a table in each order that can be seen in it, and what it goes by."""
    with connection.cursor() as cursor:
        found = connection.introspection.get_table_description(cursor, table)
        hidden = HIDDEN[connection.vendor]
        for name in (*hidden, *(f'"{column.name}"' for column in found)):
            by = f"{name}::text::bigint" if name in hidden[1:] else name
            cursor.execute(f'SELECT "{key}" FROM "{table}" ORDER BY {by}')  # noqa: S608
            yield f"{table} by {name}", [each for (each,) in cursor.fetchall()]
        cursor.execute(f'SELECT "{key}" FROM "{table}"')  # noqa: S608
        yield f"{table} as it lies", [each for (each,) in cursor.fetchall()]


def in_places(one: list[int], other: list[int]) -> int:
    """Count in how many places two orders agree, from the front or from the back."""
    return max(sum(a == b for a, b in zip(each, other, strict=True)) for each in (one, one[::-1]))


def all_send(round: Round, people: list[Person], at: Any) -> list[Person]:
    """Let everybody send, in an order of chance, answers that say who they are; return the order.

    Person number n gives the figures of n, written with the four values of the scale.
    """
    numbered = list(enumerate(people))
    random.Random(len(people)).shuffle(numbered)
    codes = [statement.id for statement in definition_of(round.instrument).statements]
    for number, person in numbered:
        given = {
            code: Given(value=number // DIGITS**place % DIGITS) for place, code in enumerate(codes)
        }
        send_unnamed(ticket_of(round, person), given, today=at.date())
    return [person for _, person in numbered]


def number_told(answers: dict[str, Any], codes: list[str]) -> int:
    """Return the number of the person whose answers these are."""
    return sum(int(answers[code]) * DIGITS**place for place, code in enumerate(codes[:8]))
