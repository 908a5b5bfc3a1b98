"""How long an import takes, how much memory, and how long it keeps others waiting.

``python -m tests.bench.imports 20000 200000`` on SQLite; on PostgreSQL the same behind
``python -m tests.bench.postgresql``. Another process writes a line to the journal again and again
meanwhile; its longest wait is what other people would have met.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

IN_A_PARTNERSHIP, TO_A_BODY = 20, 6.7
WRITER = "from tests.bench.imports import write_again_and_again; write_again_and_again()"


def begin() -> None:
    """Make Django ready for the database that the environment names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "joinedup.settings")
    import django  # noqa: PLC0415 - the settings must be chosen first

    django.setup()


def lines(rows: int) -> Iterator[bytes]:
    """Yield a list of memberships: bodies in many partnerships, twenty members in each."""
    bodies = max(40, int(rows / TO_A_BODY))
    yield b"Partnership,Organisation,Sector,Standing,Joined\n"
    for row in range(rows):
        group, body = row // IN_A_PARTNERSHIP, (row * 7919) % bodies
        yield f"Group {group:06d},Body number {body:06d},Charity,Core,2020-01-02\n".encode()


def write_again_and_again() -> None:
    """Write one line after another until told to stop; print the longest wait in seconds."""
    begin()
    from django.db import transaction  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from joinedup.domain.journal.models import Entry  # noqa: PLC0415

    longest = 0.0
    while not os.path.exists(os.environ["BENCH_STOP"]):
        began = time.monotonic()
        with transaction.atomic():
            Entry.objects.create(at=timezone.now(), verb="x", kind="x", thing="x")
        longest = max(longest, time.monotonic() - began)
        time.sleep(0.05)
    sys.stdout.write(f"{longest:.2f}\n")


def measure(rows: int) -> str:
    """Bring one list in; return what it took."""
    from django.utils import timezone  # noqa: PLC0415

    from joinedup.domain.arrivals.actions import begin_import, stage_long_import  # noqa: PLC0415
    from joinedup.domain.imports.models import Import  # noqa: PLC0415
    from joinedup.domain.jobs.actions import run_due  # noqa: PLC0415
    from joinedup.domain.jobs.models import Job  # noqa: PLC0415
    from joinedup.domain.organisations.actions import add_organisation, grant_post  # noqa: PLC0415
    from joinedup.domain.people.models import Person  # noqa: PLC0415

    at = timezone.now()
    body = add_organisation("Thornford District Council", by=None, at=at)
    officer = Person.objects.create(name="Priya Nair", email="p@t.example")
    grant_post(officer, body, "OFFICER", by=None, at=at)
    told, began = [], time.monotonic()

    def lap(word: str) -> None:
        nonlocal began
        told.append(f"{word} {time.monotonic() - began:.0f} s, {memory()} MB")
        began = time.monotonic()

    pieces = (b"".join(part) for part in in_parts(lines(rows), 10_000))
    file = stage_long_import(pieces, "list.csv", organisation=body, by=officer, at=at)
    lap("sent")
    while Job.objects.filter(done_at__isnull=True, name__startswith="imports.").exists():
        run_one(run_due)
        lap(Import.objects.get(pk=file.pk).work or "ready")
    file = Import.objects.get(pk=file.pk)
    seen = file.planned["digest"]
    at = timezone.now()
    begin_import(file, version=file.version, seen=seen, by=officer, at=at)
    while Import.objects.get(pk=file.pk).work:
        run_one(run_due)
        lap(Import.objects.get(pk=file.pk).work or "whole")
    return f"{rows} rows: {'; '.join(told)}. {Import.objects.get(pk=file.pk).outcome['counts']}"


def run_one(run_due: object) -> None:
    """Do the next job."""
    from django.utils import timezone  # noqa: PLC0415

    from joinedup.domain.jobs.actions import claim, perform  # noqa: PLC0415

    if job := claim(timezone.now()):
        perform(job, timezone.now(), timezone.now)
        job.refresh_from_db()
        if job.problem:
            raise SystemExit(job.problem)


def in_parts(things: Iterator[bytes], many: int) -> Iterator[list[bytes]]:
    """Yield things some at a time."""
    part: list[bytes] = []
    for thing in things:
        part.append(thing)
        if len(part) == many:
            yield part
            part = []
    if part:
        yield part


def memory() -> int:
    """Return the most memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main(sizes: list[int]) -> None:
    """Measure each size in a database and a process of its own."""
    for rows in sizes:
        if len(sizes) > 1:
            subprocess.call([sys.executable, "-m", "tests.bench.imports", str(rows)])
            continue
        with tempfile.TemporaryDirectory() as folder:
            os.environ |= {"JOINEDUP_DATA": folder, "BENCH_STOP": f"{folder}/stop"}
            begin()
            from django.core.management import call_command  # noqa: PLC0415

            call_command("migrate", verbosity=0)
            other = subprocess.Popen([sys.executable, "-c", WRITER], stdout=subprocess.PIPE)
            try:
                sys.stdout.write(measure(rows) + "\n")
            finally:
                open(f"{folder}/stop", "w").close()
                waited = other.communicate()[0].decode().strip()
            sys.stdout.write(f"{rows} rows: others waited {waited} s at most\n")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [20_000])
