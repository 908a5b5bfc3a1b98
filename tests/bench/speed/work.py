"""Work inside a process of the app, each beside its floor: both are called in turn."""

from collections.abc import Callable
from datetime import timedelta
from itertools import count
from typing import Any

from django.db import transaction
from django.utils import timezone

from joinedup.domain.documents.blocks import Document, Heading, Paragraph
from joinedup.domain.documents.pdf import _content, pdf_of
from joinedup.domain.documents.typesetter import typeset
from joinedup.domain.exports.formats import in_format
from joinedup.domain.exports.rows import register_sheet
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from tests.bench.speed.raw import bare_answers, bare_pdf, bare_workbook

Works = dict[str, Callable[[], Any]]
ROWS, REPORTS, EXPORTED = 100, 300, 10_000


def closing() -> Works:
    """Close the round in which 300 partnerships have ten sheets each, and undo it."""
    round = Round.objects.filter(state=RoundState.OPEN).order_by("pk")[0]
    officer = Person.objects.get(email="officer@generated.example")

    def close() -> None:
        with transaction.atomic():
            seal_round(Round.objects.get(pk=round.pk), by=officer, at=timezone.now())
            transaction.set_rollback(True)

    return {"app": close, "floor": lambda: bare_answers(round.pk)}


def reports() -> Works:
    """Make the report of each partnership of a counted round, or only have them typeset."""
    import json  # noqa: PLC0415

    at = timezone.now()
    found = Review.objects.filter(round__state=RoundState.SEALED).select_related(
        "round__host", "round__instrument", "partnership"
    )
    chosen = [review.pk for review in found.order_by("pk")[:REPORTS]]
    contents = [
        json.dumps(_content(partnership_report(review, at)), ensure_ascii=False)
        for review in found.filter(pk__in=chosen)
    ]

    # The typesetter remembers what it has set before, so each turn has a day of its own.
    turns = count(1)

    def all_of_them() -> None:
        day = at + timedelta(days=next(turns))
        for key in chosen:
            pdf_of(partnership_report(found.get(pk=key), day))

    def typesetter_alone() -> None:
        day = f'"date": "{next(turns)} '
        for content in contents:
            typeset(content.replace('"date": "', day, 1))

    return {"app": all_of_them, "floor": typesetter_alone}


def rows_of(many: int) -> list[tuple[str, ...]]:
    """Return some rows of the register as words."""
    fields = ("reference", "name", "state", "kind", "meeting_rhythm", "tier")
    found = Partnership.objects.order_by("pk").values_list(*fields)[:many]
    told = [tuple(str(cell) for cell in row) for row in found]
    return (told * (many // len(told) + 1))[:many]


def document(rows: list[tuple[str, ...]]) -> Document:
    """Return a report with a table of these rows."""
    columns = tuple(Column(name) for name in ("Ref", "Name", "State", "Kind", "Meets", "Tier"))
    words = "What was found, and what is to be done about it, in a few sentences. " * 8
    return Document(
        title="A report",
        organisation="A council",
        date="1 November 2026",
        blocks=(
            Heading(1, "Partnerships"),
            Paragraph(words),
            Table("All of them", columns, tuple(rows)),
            Heading(1, "Findings"),
            Paragraph(words * 2),
        ),
    )


def paper() -> Works:
    """A report with a table of a hundred rows."""
    rows, turns = rows_of(ROWS), count()

    def others() -> list[tuple[str, ...]]:
        # The typesetter remembers what it has set before, so no two are the same.
        turn = next(turns)
        return [(f"{first}-{turn}", *rest) for first, *rest in rows]

    return {"app": lambda: pdf_of(document(others())), "floor": lambda: bare_pdf(others())}


def long_paper() -> Works:
    """A report of a hundred pages, beside one of four."""
    short, long = rows_of(ROWS), rows_of(ROWS * 25)
    return {"app": lambda: pdf_of(document(long)), "floor": lambda: pdf_of(document(short))}


def workbook() -> Works:
    """The register as a workbook, beside the same cells by the library alone."""
    found = Partnership.objects.order_by("pk")[:EXPORTED].values("pk")
    among = Partnership.objects.filter(pk__in=list(found.values_list("pk", flat=True)))
    at = timezone.now()
    rows = list(register_sheet(among, at).rows)
    plain = [[cell if isinstance(cell, int | float) else str(cell) for cell in row] for row in rows]

    def written() -> int:
        sheet = register_sheet(among, at)
        return sum(map(len, in_format("xlsx", sheet.title, sheet.headings, sheet.rows)))

    return {"app": written, "floor": lambda: bare_workbook(plain)}


WORKS: dict[str, Callable[[], Works]] = {
    "closing": closing,
    "reports": reports,
    "paper": paper,
    "long paper": long_paper,
    "workbook": workbook,
}
