"""Questions that seldom find anything: first it is asked whether they do, for next to nothing.

What needs somebody is asked of two dozen tables, and in most of them nothing does. To put such a
question into SQL takes fifty times as long as its answer (docs/adr/0031). So the SQL that tells
whether it finds anything is kept, with gaps for who asks, when, and from where they stand.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet

from joinedup.domain.basics.prepared import adapted
from joinedup.domain.basics.remembered import supposing
from joinedup.domain.people.models import Person
from joinedup.domain.standpoints.standing import Standing, standing_of
from joinedup.domain.standpoints.times import DAYS, MOMENTS, Unforeseen, on, time_of

M = TypeVar("M", bound=Model)
W = TypeVar("W", date, datetime)
Question = Callable[[Person, Any], QuerySet[Any]]
# What belongs in a gap: of somebody's key, where they stand, and when it is asked.
Gap = Callable[[int, Standing, date], Any]
# A question's table, and its SQL with the values; no SQL where it can find nothing.
Put = tuple[type[Model], str, tuple[Any, ...]]

# Keys that nothing has.
NUMBERS = 1_900_000_000
# More posts and places than nearly anybody has, and more shapes of them than there are questions.
MOST, FULL = 40, 4000


class Whether:
    """Whether a question finds anything, as SQL with gaps; without SQL it never does."""

    def __init__(self, model: type[Model], sql: str, gaps: list[Gap]) -> None:
        self.model, self.sql, self.gaps = model, sql, gaps

    def finds(self, person: int, standing: Standing, when: date) -> bool:
        """Ask it."""
        if not self.sql:
            return False
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [adapted(gap(person, standing, when)) for gap in self.gaps])
            return cursor.fetchone() is not None


# By question, shape of standing, and what it is told, a day or a moment; None: put as it is.
KNOWN: dict[tuple[Any, Standing, type[date]], Whether | None] = {}


def seldom(ask: Callable[[Person, W], QuerySet[M]]) -> Callable[[Person, W], QuerySet[M]]:
    """Return a question about somebody, on a day or at a moment, that seldom finds anything.

    It finds the same, to be cut short and read. Of the database it may ask nothing beside the
    posts and places of the person before it is put: else it is always put as it is. What day it is
    may stand in the question, and not decide which question it is.
    """

    @wraps(ask)
    def asked(person: Person, when: W) -> QuerySet[M]:
        standing = standing_of(person, on(when))
        whether = known(ask, standing, type(when)) if person.is_authenticated else None
        if whether is None or whether.finds(person.pk, standing, when):
            return ask(person, when)
        return whether.model._base_manager.none()  # type: ignore[return-value]

    return asked


def known(ask: Question, standing: Standing, told: type[date]) -> Whether | None:
    """Return what tells whether a question finds anything, or None where that is not kept."""
    if len(standing.posts) + len(standing.places) > MOST:
        return None
    key = (ask, standing.shape, datetime if issubclass(told, datetime) else date)
    # Another thread may clear them between two looks, so each is taken in one.
    with suppress(KeyError):
        return KNOWN[key]
    if len(KNOWN) >= FULL:
        KNOWN.clear()
    whether = KNOWN[key] = prepare(*key)
    return whether


def prepare(ask: Question, shape: Standing, told: type[date]) -> Whether | None:
    """Put into SQL whether a question finds anything, asked by two who are made up."""
    try:
        asked = [put(ask, shape, nth, told) for nth in range(len(MOMENTS))]
        model, sql, _ = asked[0]
        if {each for _, each, _ in asked} != {sql}:
            return None
        values = zip(*(each for _, _, each in asked), strict=True)
        return Whether(model, sql, [gap_for(each, shape, told) for each in values])
    except Unforeseen:
        return None


def put(ask: Question, shape: Standing, nth: int, told: type[date]) -> Put:
    """Return a question as the ``nth`` of those made up puts it, who stands in this shape."""
    # Nothing is known of them but the key: to look at more asks the database, which is refused.
    person, day = Person.from_db(connection.alias, ["id"], [number(nth)]), DAYS[nth]
    standing = made_up(shape, nth)
    answers: dict[Any, Any] = {
        ("posts", person.pk, day): list(standing.posts),
        ("places", person.pk, day): list(standing.places),
    }
    with supposing(answers), connection.execute_wrapper(asks_more):
        found = ask(person, MOMENTS[nth] if told is datetime else day)
        try:
            sql, values = found.order_by().values("pk")[:1].query.sql_with_params()
        except EmptyResultSet:
            sql, values = "", ()
    return found.model, sql, values


def asks_more(*_: Any) -> Any:
    """Refuse to ask the database: the answer would be of somebody made up."""
    raise Unforeseen


def made_up(shape: Standing, nth: int) -> Standing:
    """Return where the ``nth`` of those made up stands: in this shape, with keys of their own."""
    return shape.with_keys({key: number(nth, place) for place, key in enumerate(shape.keys, 1)})


def number(nth: int, place: int = 0) -> int:
    """Return a key of the ``nth`` of those made up: their own, or one in their standing."""
    return NUMBERS + nth * 1000 + place


def gap_for(values: tuple[Any, ...], shape: Standing, told: type[date]) -> Gap:
    """Return what belongs where those made up have these values."""
    numbers = range(len(MOMENTS))
    if len(set(values)) == 1:
        return lambda *_: values[0]
    if values == tuple(number(nth) for nth in numbers):
        return lambda person, *_: person
    for place, key in enumerate(shape.keys, 1):
        if values == tuple(number(nth, place) for nth in numbers):
            return lambda _, standing, __: standing.keys[key]
    time = time_of(values, told)
    return lambda _, __, when: time(when)
