import pytest
from django.core.checks import Error
from django.db import OperationalError

from joinedup.commands import check
from joinedup.commands.main import main


@pytest.mark.django_db
def test_a_sound_installation_may_start(capsys):
    assert (main(["check"]), capsys.readouterr().err) == (0, "")


@pytest.mark.django_db
def test_a_serious_problem_is_said_and_stops_the_start(monkeypatch, capsys):
    monkeypatch.setattr(check.checks, "run_checks", lambda: [Error("The door is open.")])

    assert (main(["check"]), capsys.readouterr().err) == (1, "The door is open.\n")


@pytest.mark.django_db
def test_a_database_without_its_tables_is_named(monkeypatch, capsys):
    monkeypatch.setattr(check.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])

    assert (main(["check"]), capsys.readouterr().err) == (
        1,
        "The database is not up to date. Say: joinedup migrate\n",
    )


@pytest.mark.django_db
def test_a_database_that_is_away_is_named(monkeypatch, capsys):
    def away(connection):
        raise OperationalError("no route")

    monkeypatch.setattr(check, "MigrationExecutor", away)

    assert main(["check"]) == 1
    assert "The database does not answer (no route)." in capsys.readouterr().err
