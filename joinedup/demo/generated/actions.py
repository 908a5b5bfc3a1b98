"""Writing it: in batches, each one transaction, so that whatever stops it can be gone on from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import Max, Model

from joinedup.demo.generated import bodies, history, register, rounds
from joinedup.demo.generated.plan import CROWDED, Plan
from joinedup.demo.generated.sizes import Size
from joinedup.domain.basics.days import day_of
from joinedup.domain.instruments.actions import freeze_instrument, ship_instruments
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import latest
from joinedup.domain.journal.models import Entry
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Review, Round, Ticket
from joinedup.domain.structure.models import Link

BEGUN, QUESTIONS = "register.generated", "yearly-self-assessment"
AT_ONCE = 1000
"""Rows to one statement; databases take no more than some thousands of values at a time."""
# Whose rows are given their keys here.
KEYED: tuple[type[Model], ...] = (
    *(Person, Organisation, Post, Partnership, Membership, Seat, Holder, Link, Round, Review),
    Ticket,
)

Making = Callable[[range], Iterator[Model]]


@dataclass(frozen=True)
class Step:
    """One sort of thing: how many there are to be, how many there are, and what makes the next."""

    name: str
    wanted: int
    there: int
    make: Making
    batch: int


def plan_in_hand() -> dict[str, Any] | None:
    """Return what was begun here, or None."""
    begun = Entry.objects.filter(verb=BEGUN).first()
    return begun.detail if begun else None


def why_not_generate(size: Size, seed: int) -> str | None:
    """Return why this cannot be made here, or None."""
    begun = plan_in_hand()
    if begun is None:
        if any(thing.objects.exists() for thing in (Person, Organisation, Partnership)):
            return (
                "There are records here already, and made-up ones are not to be mixed with them. "
                "Set JOINEDUP_DATA to an empty folder, or JOINEDUP_DATABASE to an empty database."
            )
        return None
    if (begun["size"], begun["seed"]) != (size.name, seed):
        return (
            f"Size {begun['size']} with seed {begun['seed']} was begun here. Say that again to go "
            "on with it, or choose another folder or database."
        )
    return None


def generate(size: Size, seed: int, *, at: datetime) -> Iterator[tuple[str, int, int]]:
    """Write what is not there yet; yield the name of each step, what is done of it, and of what."""
    plan, version = begin(size, seed, at=at)
    for step in steps(plan, version):
        done = step.there
        while done < step.wanted:
            upto = min(done + step.batch, step.wanted)
            with transaction.atomic():
                write(step.make(range(done, upto)))
            done = upto
            yield step.name, done, step.wanted
    mend_counters()


@transaction.atomic
def begin(size: Size, seed: int, *, at: datetime) -> tuple[Plan, InstrumentVersion]:
    """Note what is to be made, and on which day, unless it was; bring the questionnaires in."""
    begun = plan_in_hand()
    if begun is None:
        ship_instruments(at=at)
        begun = {"size": size.name, "seed": seed, "day": day_of(at).isoformat()}
        Entry.objects.create(verb=BEGUN, kind="register", thing="generated", at=at, detail=begun)
    version = latest(QUESTIONS)
    assert version is not None, "The questionnaires were shipped just now."  # noqa: S101
    freeze_instrument(version, at=at)
    return Plan(size, seed, date.fromisoformat(begun["day"])), version


def steps(plan: Plan, version: InstrumentVersion) -> Iterator[Step]:
    """Yield what is to be made, each when those before it are whole."""
    size = plan.size

    def of(
        name: str, wanted: int, table: type[Model], make: Any, batch: int, each: int = 1
    ) -> Step:
        highest = table._default_manager.aggregate(Max("pk"))["pk__max"] or 0
        return Step(name, wanted, highest // each, make, batch)

    yield of("people", size.people, Person, partial(bodies.people, plan), 2000)
    yield of("organisations", size.bodies, Organisation, partial(bodies.bodies, plan), 2000)
    yield of("posts", plan.at_work, Post, partial(bodies.posts, plan), 2000)
    yield of(
        "partnerships", size.partnerships, Partnership, partial(register.partnerships, plan), 500
    )
    yield of(
        "rounds",
        size.public_bodies * plan.rounds_each,
        Round,
        partial(rounds.rounds, plan, version),
        500,
    )
    yield of(
        "partnerships asked",
        size.asked,
        Review,
        partial(rounds.reviews, plan, version),
        50,
        plan.rounds_each,
    )
    if size.is_measured:
        many = sum(each - size.members_each for each in CROWDED.values())
        more = Membership.objects.count() - size.partnerships * size.members_each
        yield Step("more members", many, more, partial(register.crowd, plan), 1000)
    there = Entry.objects.count()
    yield Step("entries of the journal", size.entries, there, partial(history.entries, plan), 5000)


def write(rows: Iterator[Model]) -> None:
    """Write rows of several tables; a row only ever refers to tables met before its own."""
    tables: dict[type[Model], list[Model]] = {}
    for row in rows:
        tables.setdefault(type(row), []).append(row)
    for table, kept in tables.items():
        table._default_manager.bulk_create(kept, batch_size=AT_ONCE)


def mend_counters() -> None:
    """Let PostgreSQL count on from the keys that were given; SQLite does so by itself.

    Never back: somebody else may have been given a key already. Sheets have keys by chance, which
    nothing may count on from.
    """
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        for table in KEYED:
            name = table._meta.db_table
            counter = f"pg_get_serial_sequence('{name}', 'id')"
            cursor.execute(
                f"SELECT setval({counter}, greatest(nextval({counter}), "  # noqa: S608 - our names
                f"(SELECT max(id) FROM {name})))"
            )
