"""A backup holds everything that was acknowledged before it began, whoever goes on writing."""

import shutil
import sqlite3
import threading
import zipfile
from contextlib import closing

import pytest

from joinedup.domain.backups import archive as archives
from joinedup.domain.backups import copying
from joinedup.domain.backups.copying import examine_sqlite
from joinedup.domain.backups.digests import differences, digest_of_rows
from joinedup.domain.backups.kinds import Unusable
from joinedup.domain.backups.making import make_archive, prove
from tests.domain.backups.conftest import AT

WRITERS = 4


def test_a_backup_is_one_file_that_says_what_is_in_it(archive, small):
    manifest = prove(archive)

    assert archive.stat().st_mode & 0o777 == 0o600
    assert zipfile.ZipFile(archive).namelist() == [
        *("database.sqlite3", "files/a/minutes.pdf", "joinedup.toml", "manifest.json")
    ]
    assert (manifest.engine, manifest.migrations, manifest.rows) == (
        "sqlite",
        ["0001_begin_the_register"],
        3,
    )
    assert manifest.made_at == AT.isoformat()


def test_into_a_folder_it_goes_by_its_moment(small, tmp_path):
    made, _ = make_archive(small, tmp_path, at=AT)

    assert made == tmp_path / "joinedup-20260615-013000.zip"


def test_a_backup_is_never_written_over_another(small, archive, listing):
    before = archive.read_bytes(), listing()

    with pytest.raises(Unusable, match="is there already, and no backup is written over another"):
        make_archive(small, archive, at=AT)

    assert (archive.read_bytes(), listing()) == before


def write_until(told, stop, acknowledged):
    """Insert one row after another, noting each once the database has said yes."""
    with closing(sqlite3.connect(told["NAME"], timeout=20, isolation_level=None)) as database:
        while not stop.is_set():
            row = database.execute("INSERT INTO note (words) VALUES ('w') RETURNING id").fetchone()
            acknowledged.append(row[0])


def test_under_four_writers_every_row_acknowledged_before_is_in_it(small, tmp_path):
    stop, acknowledged = threading.Event(), []
    told = (small.database, stop, acknowledged)
    writers = [threading.Thread(target=write_until, args=told) for _ in range(WRITERS)]
    for each in writers:
        each.start()
    found = []
    for number in range(5):
        before = set(acknowledged)
        made, manifest = make_archive(small, tmp_path / f"{number}.zip", at=AT)
        zipfile.ZipFile(made).extract("database.sqlite3", tmp_path / str(number))
        copy = tmp_path / str(number) / "database.sqlite3"
        with closing(sqlite3.connect(copy)) as database:
            kept = {row for (row,) in database.execute("SELECT id FROM note")}
        found.append((before - kept, differences(manifest.tables, examine_sqlite(copy))))
    stop.set()
    for each in writers:
        each.join()

    assert found == [(set(), [])] * 5
    assert len(acknowledged) > 20


def test_what_was_deleted_is_not_in_it_even_as_remains(small, tmp_path):
    with closing(sqlite3.connect(small.database["NAME"])) as database:
        database.execute("INSERT INTO note (words) VALUES ('Derek Finch told us')")
        database.commit()
        database.execute("DELETE FROM note WHERE words LIKE 'Derek%'")
        database.commit()

    made, _ = make_archive(small, tmp_path / "x.zip", at=AT)

    assert b"Derek Finch" not in zipfile.ZipFile(made).read("database.sqlite3")


def test_a_full_disk_is_said_before_anything_is_written(small, tmp_path, listing, monkeypatch):
    before = listing()
    usage = shutil.disk_usage(tmp_path)._replace(free=1000)
    monkeypatch.setattr(archives.shutil, "disk_usage", lambda folder: usage)

    with pytest.raises(Unusable, match=r"There is not enough room in .*: 1 MB are needed and 0 MB"):
        make_archive(small, tmp_path / "x.zip", at=AT)

    assert listing() == before


@pytest.mark.parametrize("problem", [OSError(28, "No space left on device"), sqlite3.Error("full")])
def test_a_disk_that_fills_up_meanwhile_leaves_nothing(
    small, tmp_path, listing, monkeypatch, problem
):
    before = listing()

    def fail(*_):
        raise problem

    monkeypatch.setattr(archives, "put", fail)

    with pytest.raises(Unusable, match="Nothing of it is left"):
        make_archive(small, tmp_path / "x.zip", at=AT)
    assert listing() == before


def test_without_a_database_or_a_folder_it_says_so(small, tmp_path):
    small.database["NAME"].unlink()

    with pytest.raises(Unusable, match="There is no database yet"):
        make_archive(small, tmp_path / "x.zip", at=AT)
    with pytest.raises(Unusable, match=r"There is no folder .*/nowhere to write a backup in"):
        make_archive(small, tmp_path / "nowhere" / "x.zip", at=AT)


def test_a_digest_tells_words_from_figures_and_one_order_from_another():
    said = [
        digest_of_rows(rows)["digest"]
        for rows in ([(1,)], [("1",)], [(None,)], [(b"1",)], [(1, 2)], [(1,), (2,)], [(2,), (1,)])
    ]

    assert len(set(said)) == len(said)


def test_rows_that_are_soon_made_again_are_left_out(small, tmp_path, monkeypatch):

    monkeypatch.setattr(copying, "LEFT_OUT", {"note", "never_was"})

    archive, manifest = make_archive(small, tmp_path / "kept.zip", at=AT)

    zipfile.ZipFile(archive).extract("database.sqlite3", tmp_path)
    with closing(sqlite3.connect(tmp_path / "database.sqlite3")) as copy:
        rows = copy.execute("SELECT COUNT(*) FROM note").fetchone()[0]
    with closing(sqlite3.connect(small.database["NAME"])) as database:
        there = database.execute("SELECT COUNT(*) FROM note").fetchone()[0]
    assert (rows, there, manifest.tables["note"]) == (0, 2, digest_of_rows(()))
