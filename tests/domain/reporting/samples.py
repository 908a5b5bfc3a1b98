"""A made-up report, a committee appendix and one of each chart, for the tests of documents."""

from joinedup.domain.reporting.blocks import (
    BulletList,
    Chart,
    Column,
    Document,
    Facts,
    Heading,
    Lead,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
    Table,
)
from joinedup.domain.reporting.charts import (
    BandsOverYears,
    Place,
    Section,
    SectionProfile,
    Series,
    StatementAnswers,
    StatementSpread,
    StrengthAgainstImportance,
    YearOfBands,
    YearsSideBySide,
)

LONG_NAME = (
    "Thornford and District Community Safety, Substance Misuse and Rehabilitation "
    "Joint Commissioning Board"
)
HOSTILE = '#eval("x") $$ *b* <script>alert(1)</script> &amp; \\u{41} ]] }} {{ x }} ŵ ŷ Ŵ Ŷ'
LONG_WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
FAMILY = "👨\u200d👩\u200d👧"
NAMES = (
    "Safer Places group",
    "Riverside Youth Partnership",
    LONG_NAME,
    "Health and Wellbeing Board",
    "Thornford Town Forum",
    "Flood Action Network",
    "Older People’s Network",
    "Rural Transport Group",
    "Skills and Jobs Board",
    "Arts and Heritage Panel",
    "Domestic Abuse Forum",
    "Food Partnership",
)


def profile(count: int = 4, *, score: float | None = 71.2) -> SectionProfile:
    sections = [
        Section(name, score, 64.0, None if score is None else score / 2, score)
        for name in NAMES[:count]
    ]
    return SectionProfile("By section", tuple(sections), "2026", "2025")


def spread(count: int = 3, *, each: int = 2, is_withheld: bool = False) -> StatementSpread:
    counts = (each, 0, each * 3, each)
    statements = [
        StatementAnswers(f"{name} listens to all.", counts, each, is_withheld)
        for name in NAMES[:count]
    ]
    return StatementSpread("Where partners differ", tuple(statements))


def bands(count: int = 3, *, each: int = 4) -> BandsOverYears:
    years = [YearOfBands(str(2015 + at), (each, 2 * each, each, 0, each)) for at in range(count)]
    return BandsOverYears("Bands over the years", tuple(years))


def places(count: int = 12, *, strength: float | None = 55.0) -> StrengthAgainstImportance:
    points = [
        Place(name, 50.0 + at // 4, strength, 1 + at % 3) for at, name in enumerate(NAMES[:count])
    ]
    return StrengthAgainstImportance("Strength against importance", tuple(points))


def years(count: int = 3, *, score: float | None = 71.2) -> YearsSideBySide:
    labels = tuple(str(2014 + at) for at in range(12))
    series = [Series(name, (score,) * 12) for name in NAMES[:count]]
    return YearsSideBySide("Years side by side", labels, tuple(series), frozenset({"2025"}))


CHARTS = {
    "profile": profile,
    "spread": spread,
    "bands": bands,
    "places": places,
    "years": years,
}


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
            Chart(profile()),
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
