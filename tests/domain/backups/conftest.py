"""A small installation on SQLite, with rows of every sort and files people sent."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from joinedup.domain.backups.making import Source, make_archive

AT = datetime(2026, 6, 15, 1, 30, tzinfo=UTC)


@pytest.fixture
def small(tmp_path: Path) -> Source:
    data = tmp_path / "data"
    (data / "files" / "a").mkdir(parents=True)
    (data / "files" / "a" / "minutes.pdf").write_bytes(bytes(range(256)) * 40)
    config = tmp_path / "joinedup.toml"
    config.write_text('secret = "kept"\n')
    with closing(sqlite3.connect(data / "joinedup.sqlite3")) as database:
        database.executescript(
            "PRAGMA journal_mode=WAL;"
            "CREATE TABLE django_migrations (app TEXT, name TEXT);"
            "INSERT INTO django_migrations VALUES ('joinedup', '0001_begin_the_register');"
            "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT, figure REAL, thing BLOB);"
            "INSERT INTO note VALUES (1, 'Llŷn', 0.1, x'00ff'), (2, NULL, NULL, NULL);"
        )
    engine = {"ENGINE": "django.db.backends.sqlite3", "NAME": data / "joinedup.sqlite3"}
    return Source(engine, data, config)


@pytest.fixture
def archive(small: Source, tmp_path: Path) -> Path:
    return make_archive(small, tmp_path / "kept.zip", at=AT)[0]


@pytest.fixture
def listing(tmp_path: Path) -> Callable[[], list[str]]:
    """Return the names of all there is, so that what was left behind shows."""
    return lambda: sorted(str(p.relative_to(tmp_path)) for p in tmp_path.rglob("*"))
