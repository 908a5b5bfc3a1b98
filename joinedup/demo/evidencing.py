"""A paper that was signed before there was a register, kept as evidence; the scan is made up."""

from datetime import datetime
from functools import partial
from typing import Any

from joinedup.demo import content
from joinedup.demo.district import District
from joinedup.domain.basics.days import in_words
from joinedup.domain.documents.blocks import Document, Note, Paragraph
from joinedup.domain.documents.files import file_of
from joinedup.domain.evidence.actions import keep_paper
from joinedup.domain.partnerships.models import Partnership

MADE_UP = "This paper is made up, as everything in the demonstration is."


def keep_evidence(district: District) -> None:
    """Have papers kept, each on its day."""
    for told in content.told("evidence")["paper"]:
        at = district.present.moment(district.present.day(told["when"]), "evidence", told["of"])
        district.later(at, partial(keep, district, told))


def keep(district: District, told: dict[str, Any], at: datetime) -> None:
    """Keep one paper, which bears the day on which the record says it was signed."""
    partnership = district.partnerships[told["of"]]
    partnership.refresh_from_db()
    keep_paper(
        partnership,
        file_of(scan_of(told, partnership), "pdf").content,
        told["name"],
        **{name: told[name] for name in ("what", "signed_by", "note")},
        dated_on=partnership.agreement_signed_on,
        by=district.people[told["by"]],
        at=at,
    )


def scan_of(told: dict[str, Any], partnership: Partnership) -> Document:
    """Return what would have been scanned."""
    signed_on = partnership.agreement_signed_on
    return Document(
        title=told["title"],
        organisation=told["organisation"],
        date=in_words(signed_on) if signed_on else "",
        blocks=(*(Paragraph(words) for words in told["words"]), Note(MADE_UP)),
    )
