"""A backup has every paper in it that was kept before, whole."""

import sqlite3
from contextlib import closing
from hashlib import sha256

import pytest
from django.db import connection

from joinedup.domain.backups.actions import source
from joinedup.domain.backups.making import make_archive
from joinedup.domain.backups.restoring import put_in_place, settle, unpack_beside
from joinedup.domain.evidence.kinds import PIECE
from tests.domain.evidence.scans import PDF, kept


@pytest.mark.django_db(transaction=True)
def test_a_restored_backup_has_the_file_byte_for_byte(cast, now, tmp_path):
    paper = kept(cast, now, PDF + bytes(2 * PIECE))
    archive, manifest = make_archive(source(), tmp_path / "x.zip", at=now)
    ready, found = unpack_beside(archive, tmp_path / "data", manifest.migrations)
    settle(ready)
    put_in_place(ready, tmp_path / "data", now)

    assert found.tables["joinedup_keptpaperpiece"]["rows"] == 3
    if connection.vendor != "sqlite":
        return  # what is in a dump of a server is proven when it is loaded: test_make_fit.py
    with closing(sqlite3.connect(tmp_path / "data" / "joinedup.sqlite3")) as database:
        asked = "SELECT data FROM joinedup_keptpaperpiece ORDER BY number"
        pieces = [data for (data,) in database.execute(asked)]
    assert sha256(b"".join(pieces)).hexdigest() == paper.digest
