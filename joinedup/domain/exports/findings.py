"""One result as a list: what its page tells, in rows that a spreadsheet program can take apart."""

from collections.abc import Iterator
from datetime import datetime

from joinedup.domain.documents.blocks import (
    Block,
    BulletList,
    Facts,
    Heading,
    Inline,
    Paragraph,
    runs_of,
)
from joinedup.domain.exports.columns import Column
from joinedup.domain.exports.formats import Row, Value
from joinedup.domain.exports.results import STANDS, standing_of
from joinedup.domain.exports.rows import Sheet
from joinedup.domain.figures.tables import Table
from joinedup.domain.reporting.findings import Findings, findings_of
from joinedup.domain.reporting.following import challenges_told, headings_told, what_followed
from joinedup.domain.reviews.models import Review

FINDINGS = tuple(
    Column(heading, "")
    for heading in (
        "Partnership",
        "Round",
        "Year",
        "Standing",
        "What this row is",
        "Section",
        "What was asked or found",
        "Figure",
        "Out of",
        "Band",
        "Last time",
        "Each organisation counts once",
        "How far people agree, 0 to 1",
        "Could not say",
        "Who said what",
    )
)
Cells = list[str | None]
HEADINGS = "Under headings"


def finding_sheet(review: Review, at: datetime) -> Sheet:
    """Return the rows of one result; of so few that figures are withheld, only who answered."""
    standing = standing_of(review.round.stands_at, at)
    title = "Result" if standing == STANDS else "Result, draft"
    return Sheet(title, FINDINGS, finding_rows(review, at))


def finding_rows(review: Review, at: datetime) -> Iterator[Row]:
    """Yield what was found in a result, each row with the result it is of."""
    found = findings_of(review)
    standing = standing_of(review.round.stands_at, at)
    of: list[Value] = [review.partnership.name, review.round.title, review.round.year, standing]
    rows = [*told_in(found, review), *told_later(review, at)]
    if not found.is_withheld:
        rows += rows_of_blocks(headings_told(review))
    for row in rows:
        empty: list[Value] = [None] * (len(FINDINGS) - len(of) - len(row))
        yield [*of, *row, *empty]


def told_later(review: Review, at: datetime) -> Iterator[Cells]:
    """Yield what members challenged and, once the result stands, what followed from it."""
    yield from rows_of_blocks(challenges_told(review, at))
    if standing_of(review.round.stands_at, at) == STANDS:
        yield from rows_of_blocks(what_followed(review, at))


def rows_of_blocks(blocks: list[Block]) -> Iterator[Cells]:
    """Yield the sentences of a part of the report, each under its headings."""
    part = under = None
    for block in blocks:
        if isinstance(block, Heading):
            part, under = (block.text, None) if block.level == 1 else (part, block.text)
        elif isinstance(block, Paragraph):
            yield [part or HEADINGS, under, plain_of(block.text)]
        elif isinstance(block, BulletList):
            yield from ([part or HEADINGS, under, plain_of(item)] for item in block.items)
        elif isinstance(block, Facts):
            yield from ([part or HEADINGS, under, name, value] for name, value in block.rows)
        elif isinstance(block, Table):
            yield from ([part or HEADINGS, under, "; ".join(filter(None, r))] for r in block.rows)


def plain_of(text: Inline) -> str:
    """Return words as they read without anything strong among them."""
    return "".join(run.text for run in runs_of(text))


def told_in(found: Findings, review: Review) -> Iterator[Cells]:
    """Yield what sort of row it is and its cells, as far as they go."""
    yield ["Response", None, found.response]
    yield ["Result", None, " ".join(filter(None, found.score)), *headline_of(found, review)]
    for what, sentences in (
        ("Only indicative", found.indicative),
        ("Told whatever the score", found.alerts),
        ("Since last time", [found.change]),
        ("Counted another way", filter(None, [found.other_view, found.carried])),
        ("Where partners differ", found.differences),
        ("Where the record disagrees", [sentence for _, sentence in found.conflicts]),
        ("Cannot tell", found.cannot_tell),
    ):
        yield from ([what, None, sentence] for sentence in sentences)
    yield from sections_in(found)
    for question, counts in found.choices:
        yield from (["Choice", None, f"{question} {label}", str(n)] for label, n in counts)
    for question, texts in found.words:
        yield from (["In their own words", None, f"{question} {text}"] for text in texts)
    for reply in review.replies.select_related("organisation"):
        yield ["Reply", None, f"{reply.organisation.name}: {reply.words}"]


def headline_of(found: Findings, review: Review) -> Cells:
    """Return the overall figure, what it is out of, and its band; nothing where it is withheld."""
    if found.is_withheld or review.overall is None:
        return []
    return [str(review.overall), found.out_of, review.band]


def sections_in(found: Findings) -> Iterator[Cells]:
    """Yield each section and then its statements."""
    beside = {}
    if found.both_views:
        beside = {each.name: each.before for each in found.both_views.sections}
    for section in found.sections:
        once = beside.get(section.title)
        by_organisation = None if once is None else f"{once:.1f}"
        yield [
            "Section",
            section.title,
            None,
            section.score,
            found.out_of,
            section.band,
            section.before or None,
            by_organisation,
        ]
        for each in section.statements:
            yield [
                "Statement",
                section.title,
                each.text,
                each.mean,
                str(each.most),
                None,
                None,
                None,
                each.agreement,
                each.could_not_say or "0",
                each.answers or "Nobody answered",
            ]
