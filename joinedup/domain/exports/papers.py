"""Papers kept as evidence, as a list and as the files themselves: a part of the shared record."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.pieces import bytes_of
from joinedup.domain.evidence.kinds import Sort
from joinedup.domain.evidence.models import KeptPaper
from joinedup.domain.evidence.queries import file_name_of, in_force
from joinedup.domain.exports.columns import Column, fields_of, in_words, told_by
from joinedup.domain.exports.formats import Value
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.partnerships.models import Partnership

FOLDER = "papers/"


def on_its_day(at: datetime | None) -> Value:
    """Return the day of a moment, and nothing where there is none."""
    return day_of(at) if at else None


PAPERS = (
    Column("Partnership number", "partnership__public_id"),
    Column("Partnership", "partnership__name"),
    Column("Paper", "what"),
    Column("Bears the day", "dated_on"),
    Column("Signed by", "signed_by"),
    Column("Note", "note"),
    Column("File", "file", also=True),
    Column("File was called", "name"),
    Column("Sort of file", "sort", in_words(Sort)),
    Column("Bytes", "size"),
    Column("SHA-256 of the file", "digest"),
    Column("Kept by", "kept_by__name"),
    Column("Kept on", "kept_at", day_of),
    Column("Taken away on", "taken_away_at", on_its_day),
    Column("Why it was taken away", "because"),
)


def papers_sheet(theirs: QuerySet[Partnership]) -> Sheet:
    """Return the papers of these partnerships, with those whose files were taken away."""
    found = KeptPaper.objects.filter(partnership__in=theirs.order_by().values("pk"))
    ordered = found.order_by("partnership__folded_name", "kept_at", "pk")

    def rows() -> Iterator[list[Value]]:
        facts = ordered.values("pk", *fields_of(PAPERS))
        files = {each.pk: FOLDER + file_name_of(each) for each in in_force(ordered)}
        yield from (told_by(PAPERS, row | {"file": files.get(row["pk"])}) for row in facts)

    return Sheet("Papers", PAPERS, rows())


def files_of(theirs: QuerySet[Partnership]) -> Iterator[tuple[str, Iterator[bytes]]]:
    """Yield the files themselves by the name they have in a zip, each read when it is wanted."""
    found = KeptPaper.objects.filter(partnership__in=theirs.order_by().values("pk"))
    for paper in in_force(found.order_by("partnership__folded_name", "kept_at", "pk")):
        yield FOLDER + file_name_of(paper), bytes_of(paper.pieces)
