import pytest
from django.db import connection

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.upkeep.actions import LEARN, learn_later, learn_of_tables

pytestmark = pytest.mark.django_db


def rows_known_of(table):
    """Return how many rows the database believes a table has, and chooses its ways by."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT reltuples FROM pg_class WHERE relname = %s", [table])
            return int(cursor.fetchone()[0])
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = %s", [table])
        return max(int(stat.split()[0]) for (stat,) in cursor.fetchall())


def test_the_database_learns_how_much_its_tables_hold(cast, now):
    learn_of_tables(at=now)

    assert rows_known_of("joinedup_organisation") == Organisation.objects.count() > 0


def test_what_was_written_is_learnt_of_by_a_worker_once(cast, now):
    learn_later("file", at=now)
    learn_later("file", at=now)

    run_due(now)

    assert Job.objects.filter(name=LEARN, key="file", done_at__isnull=False).count() == 1
    assert rows_known_of("joinedup_organisation") == Organisation.objects.count()
