"""A partnership's report, as blocks of a document."""

from datetime import datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.documents.blocks import (
    Block,
    BulletList,
    Chart,
    Document,
    Facts,
    Heading,
    Lead,
    Note,
    NumberedList,
    Paragraph,
    Run,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.reporting.findings import Findings, findings_of
from joinedup.domain.reporting.following import challenges_told, headings_told, what_followed
from joinedup.domain.results.models import Reply
from joinedup.domain.reviews.models import Review

LOWER = (
    "Where the lower bar is shorter, those with few people here see it less well than those with "
    "many."
)


def partnership_report(review: Review, at: datetime) -> Document:
    """Return the report of one result, a draft until it stands."""
    found = findings_of(review)
    stands_at = review.round.stands_at
    is_draft = stands_at is not None and at < stands_at
    last_day = review.round.last_day_to_reply
    replies = list(review.replies.select_related("organisation"))
    return Document(
        title=review.partnership.name,
        subtitle=review.round.title,
        organisation=review.round.host.name,
        date=in_words(day_of(at)),
        draft=f"Draft until {in_words(last_day)}" if is_draft and last_day else None,
        blocks=(
            *_what_was_found(found),
            *(_differences(found) if not found.is_withheld else ()),
            *_replies(replies),
            *challenges_told(review, at),
            *(() if is_draft else what_followed(review, at)),
            *(_figures(found, review) if not found.is_withheld else ()),
        ),
    )


def _figures(found: Findings, review: Review) -> list[Block]:
    """Return what may be told when enough people answered."""
    if not found.has_score:
        return [
            *_ranked(found),
            *(_sections(found) if found.has_sections else []),
            *_cannot_tell(found),
            *_words(found),
        ]
    return [
        *_sections(found),
        *_weak_points(found),
        *_words(found),
        *headings_told(review),
        *_statements(found),
    ]


def _what_was_found(found: Findings) -> list[Block]:
    blocks: list[Block] = [Heading(1, "What was found")]
    blocks += [Lead(sentence) for sentence in found.in_short[:1]]
    blocks += [Paragraph(sentence) for sentence in found.in_short[1:]]
    strong, *rest = [sentence for sentence in found.score if sentence]
    blocks.append(Paragraph((Run(strong, strong=True), *(Run(f" {more}") for more in rest))))
    blocks += [Note(f"This result is only indicative. {why}") for why in found.indicative]
    blocks += [Note(alert) for alert in found.alerts]
    blocks += [Paragraph(each) for each in (found.other_view, found.carried) if each]
    return blocks


def _ranked(found: Findings) -> list[Block]:
    """Return what needs something done now, then everything that was asked, the worst first."""
    blocks: list[Block] = []
    if found.responses:
        blocks.append(Heading(1, "What to do first"))
        told = tuple(f"{text} {response}".strip() for text, response in found.responses)
        blocks.append(BulletList(told))
    columns = (
        Column("Statement"),
        Column(f"Average{found.most}", is_number=True),
        Column("Who said what"),
        Column("How far people agree", is_number=True),
        Column("Could not say", is_number=True),
    )
    rows = tuple(
        (s.text, s.mean, s.answers or "Nobody answered", s.agreement, s.could_not_say or "None")
        for s in found.ranked
    )
    return [
        *blocks,
        Heading(1, "In order, the worst first"),
        Paragraph(found.response),
        Table("Everything that was asked", columns, rows),
        Paragraph(found.change),
    ]


def _differences(found: Findings) -> list[Block]:
    blocks: list[Block] = [Heading(2, "Where partners differ most")]
    if found.differences:
        blocks.append(NumberedList(tuple(found.differences[:5])))
    else:
        blocks.append(Paragraph("No statement divides the partners, as far as can be shown."))
    if found.conflicts:
        blocks.append(Heading(2, "Where the record disagrees"))
        blocks.append(BulletList(tuple(sentence for _, sentence in found.conflicts)))
    return blocks


def _sections(found: Findings) -> list[Block]:
    rows = tuple(
        (s.title, s.score, s.before or "Not compared", *([s.band] if found.has_bands else []))
        for s in found.sections
    )
    columns = (
        Column("Section"),
        Column("This year", is_number=True),
        Column("Last time", is_number=True),
        *([Column("Band")] if found.has_bands else []),
    )
    return [
        Heading(1, "Section by section"),
        *([Chart(found.profile, with_table=False)] if found.profile else []),
        Table(f"Scores out of {found.out_of}", columns, rows),
        *([Paragraph(found.change)] if found.has_score else []),
        *_people_against_organisations(found),
    ]


def _people_against_organisations(found: Findings) -> list[Block]:
    if found.both_views is None:
        return [Note(found.why_not_both)] if found.why_not_both else []
    title = found.both_views.title
    return [Heading(2, title), Paragraph(LOWER), Chart(found.both_views, with_title=False)]


def _weak_points(found: Findings) -> list[Block]:
    blocks: list[Block] = [Heading(1, "The weakest points")]
    blocks.append(
        NumberedList(tuple(f"{text}: {mean}{found.most}" for text, mean in found.weakest))
    )
    return blocks + _cannot_tell(found)


def _cannot_tell(found: Findings) -> list[Block]:
    if not found.cannot_tell:
        return []
    return [
        Heading(2, "What partners cannot tell"),
        BulletList(tuple(found.cannot_tell)),
    ]


def _words(found: Findings) -> list[Block]:
    if not (found.words or found.choices):
        return []
    blocks: list[Block] = [Heading(1, "In their own words")]
    blocks.append(Paragraph("Without names, in alphabetical order."))
    for question, counts in found.choices:
        blocks.append(Heading(2, question))
        blocks.append(Facts(tuple((label, str(count)) for label, count in counts)))
    for question, texts in found.words:
        blocks.append(Heading(2, question))
        blocks.append(BulletList(tuple(texts)))
    return blocks


def _replies(replies: list[Reply]) -> list[Block]:
    blocks: list[Block] = [Heading(1, "Replies")]
    if not replies:
        return [*blocks, Paragraph("No member has replied.")]
    for reply in replies:
        blocks.append(Heading(2, reply.organisation.name))
        blocks.append(Paragraph(reply.words))
    return blocks


def _statements(found: Findings) -> list[Block]:
    columns = (
        Column("Statement"),
        Column(f"Average{found.most}", is_number=True),
        Column("How far people agree", is_number=True),
        Column("Could not say", is_number=True),
    )
    blocks: list[Block] = [Heading(1, "Every statement"), Paragraph(found.response)]
    for section in found.sections:
        rows = tuple(
            (s.text, s.mean, s.agreement, s.could_not_say or "None") for s in section.statements
        )
        blocks += [
            Heading(2, section.title),
            Table(f"{section.title}: every statement", columns, rows),
        ]
    return blocks
