"""The parts of the committee's paper: each a heading and a table, or a sentence that says none."""

from collections.abc import Sequence
from datetime import date

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.committees.changes import Changes
from joinedup.domain.committees.models import Report
from joinedup.domain.committees.sampling import RULE, Sampled, sample_told
from joinedup.domain.documents.blocks import Block, BulletList, Heading, Paragraph
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.reporting.portfolio import HELD_DOWN, Line, Portfolio
from joinedup.domain.reviews.models import Review

NONE = "None."
NAMED = 40


def first(sentences: Sequence[str], most: int = NAMED) -> tuple[str, ...]:
    """Return the first of these, and how many more there are."""
    more = len(sentences) - most
    told = tuple(sentences[:most])
    return (*told, f"{more} more, in the list of all") if more > 0 else told


def listed(heading: str, sentences: Sequence[str]) -> list[Block]:
    """Return a list under a second heading."""
    what: Block = BulletList(first(sentences)) if sentences else Paragraph(NONE)
    return [Heading(2, heading), what]


def added_and_ended(portfolio: Portfolio) -> list[Block]:
    """Return what began and ended in a year, where no earlier report is kept to compare with."""
    new = [f"{p.name}, begun {in_words(p.starts_on)}" for p in portfolio.new if p.starts_on]
    ended = [f"{p.name}, ended {in_words(p.ends_on)}" for p in portfolio.ended if p.ends_on]
    return [
        Heading(1, "Added and ended in the last twelve months"),
        Paragraph("No earlier report to this committee is kept here to compare with."),
        *listed("Added", new),
        *listed("Ended", ended),
    ]


def since_last(last: Report, changes: Changes) -> list[Block]:
    """Return what was added, went and changed since the report given last."""
    changed = [f"{name}. {' '.join(told)}" for name, told in changes.changed]
    return [
        Heading(1, f"Since the report of {in_words(day_of(last.kept_at))}"),
        *listed("Added", [row.name for row in changes.added]),
        *listed("Removed: ended, or no longer led by us", [row.name for row in changes.gone]),
        *listed("Changed", changed),
    ]


def below_standard(portfolio: Portfolio) -> list[Block]:
    """Return those below Sound with when they are looked at again."""
    blocks: list[Block] = [Heading(1, "Below standard, to be looked at again after six months")]
    if not portfolio.below:
        return [*blocks, Paragraph(NONE)]
    columns = (
        Column("Partnership"),
        Column("Score", is_number=True),
        Column("Band"),
        Column("Second look"),
    )
    rows = tuple(
        (x.partnership.name, score_of(x.latest), band_of(x), look_of(x, portfolio.day))
        for x in portfolio.below
    )
    cut = cut_off(len(rows), portfolio.counts.below, "weakest")
    return [*blocks, *cut, Table("Below Sound", columns, rows)]


def looked_again(portfolio: Portfolio) -> list[Block]:
    """Return those with a result since one below Sound."""
    if not portfolio.again:
        return []
    columns = (Column("Partnership"), Column("Then"), Column("Now"))
    rows = tuple(
        (x.partnership.name, result_of(x.before), result_of(x.latest)) for x in portfolio.again
    )
    return [
        Heading(1, "Looked at again"),
        *cut_off(len(rows), portfolio.counts.again),
        Table("Those below Sound the time before, with the result since", columns, rows),
    ]


def missing(portfolio: Portfolio) -> list[Block]:
    """Return what is missing by the record, and never what nobody has told us."""
    blocks: list[Block] = [Heading(1, "What is missing by the record")]
    if not portfolio.lacking:
        return [*blocks, Paragraph("Nothing that we have been told of.")]
    columns = (Column("Partnership"), Column("Tier"), Column("Missing"))
    rows = tuple((x.partnership.name, tier_of(x), "; ".join(x.missing)) for x in portfolio.lacking)
    cut = cut_off(len(rows), portfolio.counts.lacking)
    return [*blocks, *cut, Table("Missing papers, most significant first", columns, rows)]


def sampled(number: str, sample: Sequence[Sampled], day: date) -> list[Block]:
    """Return which partnerships the auditor checks, and by what rule they were drawn."""
    blocks: list[Block] = [Heading(1, "Checked by an auditor")]
    if not number:
        drawn = "Partnerships are drawn when this report is kept as given."
        return [*blocks, Paragraph(drawn), Paragraph(RULE)]
    blocks += [Paragraph(RULE), Paragraph(sample_told(number, day))]
    if not sample:
        return [*blocks, Paragraph("No result stands, so none was drawn.")]
    columns = (Column("Partnership"), Column("Why"), Column("Claims to check", is_number=True))
    rows = tuple((x.review.partnership.name, x.because, str(len(x.claims))) for x in sample)
    return [*blocks, Table("Drawn for checking, in the order of the draw", columns, rows)]


def all_running(portfolio: Portfolio) -> list[Block]:
    """Return every running partnership, as many as a paper holds."""
    columns = (
        Column("Partnership"),
        Column("Tier"),
        Column("Members", is_number=True),
        Column("Score", is_number=True),
        Column("Band"),
        Column("Change", is_number=True),
    )
    rows = tuple(
        (x.partnership.name, tier_of(x), str(x.members), score_of(x.latest), band_of(x), x.change)
        for x in portfolio.lines
    )
    if not rows:
        return []
    return [
        Heading(1, "Every running partnership"),
        *cut_off(len(rows), portfolio.counts.running),
        Table("The register, most significant first", columns, rows),
    ]


def cut_off(shown: int, count: int, order: str = "most significant") -> list[Block]:
    """Return a sentence where a table holds only the first of a list."""
    if shown >= count:
        return []
    told = f"The first {shown:,} of {count:,}, the {order} first. The list as CSV holds them all."
    return [Paragraph(told)]


def score_of(result: Review | None) -> str:
    """Return a score as it is printed."""
    return str(result.overall) if result and result.overall is not None else "None"


def result_of(result: Review | None) -> str:
    """Return a result as a few words."""
    return f"{result.band}, {score_of(result)} in {result.round.year}" if result else ""


def band_of(line: Line) -> str:
    """Return a band, with whether something essential holds it down."""
    if line.latest is None:
        return "Not yet reviewed"
    return f"{line.latest.band}, {HELD_DOWN.lower()}" if line.is_held_down else line.latest.band


def tier_of(line: Line) -> str:
    """Return a tier as it is printed."""
    return str(line.partnership.tier) if line.partnership.tier else "Not told"


def look_of(line: Line, day: date) -> str:
    """Return what a second look found, or by when it is due and whether that day has passed."""
    if line.weak.looked_on is not None:
        return f"{line.weak.better}, on {in_words(line.weak.looked_on)}"
    due_on = line.second_look_on
    if due_on is None:
        return "Not told"
    return f"Was due {in_words(due_on)}" if due_on <= day else f"Due by {in_words(due_on)}"
