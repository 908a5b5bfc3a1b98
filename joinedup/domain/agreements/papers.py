"""An agreement as a paper: the exact text, and at its end a line for each member to sign."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from joinedup.domain.agreements.drafting import Draft, draft_text, title_of
from joinedup.domain.agreements.models import Agreement, Edition
from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.clauses.texts import Part, parts_of
from joinedup.domain.documents.blocks import (
    Block,
    BulletList,
    Document,
    Heading,
    Note,
    PageBreak,
    Paragraph,
)
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.partnerships.queries import hosts_of

SIGNED_HERE = "Signed here"
ROOM_TO_SIGN = "\u00a0\n\u00a0\n\u00a0"
"""Three lines with nothing in them, so that a hand can sign between the lines of the table."""
COLUMNS = (
    Column("Member"),
    Column("Name and capacity"),
    Column("Signature"),
    Column("Day"),
)


@dataclass(frozen=True)
class SignatureLine:
    """One member's line on the last page; without a day it is a line to sign on.

    ``note`` says what goes with a signature, such as that it was accepted on behalf of the member.
    """

    member: str
    signer: str = ""
    signed_on: str = ""
    note: str = ""

    @property
    def cells(self) -> tuple[str, str, str, str]:
        """The line as a row of the table."""
        signature = self.note or (SIGNED_HERE if self.signed_on else ROOM_TO_SIGN)
        return self.member, self.signer, signature, self.signed_on


def blocks_of(text: str) -> Iterator[Block]:
    """Yield a text as the blocks of a paper, or of a page: letter by letter what it says.

    The heading of the first level is the title, and left to whatever shows them.
    """
    for part in parts_of(text):
        if part.sort == "heading" and part.level == 1:
            continue
        yield block_of(part)


def block_of(part: Part) -> Block:
    if part.sort == "heading":
        return Heading(part.level - 1, part.text)
    return BulletList(part.lines) if part.sort == "points" else Paragraph(part.text)


def paper_of(edition: Edition, lines: tuple[SignatureLine, ...]) -> Document:
    """Return the paper of a text that was offered to sign, with its signatures so far."""
    code = f"Check code {edition.short_digest}: it belongs to this exact text and to no other."
    return Document(
        title=title_of(edition.agreement),
        organisation=host_named(edition.agreement, day_of(edition.offered_at)),
        date=in_words(day_of(edition.offered_at)),
        subtitle=f"Version {edition.number}",
        blocks=(*blocks_of(edition.text), *signature_page(lines), Note(code)),
    )


def draft_paper(draft: Draft, lines: tuple[SignatureLine, ...], day: date) -> Document:
    """Return the paper of the text as it stands, marked as a draft."""
    return Document(
        title=title_of(draft.agreement),
        organisation=host_named(draft.agreement, day),
        date=in_words(day),
        draft="Draft",
        blocks=(*blocks_of(draft_text(draft, day)), *signature_page(lines)),
    )


def signature_page(lines: tuple[SignatureLine, ...]) -> tuple[Block, ...]:
    """Return the last page."""
    told = "Each signs for the member named, as somebody it authorises to."
    rows = tuple(line.cells for line in lines)
    table = Table("Who signs", COLUMNS, rows)
    return PageBreak(), Heading(1, "Signatures"), Paragraph(told), table


def host_named(agreement: Agreement, day: date) -> str:
    """Return the body that leads the record, which a paper names at its head."""
    host = hosts_of(agreement.partnership, day).first()
    return host.organisation.name if host else agreement.partnership.name
