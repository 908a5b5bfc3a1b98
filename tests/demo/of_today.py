"""The demonstration district as it stands today, made once in a run for all who walk through it."""

import fcntl
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.utils import timezone

from joinedup.demo.making import make_district


def write_district(folder: Path) -> None:
    """Write the district made today into the empty database.

    On SQLite who asks first makes it and keeps a copy of the database, and the other processes
    that share the folder wait: making it takes them as long, and bringing it back no time.
    """
    if connection.vendor != "sqlite":
        make_district(timezone.now())
        return
    connection.ensure_connection()
    place = folder / f"district-{timezone.localdate()}"
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if place.exists():
            with closing(sqlite3.connect(place)) as kept:
                kept.backup(connection.connection)
            return
        make_district(timezone.now())
        unfinished = place.with_suffix(".unfinished")
        with closing(sqlite3.connect(unfinished)) as kept:
            connection.connection.backup(kept)
        unfinished.rename(place)
