"""One command each: a backup while the service runs, and everything back from it."""

import shutil
import sqlite3
from contextlib import closing

from joinedup.domain.backups.in_use import in_use


def people(data):
    with closing(sqlite3.connect(data / "joinedup.sqlite3")) as database:
        return [name for (name,) in database.execute("SELECT name FROM joinedup_person")]


def test_after_everything_is_lost_one_command_brings_it_back(typed, folder):
    saved = typed("backup", "kept.zip")
    again = typed("backup", "kept.zip")
    for path in (folder / "data", folder / "joinedup.toml"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()

    back = typed("restore", "kept.zip")

    assert (saved.returncode, back.returncode, back.stderr) == (0, 0, "")
    assert "Every digest is as it should be." in saved.stdout
    assert "Every digest is as it should be." in back.stdout
    assert (again.returncode, "no backup is written over another" in again.stderr) == (1, True)
    assert people(folder / "data") == ["Priya Nair"]
    assert sorted(path.name for path in folder.iterdir()) == ["data", "joinedup.toml", "kept.zip"]
    assert (folder / "joinedup.toml").stat().st_mode & 0o777 == 0o600
    assert typed("check").returncode == 0


def test_what_is_there_is_not_replaced_unasked_nor_while_it_runs(typed, folder):
    typed("backup", "kept.zip")
    with closing(sqlite3.connect(folder / "data" / "joinedup.sqlite3")) as database:
        database.execute("UPDATE joinedup_person SET name = 'Somebody later'")
        database.commit()

    unasked = typed("restore", "kept.zip")
    with in_use(folder / "data"):
        running = typed("restore", "kept.zip", "--replace")
    between = people(folder / "data")
    asked = typed("restore", "kept.zip", "--replace")

    (aside,) = folder.glob("data.before-*")
    assert (unasked.returncode, "is not empty. Say --replace" in unasked.stderr) == (1, True)
    assert (running.returncode, "Stop it first" in running.stderr) == (1, True)
    assert (between, asked.returncode) == (["Somebody later"], 0)
    assert (people(aside), people(folder / "data")) == (["Somebody later"], ["Priya Nair"])


def test_a_disk_that_is_full_leaves_no_half_of_a_backup(typed, folder):
    before = sorted(path.name for path in folder.iterdir())

    done = typed("backup", "kept.zip", limit=300_000)

    assert (done.returncode, "Nothing of it is left" in done.stderr) == (1, True)
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in folder.iterdir()) == before
