"""One of each chart from made-up figures, and names that try to do harm."""

from joinedup.domain.figures.charts import (
    BandsOverYears,
    InfluenceAgainstInterest,
    PeopleAgainstOrganisations,
    Place,
    Section,
    SectionProfile,
    Series,
    StatementAnswers,
    StatementSpread,
    StrengthAgainstImportance,
    Weighed,
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


def both(count: int = 4, *, score: float | None = 71.2) -> PeopleAgainstOrganisations:
    sections = [Section(name, score, 48.0) for name in NAMES[:count]]
    return PeopleAgainstOrganisations("People against organisations", tuple(sections))


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


def influence(count: int = 12, *, told: int | None = 2) -> InfluenceAgainstInterest:
    people = [Weighed(name, told, at % 3) for at, name in enumerate(NAMES[:count])]
    return InfluenceAgainstInterest("Influence against interest", tuple(people))


CHARTS = {
    "profile": profile,
    "both": both,
    "spread": spread,
    "bands": bands,
    "places": places,
    "years": years,
    "influence": influence,
}
