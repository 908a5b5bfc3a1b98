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
    kept = KeptPaper.objects.filter(partnership__in=among.values("pk"))
    return in_force(kept).select_related("partnership", "kept_by")


def papers_of(partnership: Partnership) -> QuerySet[KeptPaper]:
    """Return the papers kept of a partnership, latest first; ask ``visible_to`` of it first."""
    return in_force(KeptPaper.objects.filter(partnership=partnership))


def in_force(papers: QuerySet[KeptPaper]) -> QuerySet[KeptPaper]:
    """Return those that were not taken away."""
    return papers.filter(taken_away_at=None)


def file_name_of(paper: KeptPaper) -> str:
    """Return what the file is called where it leaves the service: never what somebody typed."""
    on = f"-{paper.dated_on.isoformat()}" if paper.dated_on else ""
    return f"paper-{paper.public_id}{on}.{ENDINGS[Sort(paper.sort)]}"
