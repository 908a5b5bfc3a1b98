"""What most tests begin with stays in the database from one test to the next.

Writing the cast anew for each test took longer than many a test. While one test after another asks
for the same, its rows stay in an outer transaction, and each test's own is undone within, as with
Django's ``setUpTestData``. A test that asks for something else, commits, or needs the database
empty finds it empty.
"""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from django.db.transaction import Atomic
from pytest_django.plugin import blocking_manager_key

from tests import kept

# The greater first: the world has the cast in it.
BASES = ("world", "cast")
COMMITS = {"transactional_db", "live_server"}
OUTER: list[Atomic] = []


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Have stand what the test asks for, before any fixture is made; else nothing."""
    if item.get_closest_marker("database") is None:
        return
    wanted = base_of(item)
    with item.config.stash[blocking_manager_key].unblock():
        if kept.standing != wanted or not sound():
            take_away()
            if wanted in kept.KEPT and not connection.in_atomic_block:
                item.session.addfinalizer(lambda: at_the_end(item.config))
                put_up(wanted)


def base_of(item: pytest.Item) -> str:
    """Return what a test begins with; nothing where it commits or has rows of its own."""
    names, mark = set(getattr(item, "fixturenames", ())), item.get_closest_marker("django_db")
    if COMMITS & names or (mark and (mark.args or mark.kwargs)):
        return ""
    return next((base for base in BASES if base in names), "")


def put_up(base: str) -> None:
    """Write the rows, in a transaction that stays open, and have the database check them once."""
    outer = transaction.atomic()
    outer.__enter__()
    OUTER.append(outer)
    kept.KEPT[base].write()
    connection.check_constraints()
    kept.standing = base


def sound() -> bool:
    """Tell whether nothing but our own transaction is open, as it was left."""
    return connection.atomic_blocks == OUTER and not (
        connection.needs_rollback or connection.closed_in_transaction
    )


def take_away() -> None:
    """Undo what stands, and find out a test that meddled with the transaction it stands in."""
    if not OUTER:
        return
    whole, kept.standing = sound(), ""
    outer = OUTER.pop()
    if whole:
        transaction.set_rollback(True)
        outer.__exit__(None, None, None)
        return
    connection.close()
    connection.connection = None
    connection.connect()
    raise RuntimeError("A test closed, or left open, a transaction that is not its own.")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Find that out where it happened."""
    yield
    if OUTER and not sound():
        at_the_end(item.config)


def at_the_end(config: pytest.Config) -> None:
    """Undo what stands before the database is thrown away."""
    with config.stash[blocking_manager_key].unblock():
        take_away()
