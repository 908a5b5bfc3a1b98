from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import transaction

from joinedup.domain.backups.erasures import note_erasure
from joinedup.domain.backups.registry import eraser
from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.evidence.kinds import LONGEST_NAME, PIECE, Sort
from joinedup.domain.evidence.models import KeptPaper, KeptPaperPiece
from joinedup.domain.evidence.recognising import doubt_of, sort_of
from joinedup.domain.evidence.rules import (
    why_not_because,
    why_not_dated_on,
    why_not_file,
    why_not_keep_paper,
    why_not_kept_already,
    why_not_said,
    why_not_take_away,
)
from joinedup.domain.jobs.actions import enqueue
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person

NOTE = "evidence.note_erased"
KIND = "keptpaper"
TOGETHER = 10


@transaction.atomic
def keep_paper(
    partnership: Partnership,
    data: bytes,
    name: str,
    *,
    what: str,
    dated_on: date | None,
    signed_by: str = "",
    note: str = "",
    by: Person,
    at: datetime,
) -> KeptPaper:
    """Keep a scan as evidence, byte for byte; ``name`` is what its file was called."""
    insist(why_not_keep_paper(partnership, by, day_of(at)))
    insist(why_not_file(data), "file")
    insist(why_not_said(what), "what")
    insist(why_not_dated_on(dated_on, day_of(at)), "dated_on")
    digest = sha256(data).hexdigest()
    insist(why_not_kept_already(partnership, digest), "file")
    sort = Sort(sort_of(data) or "")
    paper = KeptPaper.objects.create(
        partnership=partnership,
        what=what,
        dated_on=dated_on,
        signed_by=signed_by,
        note=note,
        name=name[-LONGEST_NAME:],
        sort=sort,
        doubt=doubt_of(data, sort),
        size=len(data),
        digest=digest,
        kept_at=at,
        kept_by=by,
    )
    put_pieces(paper, data)
    record("agreement.paper_kept", partnership, by=by, at=at, what=what, digest=digest)
    return paper


def put_pieces(paper: KeptPaper, data: bytes) -> None:
    """Put the file of a paper beside it, a few pieces in one statement."""
    pieces = (
        KeptPaperPiece(whole=paper, number=number, data=data[begins : begins + PIECE])
        for number, begins in enumerate(range(0, len(data), PIECE))
    )
    KeptPaperPiece.objects.bulk_create(pieces, batch_size=TOGETHER)


@transaction.atomic
def take_away_paper(
    paper: KeptPaper, *, because: str, version: int, by: Person, at: datetime
) -> None:
    """Take a paper away for good: its bytes go at once, what it was stays with the reason."""
    insist(why_not_take_away(paper, by, day_of(at)))
    insist(why_not_because(because), "because")
    gone = {"taken_away_at": at, "taken_away_by": by, "because": because}
    change(paper, expecting=(None, version), **gone)
    paper.pieces.all().delete()
    told = {"what": paper.what, "digest": paper.digest}
    record("agreement.paper_taken_away", paper.partnership, by=by, at=at, because=because, **told)
    # Not before it is certain: on this word a restored backup erases the paper again.
    enqueue(NOTE, key=paper.public_id, run_at=at, public_id=paper.public_id)


@job(NOTE, in_one_transaction=False)
def note_paper_erased(*, public_id: str, at: datetime) -> None:
    """Write down beside the records and beside the backups that a paper was erased."""
    folders = [Path(folder) for folder in (settings.DATA, settings.BACKUPS)]
    note_erasure([each for each in folders if each.is_dir()], KIND, public_id, at=at)


@eraser(KIND)
@transaction.atomic
def erase_paper_again(public_id: str, *, at: datetime) -> None:
    """Erase from a restored backup a paper that was taken away after it was made."""
    for paper in KeptPaper.objects.filter(public_id=public_id).select_related("partnership"):
        paper.pieces.all().delete()
        if paper.taken_away_at is None:
            told = {"what": paper.what, "digest": paper.digest}
            record("agreement.paper_erased", paper.partnership, by=None, at=at, **told)
            paper.delete()
