"""A made-up report and a committee appendix, for the tests of documents."""

from joinedup.domain.documents.blocks import (
    BulletList,
    Chart,
    Document,
    Facts,
    Heading,
    Lead,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
)
from joinedup.domain.figures.tables import Column, Table
from tests.domain.figures.samples import HOSTILE, NAMES, bands, places, profile, spread, years


def report(*, said: str = HOSTILE, draft: str | None = "Draft until 17 April 2026") -> Document:
    return Document(
        "Yearly review of the Safer Places group",
        "Thornford District Council",
        "3 April 2026",
        subtitle="What partners said in 2026, and what happens next",
        draft=draft,
        blocks=(
            Lead("Sound, 71.2 out of 100. Nobody could say how it would be wound up."),
            Paragraph((Run("11 of 14 people answered", strong=True), Run(", from 7 of 8 bodies."))),
            Facts((("Lead host", "Thornford District Council"), ("Tier", "1, significant"))),
            Heading(1, "Where partners differ most"),
            Chart(spread()),
            Note("Figures for fewer than three people are not shown, though they count."),
            Heading(2, "What one member wrote"),
            Paragraph(said),
            BulletList(("Sign the agreement again.", said)),
            NumberedList(("Ask the voluntary groups.", "Name who answers.")),
            PageBreak(),
            Heading(1, "By section"),
            Chart(profile(), with_title=False),
            Heading(2, "Over the years"),
            Heading(3, "In figures"),
            Chart(years(1), with_table=False),
        ),
    )


def appendix(rows: int = 30) -> Document:
    columns = (Column("Partnership"), Column("Tier", is_number=True), Column("What is missing"))
    table = Table(
        "All partnerships reviewed",
        columns,
        tuple((f"{NAMES[at % 12]} {at}", str(1 + at % 3), "no exit plan") for at in range(rows)),
    )
    blocks = (Heading(1, "How they stand"), Chart(bands()), Chart(places()), table)
    return Document("Appendix B", "Thornford District Council", "9 June 2026", blocks)
