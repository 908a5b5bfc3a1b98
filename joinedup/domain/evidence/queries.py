from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from joinedup.domain.evidence.kinds import ENDINGS, Sort
from joinedup.domain.evidence.models import KeptPaper
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to as partnerships_visible_to
from joinedup.domain.people.models import Person


def papers_visible_to(person: Person, day: date) -> QuerySet[KeptPaper]:
    """Return the papers ``person`` may read: as the record, and none that was taken away."""
    among = partnerships_visible_to(person, day).order_by()
    kept = KeptPaper.objects.filter(partnership__in=among.values("pk"), taken_away_at=None)
    return kept.select_related("partnership", "kept_by")


def papers_of(partnership: Partnership) -> QuerySet[KeptPaper]:
    """Return the papers kept of a partnership, latest first; ask ``visible_to`` of it first."""
    return KeptPaper.objects.filter(partnership=partnership, taken_away_at=None)


def bytes_of(paper: KeptPaper) -> Iterator[bytes]:
    """Yield the file of a paper piece by piece, each read when it is wanted."""
    number = 0
    pieces = paper.pieces.order_by("number")
    while piece := pieces.filter(number=number).values_list("data", flat=True).first():
        yield bytes(piece)
        number += 1


def file_name_of(paper: KeptPaper) -> str:
    """Return what the file is called where it leaves the service: never what somebody typed."""
    on = f"-{paper.dated_on.isoformat()}" if paper.dated_on else ""
    return f"paper-{paper.public_id}{on}.{ENDINGS[Sort(paper.sort)]}"
