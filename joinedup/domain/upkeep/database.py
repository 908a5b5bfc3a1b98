"""What the database must be like before a page is served from it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from joinedup.domain.basics.steps import RENAMED_STEPS
from joinedup.domain.journal.models import Entry

# The lease of a job is two minutes; clocks further apart than this would do work twice.
CLOCKS_APART = timedelta(seconds=60)
# On one machine: somebody set the clock back, or it has not been set yet after a start.
BACK_IN_TIME = timedelta(minutes=10)
OURS = "joinedup"
PRAGMAS = {
    "journal_mode": ("wal", "without it readers and writers stop one another"),
    "synchronous": (2, "with less, a power cut loses what was acknowledged"),
    "foreign_keys": (1, "without them rows can point at nothing"),
}
DEMONSTRATION_MADE, SET_UP = "demonstration.made", "installation.set-up"


def unsound_database(settings: Any, at: datetime) -> Iterator[str]:
    """Yield why pages may not be served from this database."""
    if newer := newer_than_this():
        yield (
            f"A newer version of Joined Up has used this database ({newer[-1]}). Install that "
            "version, or restore a backup made by this one."
        )
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield "The database is not up to date. Say: joinedup migrate"
        return
    reasons = [why_not_mix(settings.KIND, **whose_records())]
    if settings.KIND != "test":
        # Tests wait for no disk, and hold the clock.
        reasons += [*wrong_pragmas(), why_not_clock(at, database_clock(), last_entry())]
    yield from (reason for reason in reasons if reason)


def newer_than_this() -> list[str]:
    """Return the migrations of ours the database has had that this version does not know.

    Those of others are left out: a library that is no longer used was once.
    """
    loader = MigrationExecutor(connection).loader
    ours = {name for app, name in loader.applied_migrations if app == OURS}
    return sorted(ours - known(loader))


def known(loader: Any) -> set[str]:
    """Return the migrations this version comes with, and those they took the place of."""
    there = {key: each for key, each in loader.disk_migrations.items() if key[0] == OURS}
    replaced = {name for each in there.values() for _, name in each.replaces}
    return {name for _, name in there} | replaced | RENAMED_STEPS


def wrong_pragmas() -> list[str]:
    """Return what of SQLite's settings would lose or lock what people write."""
    if connection.vendor != "sqlite":
        return []
    found = []
    with connection.cursor() as cursor:
        for name, (wanted, danger) in PRAGMAS.items():
            cursor.execute(f"PRAGMA {name}")
            if (value := cursor.fetchone()[0]) != wanted:
                found.append(
                    f"SQLite’s {name} is {value} and must be {wanted}: {danger}. "
                    "Leave DATABASES as joinedup.settings makes it."
                )
    if connection.settings_dict["OPTIONS"].get("transaction_mode") != "IMMEDIATE":
        found.append(
            "SQLite’s transaction_mode must be IMMEDIATE: without it most of those who write at "
            "once fail. Leave DATABASES as joinedup.settings makes it."
        )
    return found


def database_clock() -> datetime | None:
    """Return what time it is for a database server; SQLite has no clock but ours."""
    if connection.vendor == "sqlite":
        return None
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        moment: datetime = cursor.fetchone()[0]
    return moment


def last_entry() -> datetime | None:
    """Return when the last act in the journal was done."""
    return Entry.objects.order_by("-id").values_list("at", flat=True).first()


def why_not_clock(at: datetime, theirs: datetime | None, last: datetime | None) -> str | None:
    """Return why this machine's clock cannot be right, or None."""
    if theirs is not None and abs(theirs - at) > CLOCKS_APART:
        seconds = round(abs(theirs - at).total_seconds())
        return (
            f"The clocks of this machine and of the database are {seconds} seconds apart, so work "
            "could be done twice. Set both by a time server."
        )
    if last is not None and last - at > BACK_IN_TIME:
        return (
            f"The clock says {at:%d %B %Y %H:%M} UTC, and something was done here at "
            f"{last:%d %B %Y %H:%M}. Set the clock of this machine by a time server."
        )
    return None


def whose_records() -> dict[str, bool]:
    """Tell whether what the database holds was made up, and whether it was set up for real."""
    verbs = set(
        Entry.objects.filter(verb__in=(DEMONSTRATION_MADE, SET_UP)).values_list("verb", flat=True)
    )
    return {"made_up": DEMONSTRATION_MADE in verbs, "set_up": SET_UP in verbs}


def why_not_mix(kind: str, *, made_up: bool, set_up: bool) -> str | None:
    """Return why an installation of this kind may not open these records, or None."""
    if kind == "real" and made_up:
        return (
            "data: this database holds the demonstration, whose people anybody can be. Set data "
            "to an empty folder and say joinedup setup."
        )
    if kind == "demonstration" and set_up:
        return (
            "JOINEDUP_KIND is demonstration, which lets anybody sign in as anybody, and this "
            "database holds real records. Set JOINEDUP_DATA to another folder."
        )
    return None
