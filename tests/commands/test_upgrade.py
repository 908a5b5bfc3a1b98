"""Installations of earlier days are brought to today's version with all they hold."""

import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from joinedup.commands.restore import known_migrations
from tests.commands.conftest import environment_for
from tests.commands.test_serve import wait_until

# Step by step, as it was then, with what the libraries had by then.
STEPS = """
import sys, django
django.setup()
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
executor = MigrationExecutor(connection)
executor.recorder.record_unapplied("joinedup", "0001_made_at_once")
executor.loader.replace_migrations = False
executor.loader.build_graph()
libraries = [leaf for leaf in executor.loader.graph.leaf_nodes() if leaf[0] != "joinedup"]
def tables_at(step):
    return executor.migrate([("joinedup", step), *libraries]).apps
"""
# What the first release would have written, by its own tables.
FIRST_DAYS = f"""
{STEPS}
tables = tables_at("0001_begin_the_register")
def table(kind, /, **values):
    return tables.get_model("joinedup", kind).objects.create(**values)
person = table("Person", public_id="aaaaaaaaaa", name="Ann", email="a@holt.example")
body = table("Organisation", public_id="bbbbbbbbbb", name="Holt", folded_name="holt")
group = table("Partnership", public_id="cccccccccc", name="Safer", folded_name="safer")
table("Membership", public_id="dddddddddd", partnership=group, organisation=body)
"""
# What a version wrote of itself that made its tables at once, and had fewer of them.
FEWER_TABLES = f"""
{STEPS}
tables_at("0031_tell_who_has_no_address")
executor.recorder.record_applied("joinedup", "0001_all_so_far")
"""
PRINTED = "SELECT p.name, o.name FROM joinedup_membership m JOIN joinedup_partnership p"
PRINTED += " ON p.id = m.partnership_id JOIN joinedup_organisation o ON o.id = m.organisation_id"
PEOPLE = "SELECT name FROM joinedup_person"
HAD = "SELECT name FROM django_migrations WHERE app = 'joinedup' AND name = ?"


@pytest.fixture(scope="module")
def of_earlier_days(made, tmp_path_factory):
    """A real installation of fewer tables, with no backup of anything."""
    folder = tmp_path_factory.mktemp("earlier-days") / "home"
    shutil.copytree(made, folder)
    (folder / "data").chmod(0o700)
    run(FEWER_TABLES, folder)
    return folder


@pytest.fixture
def earlier_days(of_earlier_days, tmp_path):
    """The same installation in the folder of the test."""
    shutil.copytree(of_earlier_days, tmp_path, dirs_exist_ok=True)
    (tmp_path / "data").chmod(0o700)
    return tmp_path


@pytest.fixture
def first_days(folder):
    """A real installation whose database is that of the first release."""
    for path in (folder / "data").glob("joinedup.sqlite3*"):
        path.unlink()
    run(FIRST_DAYS, folder)
    return folder


def run(script, folder):
    told = {"JOINEDUP_CONFIG": str(folder / "joinedup.toml"), "JOINEDUP_KIND": "real"}
    told |= {"DJANGO_SETTINGS_MODULE": "joinedup.settings"}
    command = [sys.executable, "-c", script]
    subprocess.run(command, cwd=folder, env=environment_for() | told, check=True)


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


def test_the_first_database_becomes_todays_with_all_it_holds(typed, tmp_path, first_days, made):
    done = typed("migrate")

    assert (done.returncode, done.stderr) == (0, "")
    assert "The database as it was is kept in" in done.stdout
    assert asked(tmp_path, PRINTED) == [("Safer", "Holt")]
    assert shape(tmp_path) == shape(made)
    assert typed("check").returncode == 0


def test_a_database_whose_tables_were_made_at_once_gets_those_made_since(
    typed, tmp_path, earlier_days, made
):
    fewer = shape(tmp_path)

    done = typed("migrate")

    assert (done.returncode, done.stderr) == (0, "")
    assert "The database as it was is kept in" in done.stdout
    assert (fewer == shape(made), shape(tmp_path) == shape(made)) == (False, True)
    assert asked(tmp_path, PEOPLE) == [("Priya Nair",)]
    assert typed("check").returncode == 0


def test_a_backup_may_name_steps_as_they_were_named_then():
    assert "0001_all_so_far" in known_migrations()


def test_a_migration_that_was_killed_goes_on_where_it_was(typed, earlier_days, made):
    had_all = killed_after("0032_forming", earlier_days)

    done = typed("migrate", "--no-backup")

    assert (had_all, done.returncode, done.stderr) == ([], 0, "")
    assert (shape(earlier_days), asked(earlier_days, PEOPLE)) == (shape(made), [("Priya Nair",)])


@pytest.mark.deep
def test_killed_after_every_third_step_it_comes_to_the_same(typed, first_days, made):
    for step in sorted(name for name in known_migrations() if name > "0002")[::3]:
        killed_after(step, first_days)

    done = typed("migrate", "--no-backup")

    assert (done.returncode, done.stderr) == (0, "")
    assert (shape(first_days), asked(first_days, PRINTED)) == (shape(made), [("Safer", "Holt")])


def killed_after(step, folder):
    """Kill a migration as soon as it has done this step; return what says that it had the last."""
    command = [sys.executable, "-m", "joinedup", "migrate", "--no-backup"]
    halfway = subprocess.Popen(command, cwd=folder, env=environment_for())
    assert wait_until(lambda: asked(folder, HAD, step), seconds=90)
    halfway.kill()
    assert halfway.wait() == -signal.SIGKILL
    return asked(folder, HAD, "0033_keep_papers_as_evidence")
