import os
import subprocess
import sys
from types import SimpleNamespace

import pytest
from django.core.checks import Error
from django.db import OperationalError

from joinedup.commands import check
from joinedup.commands.main import main
from joinedup.delivery.safety import insist_on_safety
from joinedup.domain.upkeep import database
from tests.house.tree import ROOT


@pytest.mark.django_db
def test_a_sound_installation_may_start(capsys):
    assert (main(["check"]), capsys.readouterr().err) == (0, "")


@pytest.mark.django_db
def test_a_serious_problem_is_said_and_stops_the_start(monkeypatch, capsys):
    monkeypatch.setattr(check.checks, "run_checks", lambda: [Error("The door is open.")])

    assert (main(["check"]), capsys.readouterr().err) == (1, "The door is open.\n")


@pytest.mark.django_db
def test_a_database_without_its_tables_is_named(monkeypatch, capsys):
    monkeypatch.setattr(database.MigrationExecutor, "migration_plan", lambda self, targets: ["one"])

    assert (main(["check"]), capsys.readouterr().err) == (
        1,
        "The database is not up to date. Say: joinedup migrate\n",
    )


@pytest.mark.django_db
def test_a_database_that_is_away_is_named(monkeypatch, capsys):
    def away(connection):
        raise OperationalError("no route")

    monkeypatch.setattr(database, "MigrationExecutor", away)

    assert main(["check"]) == 1
    assert "The database does not answer (no route)." in capsys.readouterr().err


@pytest.fixture
def joinedup(tmp_path):
    """Run a command as typed in the folder of a real installation; return its status and words."""
    kept = {name: told for name, told in os.environ.items() if not name.startswith("JOINEDUP_")}
    (tmp_path / "joinedup.toml").write_text('address = "http://a.org"\nsecret = "short"\n')
    (tmp_path / "joinedup.toml").chmod(0o644)

    def joinedup(*words, **told):
        done = subprocess.run(
            [sys.executable, "-m", "joinedup", *words],
            cwd=tmp_path,
            env=kept | {"JOINEDUP_DATA": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)} | told,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    return joinedup


def test_all_that_is_unsafe_is_listed_and_nothing_is_served(joinedup, tmp_path):
    status, said = joinedup("check")
    serving, why = joinedup("serve", PORT="18777")

    starts = [line.partition(" ")[0] for line in said.splitlines()]
    assert (status, serving, why == said) == (1, 1, True)
    assert starts == [
        *("secret", "address", "mail", "mail_from", str(tmp_path / "joinedup.toml"), "The"),
    ]


def test_what_a_web_server_calls_is_not_there_while_unsafe():
    told = SimpleNamespace(problems=["“adress” is no setting."])

    with pytest.raises(SystemExit, match="Joined Up does not start:\n“adress” is no setting"):
        insist_on_safety(SimpleNamespace(KIND="demonstration", REAL=False, CONFIGURATION=told))


def test_where_nothing_is_told_nothing_is_served(monkeypatch, capsys):
    monkeypatch.delenv("JOINEDUP_KIND", raising=False)

    assert (main(["serve"]), "There is no installation here." in capsys.readouterr().err) == (
        1,
        True,
    )
    with pytest.raises(SystemExit, match=r"name its joinedup\.toml in JOINEDUP_CONFIG"):
        insist_on_safety(SimpleNamespace(KIND="test"))
