"""Documents as PDF/UA-1: tagged, titled, in a language, readable with a screen reader.

The text goes to the typesetter as data in one JSON value and is never typesetting code. This
module loads the typesetter; ask ``files`` for a document, which loads it only when needed.
"""

import json
from functools import singledispatch
from typing import Any

from joinedup.domain.documents.blocks import (
    BulletList,
    Chart,
    Document,
    Facts,
    Heading,
    InLanguage,
    Inline,
    Lead,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    runs_of,
)
from joinedup.domain.documents.columns import rooms_of, shares_of
from joinedup.domain.documents.typefaces import drawn
from joinedup.domain.documents.typesetter import typeset
from joinedup.domain.figures.charts.canvas import WIDE
from joinedup.domain.figures.tables import Table
from joinedup.domain.figures.wording import breakable, printable

# The longest words that surely fit in one line, in signs.
TITLE_ROOM, LEAD_ROOM, TEXT_ROOM, NAME_ROOM = 24, 44, 60, 22
UPRIGHT, SIDEWAYS = 470.0, 717.0  # points between the margins
LARGE = 1.7
"""How much larger large print is: the smallest letters, of 9.5 points, become 16."""

Data = dict[str, Any]


def pdf_of(document: Document) -> bytes:
    """Make the PDF of a document; it comes out whatever signs people have typed."""
    return typeset(json.dumps(_content(document), ensure_ascii=False))


def _content(document: Document) -> Data:
    language, _, region = document.language.partition("-")
    grown = LARGE if document.is_large else 1.0
    # Columns are shared out for letters of the usual size, on a page that is so much smaller.
    width = (SIDEWAYS if document.is_sideways else UPRIGHT) / grown
    return {
        "grown": grown,
        "title": _fit(document.title, TITLE_ROOM),
        "plain-title": " ".join(drawn(printable(document.title)).split()),
        "subtitle": _fit(document.subtitle, LEAD_ROOM),
        "organisation": _fit(document.organisation, LEAD_ROOM),
        "date": _fit(document.date, LEAD_ROOM),
        "draft": _fit(document.draft or "", LEAD_ROOM),
        "language": language,
        "region": region or None,
        "sideways": document.is_sideways,
        "blocks": [{"kind": block.kind} | data_of(block, width) for block in document.blocks],
    }


def _fit(text: str, room: int = TEXT_ROOM) -> str:
    return breakable(drawn(printable(text)), room)


def _inline(text: Inline, room: int = TEXT_ROOM) -> list[Data]:
    return [{"text": _fit(run.text, room), "strong": run.strong} for run in runs_of(text)]


@singledispatch
def data_of(block: object, width: float) -> Data:
    """Turn a block into what the template reads; lines are ``width`` points long."""
    raise TypeError(f"{block!r} is no block of a document ({width=}).")


@data_of.register
def _(block: Heading, _width: float) -> Data:
    return {"level": block.level, "text": _fit(block.text, LEAD_ROOM)}


@data_of.register
def _(block: Lead, _width: float) -> Data:
    return {"text": _inline(block.text, LEAD_ROOM)}


@data_of.register
def _(block: Paragraph | Note, _width: float) -> Data:
    return {"text": _inline(block.text)}


@data_of.register
def _(block: BulletList | NumberedList, _width: float) -> Data:
    return {"items": [_inline(item) for item in block.items]}


@data_of.register
def _(block: Facts, _width: float) -> Data:
    return {"rows": [[_fit(name, NAME_ROOM), _fit(value, 40)] for name, value in block.rows]}


@data_of.register
def _(_block: PageBreak, _width: float) -> Data:
    return {}


@data_of.register
def _(block: InLanguage, width: float) -> Data:
    inside = {"kind": block.block.kind} | data_of(block.block, width)
    return {"language": block.language, "block": inside}


@data_of.register
def _(block: Table, width: float) -> Data:
    shares = shares_of(block, width)
    rooms = rooms_of(shares, width)

    def fit(cells: tuple[str, ...]) -> list[str]:
        return [_fit(cell, room) for cell, room in zip(cells, rooms, strict=True)]

    return {
        "caption": _fit(block.caption),
        "shares": shares,
        "numbers": [column.is_number for column in block.columns],
        "names-row": block.first_column_names_row,
        "head": fit(tuple(column.name for column in block.columns)),
        "rows": [fit(row) for row in block.rows],
    }


@data_of.register
def _(block: Chart, width: float) -> Data:
    return {
        "title": _fit(block.title) if block.with_title else "",
        "sentence": _fit(block.sentence),
        "alternative": drawn(printable(block.alternative)),
        "svg": drawn(block.svg("chart", WIDE)),
        "table": data_of(block.table, width) if block.with_table else None,
    }
