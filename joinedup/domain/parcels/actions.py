"""Asking for a file, making it, clearing it away."""

import hashlib
import json
import tempfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import IO, Any

from django.db import transaction
from django.db.models import F

from joinedup.domain.backups.registry import after_restore
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused, insist
from joinedup.domain.exports.results import standing_of
from joinedup.domain.jobs.actions import enqueue
from joinedup.domain.jobs.queries import given_up
from joinedup.domain.jobs.registry import Hold, job
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.kinds import KEPT, PIECE, ZIP, ParcelState, What
from joinedup.domain.parcels.making import rows_expected, write_parcel
from joinedup.domain.parcels.models import Parcel, ParcelPiece
from joinedup.domain.parcels.queries import grounds_of, visible_to
from joinedup.domain.parcels.rules import why_not_ask, why_not_take, why_not_take_results
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Round

MAKE = "parcels.make"
LEASE = timedelta(minutes=3)
STOPPED = "The service stopped each time it began this file. Ask for it again, or for less."


def ask_for_everything(organisation: Organisation, *, by: Person, at: datetime) -> Parcel:
    """Have a worker put all of a body that ``by`` may see into one zip, for them alone."""
    insist(why_not_take(organisation, by, day_of(at)))
    return ask_for_parcel(What.EVERYTHING, ZIP, organisation=organisation, by=by, at=at)


def ask_for_results(round: Round, *, by: Person, at: datetime) -> Parcel:
    """Have a worker put every result of a round that ``by`` may read into one zip, for them alone.

    A draft is named so: after it stands, it is asked for anew.
    """
    insist(why_not_take_results(round, by, at))
    standing = standing_of(round.stands_at, at)
    asked = {"round": round.public_id, "standing": standing}
    told = [("Round", round.title), ("Of", round.host.name), ("Standing", standing)]
    return ask_for_parcel(What.RESULTS, ZIP, asked=asked, told=told, by=by, at=at)


@transaction.atomic
def ask_for_parcel(
    what: str,
    sort: str,
    *,
    organisation: Organisation | None = None,
    asked: Mapping[str, Any] | None = None,
    told: list[tuple[str, str]] | None = None,
    by: Person,
    at: datetime,
) -> Parcel:
    """Have a worker make a file for ``by``; while one is being made, asking again changes nothing.

    A file that was made before is made anew in its place.
    """
    named = [what, sort, organisation and organisation.public_id, asked or {}]
    key = hashlib.sha256(json.dumps(named, sort_keys=True).encode()).hexdigest()
    insist(why_not_ask(what, sort, by, key))
    fresh = Parcel(person=by, organisation=organisation, what=what, sort=sort, key=key)
    fresh.asked, fresh.told = dict(asked or {}), told or []
    fresh.state, fresh.asked_at = ParcelState.STOPPED, at
    # Of two who press at once, one writes it; both find it.
    Parcel.objects.bulk_create([fresh], ignore_conflicts=True)
    parcel = Parcel.objects.get(person=by, key=key)
    begin_parcel(parcel, by=by, at=at)
    return parcel


def begin_parcel(parcel: Parcel, *, by: Person, at: datetime) -> None:
    """Let a file be made from the start, unless that is being done already."""
    grounds = grounds_of(by, day_of(at))
    begun = {"state": ParcelState.WAITING, "grounds": grounds, "asked_at": at, "trouble": ""}
    begun |= {"done": 0, "total": 0, "size": 0, "made_at": None, "ends_at": None}
    free = Parcel.objects.filter(pk=parcel.pk, version=parcel.version)
    free = free.exclude(state=ParcelState.WAITING, grounds=grounds)
    if free.update(version=F("version") + 1, **begun):
        parcel.pieces.all().delete()
        record("parcel.asked", parcel, by=by, at=at, what=parcel.what, sort=parcel.sort)
        key = f"{parcel.public_id}:{parcel.version + 1}"
        told = {"public_id": parcel.public_id, "version": parcel.version + 1}
        enqueue(MAKE, key=key, run_at=at, **told)
    parcel.refresh_from_db()


@job(MAKE, lease=LEASE, attempts=3, in_one_transaction=False, long=True, held=True)
def make_parcel(*, public_id: str, version: int, at: datetime, hold: Hold) -> None:
    """Make a file, if whoever asked for it may still have it; a killed one is begun anew."""
    parcels = Parcel.objects.select_related("person", "organisation")
    waiting = parcels.filter(public_id=public_id, version=version, state=ParcelState.WAITING)
    parcel = waiting.first()
    if parcel is None:
        return
    if not visible_to(parcel.person, at).filter(pk=parcel.pk).exists():
        parcel.delete()
        return
    parcel.pieces.all().delete()
    Parcel.objects.filter(pk=parcel.pk).update(done=0, total=rows_expected(parcel, at))

    def reached(more: int) -> None:
        Parcel.objects.filter(pk=parcel.pk).update(done=F("done") + more)
        hold()

    with tempfile.TemporaryFile() as file:
        try:
            write_parcel(file, parcel, at, reached)
        except Refused as refused:
            stop_parcel(parcel, refused.reason)
            return
        keep_file(parcel, file, at)


def keep_file(parcel: Parcel, file: IO[bytes], at: datetime) -> None:
    """Keep what was written, some at a time so that nobody waits; then say that it is ready."""
    size = file.tell()
    file.seek(0)
    number = 0
    while data := file.read(PIECE):
        ParcelPiece.objects.create(whole=parcel, number=number, data=data)
        number += 1
    ready = {"state": ParcelState.READY, "size": size, "made_at": at, "ends_at": at + KEPT}
    mine = Parcel.objects.filter(pk=parcel.pk, version=parcel.version, state=ParcelState.WAITING)
    mine.update(**ready)


def stop_parcel(parcel: Parcel, trouble: str) -> None:
    """Say why a file was not made."""
    waiting = Parcel.objects.filter(pk=parcel.pk, version=parcel.version, state=ParcelState.WAITING)
    waiting.update(state=ParcelState.STOPPED, trouble=trouble[:300])


@transaction.atomic
def clear_parcel(parcel: Parcel, *, by: Person, at: datetime) -> None:
    """Clear away a file, made or not."""
    record("parcel.cleared", parcel, by=by, at=at)
    parcel.delete()


@job("parcels.clear", every=timedelta(hours=1))
def clear_old_parcels(*, at: datetime) -> None:
    """Clear away files kept long enough, and those whose reader may no longer have them."""
    Parcel.objects.filter(ends_at__lte=at).delete()
    Parcel.objects.exclude(state=ParcelState.WAITING).filter(asked_at__lte=at - 2 * KEPT).delete()
    for person in Person.objects.filter(parcels__isnull=False).distinct().order_by("pk"):
        lost = Parcel.objects.filter(person=person)
        lost.exclude(pk__in=visible_to(person, at).order_by().values("pk")).delete()


@job("parcels.release_stuck", every=timedelta(minutes=5))
def release_stuck_parcels(*, at: datetime) -> None:
    """Say of a file whose worker has stopped again and again that it was not made."""
    for stuck in given_up().filter(name=MAKE, key__isnull=False):
        public_id, _, version = str(stuck.key).partition(":")
        for parcel in Parcel.objects.filter(public_id=public_id, version=int(version)):
            stop_parcel(parcel, STOPPED)


@after_restore
def forget_parcels(*, at: datetime) -> None:
    """Clear away what a backup tells of files, which it does not hold."""
    Parcel.objects.filter(asked_at__lte=at).delete()
