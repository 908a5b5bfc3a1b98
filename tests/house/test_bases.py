"""The cast stands in the database from one test to the next, and no test finds another's doings."""

from types import SimpleNamespace

import pytest
from django.db import IntegrityError, connection, transaction

from joinedup.domain.journal.models import Entry
from joinedup.domain.people.actions import add_person
from joinedup.domain.people.models import Person
from tests import kept
from tests.bench import bases
from tests.bench.bases import base_of
from tests.cast import EVERYBODY

# As many as the acts write that make the cast.
ENTRIES = 53
NAMES = [name for name in EVERYBODY.values() if name != "anybody"]


def found(cast):
    """Say who there is, with what those of the cast are called in the database and in memory."""
    people = [getattr(cast, name) for name in NAMES]
    there = sorted(Person.objects.values_list("pk", "name"))
    return there == sorted((person.pk, person.name) for person in people), Entry.objects.count()


@pytest.mark.parametrize("turn", range(3))
def test_no_test_finds_what_the_one_before_it_did_to_the_cast(cast, turn, now):
    before = found(cast)
    ran = []
    transaction.on_commit(lambda: ran.append(turn))
    add_person("Una Reed", email=None, by=None, at=now)
    Person.objects.filter(pk=cast.ade.pk).update(name="Somebody else")
    cast.ruth.name = "Somebody else"

    assert before == (True, ENTRIES)
    assert found(cast) == (False, ENTRIES + 1)
    assert ran == []


@pytest.mark.django_db
@pytest.mark.parametrize("turn", range(2))
def test_a_test_that_does_not_ask_for_the_cast_finds_nobody(turn):
    assert (Person.objects.count(), kept.standing) == (0, "")


def test_a_statement_that_fails_spoils_nothing_for_the_next(cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(pk=cast.ade.pk, name="Once more")

    assert found(cast) == (True, ENTRIES)


@pytest.mark.django_db(transaction=True)
def test_a_test_that_commits_has_the_cast_in_no_transaction_but_its_own(cast):
    assert (kept.standing, connection.in_atomic_block) == ("", False)
    assert found(cast) == (True, ENTRIES)


def asking(*names, mark=None):
    return SimpleNamespace(fixturenames=names, get_closest_marker=lambda name: mark)


def test_the_base_of_a_test_is_the_greater_it_asks_for_and_none_where_it_commits():
    commits = pytest.mark.django_db(transaction=True).mark
    asked = [
        asking("db", "cast"),
        asking("cast", "world"),
        asking("db"),
        asking("cast", "live_server"),
        asking("cast", mark=commits),
        asking("cast", mark=pytest.mark.django_db.mark),
    ]

    assert [base_of(item) for item in asked] == ["cast", "world", "", "", "", "cast"]


def test_a_test_that_left_another_transaction_open_is_found_out(monkeypatch):
    done = []
    left = SimpleNamespace(
        atomic_blocks=["ours", "another"],
        needs_rollback=False,
        closed_in_transaction=False,
        close=lambda: done.append("closed"),
        connect=lambda: done.append("opened"),
    )
    monkeypatch.setattr(bases, "connection", left)
    monkeypatch.setattr(bases, "OUTER", ["ours"])
    monkeypatch.setattr(kept, "standing", "cast")

    with pytest.raises(RuntimeError, match="a transaction that is not its own"):
        bases.take_away()

    assert (done, bases.OUTER, kept.standing) == (["closed", "opened"], [], "")
