"""Letting one act of a sort go on at a time, where two at once could each break what both checked.

SQLite has one writer anyway; on PostgreSQL the second waits until the first is through.
"""

from zlib import crc32

from django.db import connection


def wait_turn(what: str) -> None:
    """Wait until no other transaction is at ``what``, and hold it until this one ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [crc32(what.encode())])
