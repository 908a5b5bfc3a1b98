"""An installation of the first days is brought to today's version with all it holds."""

import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.bench.depth import DEEP
from tests.commands.conftest import environment_for

# What the first release would have written, by its own tables.
FIRST_DAYS = """
import sys, django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
first = ("joinedup", "0001_begin_the_register")
executor.loader.replace_migrations = False  # step by step, as it was then
executor.loader.build_graph()
tables = executor.migrate([first]).apps
def table(kind, /, **values):
    return tables.get_model("joinedup", kind).objects.create(**values)
person = table("Person", public_id="aaaaaaaaaa", name="Ann", email="a@holt.example")
body = table("Organisation", public_id="bbbbbbbbbb", name="Holt", folded_name="holt")
group = table("Partnership", public_id="cccccccccc", name="Safer", folded_name="safer")
table("Membership", public_id="dddddddddd", partnership=group, organisation=body)
"""
PRINTED = "SELECT p.name, o.name FROM joinedup_membership m JOIN joinedup_partnership p"
PRINTED += " ON p.id = m.partnership_id JOIN joinedup_organisation o ON o.id = m.organisation_id"


@pytest.fixture(scope="module")
def of_first_days(made, tmp_path_factory):
    """A real installation whose database is that of the first release, and the tables of today."""
    folder = tmp_path_factory.mktemp("first-days")
    shutil.copytree(made, folder, dirs_exist_ok=True)
    columns = shape(folder)
    for path in (folder / "data").glob("joinedup.sqlite3*"):
        path.unlink()
    told = {"JOINEDUP_CONFIG": str(folder / "joinedup.toml"), "JOINEDUP_KIND": "real"}
    told |= {"DJANGO_SETTINGS_MODULE": "joinedup.settings"}
    run = [sys.executable, "-c", FIRST_DAYS]
    subprocess.run(run, cwd=folder, env=environment_for() | told, check=True)
    return folder, columns


@pytest.fixture
def first_days(of_first_days, tmp_path):
    """The same installation in the folder of the test; returns the tables of today."""
    folder, columns = of_first_days
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    return columns


def asked(folder, sql, *values):
    with closing(sqlite3.connect(folder / "data" / "joinedup.sqlite3")) as database:
        return database.execute(sql, values).fetchall()


def shape(folder):
    """Every table with its columns, constraints and indexes, however it came about."""
    listed = asked(folder, "SELECT name FROM sqlite_master WHERE type = 'table'")
    tables = sorted(name for (name,) in listed if name != "sqlite_sequence")
    kinds = 'SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY name'
    made = "SELECT group_concat(sql, ' ') FROM sqlite_master WHERE tbl_name = ?"
    return {
        name: (asked(folder, kinds, name), rules_in(asked(folder, made, name)[0][0]))
        for name in tables
    }


def rules_in(made):
    """The names of a table's constraints and indexes."""
    return sorted(re.findall(r'(?:CONSTRAINT|INDEX) "([^"]+)"', made or ""))


def test_the_first_database_becomes_todays_with_all_it_holds(typed, tmp_path, first_days):
    done = typed("migrate")

    assert (done.returncode, done.stderr) == (0, "")
    assert "The database as it was is kept in" in done.stdout
    assert asked(tmp_path, PRINTED) == [("Safer", "Holt")]
    assert shape(tmp_path) == first_days
    assert typed("check").returncode == 0


@pytest.mark.parametrize("after", [1.5] if not DEEP else [0.6, 0.9, 1.2, 1.5, 1.8, 2.4, 3.0])
def test_a_migration_that_was_killed_goes_on_where_it_was(typed, tmp_path, first_days, after):
    command = [sys.executable, "-m", "joinedup", "migrate", "--no-backup"]
    halfway = subprocess.Popen(
        command, cwd=tmp_path, env=environment_for(), stdout=subprocess.DEVNULL
    )
    time.sleep(after)
    halfway.kill()
    halfway.wait()

    done = typed("migrate", "--no-backup")

    assert (done.returncode, done.stderr) == (0, "")
    assert (shape(tmp_path), asked(tmp_path, PRINTED)) == (first_days, [("Safer", "Holt")])
