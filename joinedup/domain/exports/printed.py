"""The register to print: what was asked for, an entry for each partnership, an index of names."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.basics.folding import folded
from joinedup.domain.documents.blocks import (
    Block,
    Document,
    Facts,
    Heading,
    Lead,
    Note,
    PageBreak,
    Paragraph,
)
from joinedup.domain.exports.columns import REGISTER, Column
from joinedup.domain.exports.columns import Facts as Told
from joinedup.domain.exports.formats import Value
from joinedup.domain.exports.rows import register_facts
from joinedup.domain.organisations.queries import posts_of
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person

# What stands in the heading and the sentence of an entry, or means nothing on paper.
ELSEWHERE = {"public_id", "name", "purpose", "other_names"}
MOST_PRINTED = 1000


def why_not_print(found: QuerySet[Partnership]) -> str | None:
    """Return why these partnerships are not put on paper, or None."""
    if found.order_by()[: MOST_PRINTED + 1].count() <= MOST_PRINTED:
        return None
    return f"A printed register takes {MOST_PRINTED:,} partnerships. Narrow the list first."


def printed_register(
    found: QuerySet[Partnership], asked: list[tuple[str, str]], organisation: str, at: datetime
) -> Document:
    """Return the register as a document; ``asked`` is what it was narrowed by, in words."""
    entries = list(register_facts(found.order_by("folded_name", "pk"), at))
    return Document(
        title="Register of partnerships",
        subtitle=counted(len(entries)),
        organisation=organisation,
        date=in_words(day_of(at)),
        blocks=(
            *front(asked, at),
            *(block for number, each in numbered(entries) for block in entry(number, each)),
            *(index(entries) if entries else ()),
        ),
    )


def bodies_of(reader: Person, day: date) -> str:
    """Return for whom somebody has a register printed: the bodies they work for."""
    return " and ".join(sorted({post.organisation.name for post in posts_of(reader, day)}))


def numbered(entries: Sequence[Told]) -> Iterable[tuple[int, Told]]:
    """Return the entries with the numbers the index refers to."""
    return enumerate(entries, start=1)


def counted(count: int) -> str:
    """Return how many partnerships there are, in words."""
    return "1 partnership" if count == 1 else f"{count or 'No'} partnerships"


def front(asked: list[tuple[str, str]], at: datetime) -> list[Block]:
    """Return what the reader should know first: what was asked for, when, and what is left out."""
    day = in_words(day_of(at))
    blocks: list[Block] = [Lead(f"What the register told on {day}, by name.")]
    if asked:
        blocks.append(Paragraph("It holds only partnerships with:"))
        blocks.append(Facts(tuple(asked)))
    else:
        blocks.append(Paragraph("Nothing was left out but what its reader may not see."))
    blocks.append(Note("What nobody has told us yet is left out of an entry. It is not a no."))
    return [*blocks, PageBreak(), Heading(1, "Partnerships")]


def entry(number: int, facts: Told) -> list[Block]:
    """Return what is told of one partnership."""
    blocks: list[Block] = [Heading(2, f"{number}. {facts['name']}")]
    if facts["purpose"].strip():
        blocks.append(Paragraph(facts["purpose"]))
    if facts["other_names"]:
        blocks.append(Paragraph(f"Also or formerly {', '.join(facts['other_names'])}."))
    told = tuple(
        (column.heading, said)
        for column in REGISTER
        if column.field not in ELSEWHERE and (said := in_plain_words(column, facts))
    )
    return [*blocks, Facts(told)] if told else blocks


def in_plain_words(column: Column, facts: Told) -> str:
    """Return what an entry says under a heading, or nothing."""
    there = facts.get(column.field)
    if isinstance(there, list):
        return ", ".join(there)
    value: Value = column.told(there)
    if isinstance(value, date):
        return in_words(value)
    return "" if value is None else str(value).strip()


def index(entries: Sequence[Told]) -> list[Block]:
    """Return every name in the order of the alphabet, former ones too, with its entry."""
    names = [
        (name, number)
        for number, each in numbered(entries)
        for name in (each["name"], *(each["other_names"] or ()))
    ]
    names.sort(key=lambda pair: (folded(pair[0]), pair[1]))
    told = tuple((name, f"entry {number}") for name, number in names)
    explained = Paragraph("Every name a partnership has or had, with the number of its entry.")
    return [PageBreak(), Heading(1, "Index of names"), explained, Facts(told)]
