"""How the service stands, in sentences: is mail going out, can everything be had back, is there
room, is work being done. Nothing here tells what the records say."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection

from joinedup.domain.backups.making import product_version
from joinedup.domain.backups.models import Backup
from joinedup.domain.backups.queries import proven_backups
from joinedup.domain.basics.days import moment_in_words
from joinedup.domain.jobs.queries import given_up, last_done, often_tried
from joinedup.domain.notices.queries import failed_since, last_sent, longest_waiting, waiting
from joinedup.domain.upkeep.machine import ROOM_NEEDED, room, why_not_write

# Work that every worker does each minute; silence means that there is none.
PULSE = "notices.send_waiting"
SILENT_AFTER = timedelta(minutes=5)
WAITS_TOO_LONG = timedelta(minutes=15)
FAILED_LATELY = timedelta(days=7)
BACKUP_DUE = timedelta(hours=26)
MOST = 1000


@dataclass(frozen=True)
class Finding:
    """One thing about the service: whether it is well, and what to do where it is not."""

    subject: str
    is_well: bool
    sentence: str
    advice: str = ""


def findings(at: datetime) -> list[Finding]:
    """Return how everything stands, what is not well first."""
    found = [of_mail(at), of_backups(at), of_room(), of_worker(at), of_jobs(at)]
    return sorted(found, key=lambda finding: finding.is_well)


def of_mail(at: datetime) -> Finding:
    """Say whether mail goes out."""
    oldest, failed = longest_waiting(), failed_since(at - FAILED_LATELY)[:MOST].count()
    sent = last_sent()
    last = (
        f"The last mail went out on {moment_in_words(sent)}."
        if sent
        else "No mail has gone out yet."
    )
    if oldest is not None and at - oldest.queued_at > WAITS_TOO_LONG:
        count = waiting()[:MOST].count()
        said = f"{many(count, 'mail')} wait{'s' if count == 1 else ''} to be sent"
        problem = f" The mail server said: {oldest.problem}" if oldest.problem else ""
        return Finding(
            "Mail",
            is_well=False,
            sentence=(
                f"{said}, the oldest since {moment_in_words(oldest.queued_at)}. {last}{problem}"
            ),
            advice="Look whether the mail server is up, and at mail in the settings.",
        )
    if failed:
        return Finding(
            "Mail",
            is_well=False,
            sentence=f"{many(failed, 'mail')} of the last seven days could not be sent. {last}",
            advice="Mostly an address is wrong: correct it in the directory.",
        )
    return Finding("Mail", is_well=True, sentence=f"Mail goes out. {last}" if sent else last)


def of_backups(at: datetime) -> Finding:
    """Say whether everything could be had back."""
    last = proven_backups().first()
    tried = Backup.objects.order_by("-tried_at", "-id").first()
    vain = f" The last try failed: {tried.problem}" if tried and tried.problem else ""
    if last is None:
        words = f"No backup has been made yet.{vain}"
        return Finding("Backups", is_well=False, sentence=words, advice="Press Back up now.")
    if not Path(last.name).exists():
        words = f"The last backup, {last.name}, is no longer there.{vain}"
        return Finding("Backups", is_well=False, sentence=words, advice="Press Back up now.")
    words = (
        f"The last backup was made and proven on {moment_in_words(last.tried_at)}: "
        f"{last.rows:,} rows, {in_bytes(last.size)}, {last.name}.{vain}"
    )
    is_well = at - last.tried_at <= BACKUP_DUE
    advice = "" if is_well else "One is due each night. Is the worker alive, and is there room?"
    return Finding("Backups", is_well=is_well, sentence=words, advice=advice)


def of_room() -> Finding:
    """Say whether there is room for what people write and for the next backup."""
    if reason := why_not_write(Path(settings.DATA)):
        return Finding("Disk", is_well=False, sentence=reason)
    needed = ROOM_NEEDED + 3 * (database_size() or 0)
    free = min(room(Path(settings.DATA)), room(Path(settings.BACKUPS)))
    words = f"{in_bytes(free)} are free; the next backup needs about {in_bytes(needed)}."
    advice = "" if free >= needed else "Make room, or move the backups to another disk."
    return Finding("Room on the disk", is_well=free >= needed, sentence=words, advice=advice)


def of_worker(at: datetime) -> Finding:
    """Say whether anybody does the work that waits."""
    last = last_done(PULSE)
    if last is not None and at - last <= SILENT_AFTER:
        words = f"The worker is alive: it was last seen on {moment_in_words(last)}."
        return Finding("Worker", is_well=True, sentence=words)
    seen = f"was last seen on {moment_in_words(last)}" if last else "has never been seen"
    return Finding(
        "Worker",
        is_well=False,
        sentence=f"The worker {seen}. No mail goes out and no round closes by itself.",
        advice="joinedup serve starts one with the pages; look at its log.",
    )


def is_silent(at: datetime) -> bool:
    """Tell whether a worker that was there is so no longer; before that nobody knows."""
    last = last_done(PULSE)
    return last is not None and at - last > SILENT_AFTER


def of_jobs(at: datetime) -> Finding:
    """Say whether work was given up or fails again and again."""
    left, tried = given_up()[:MOST].count(), often_tried()[:MOST].count()
    if not left and not tried:
        return Finding("Work in the background", is_well=True, sentence="Nothing has failed.")
    said = [f"{many(left, 'job')} given up"] * bool(left)
    said += [f"{many(tried, 'job')} failing and tried again"] * bool(tried)
    advice = "Below is what went wrong with each. Once it is mended, have them tried again."
    return Finding(
        "Work in the background", is_well=False, sentence=f"{', '.join(said)}.", advice=advice
    )


def facts() -> Iterator[tuple[str, str]]:
    """Yield what this installation is, for whoever is asked."""
    size = database_size()
    engine = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]
    yield "Version", product_version()
    yield "Address", settings.ADDRESS
    yield "Database", f"{engine}, {in_bytes(size)}" if size is not None else engine
    yield "Data", str(settings.DATA)
    yield (
        "Backups",
        f"{settings.BACKUPS}, each night after {settings.CONFIGURATION['backup_at']}:00",
    )
    yield "Mail server", settings.EMAIL_HOST if settings.MAIL else "None: nothing leaves"
    yield "Settings", str(settings.CONFIGURATION.file or "The environment")


def database_size() -> int | None:
    """Return how many bytes the database takes."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")
        else:
            cursor.execute("SELECT pg_database_size(current_database())")
        size: int = cursor.fetchone()[0]
    return size


def many(count: int, word: str) -> str:
    """Return a count with its word; a very large one is not counted out."""
    figure = f"{MOST:,} or more" if count >= MOST else f"{count:,}"
    return f"{figure} {word}{'' if count == 1 else 's'}"


def in_bytes(size: int) -> str:
    """Return a size as it is bought."""
    for unit, word in ((10**9, "GB"), (10**6, "MB"), (10**3, "kB")):
        if size >= unit:
            return f"{size / unit:,.1f} {word}"
    return f"{size} bytes"
