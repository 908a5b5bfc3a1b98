"""Documents as Word files: real headings, marked header rows, told pictures, a set language.

People open these to change them, so everything is an ordinary style of Word that they can
restyle. This module loads the Word library; ask ``files`` for a document, which loads it only
when needed.
"""

from functools import singledispatch
from io import BytesIO

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK, WD_TAB_ALIGNMENT
from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as WordParagraph

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
from joinedup.domain.documents.columns import shares_of
from joinedup.domain.documents.typesetter import png_of
from joinedup.domain.documents.word_marks import (
    add_field,
    describe_table,
    keep_row,
    line_table,
    number,
    numbering_from_one,
    speak,
    tell_picture,
)
from joinedup.domain.documents.word_styles import (
    FACT,
    FACT_INDENT,
    FRONT,
    LEAD,
    NOTE,
    SMALL,
    TABLE_TEXT,
    prepare,
)
from joinedup.domain.figures.charts.canvas import WIDE
from joinedup.domain.figures.charts.lettering import width_of
from joinedup.domain.figures.charts.scale import INK, LINE
from joinedup.domain.figures.tables import Table
from joinedup.domain.figures.wording import printable

LONG_SIDE, SHORT_SIDE, MARGIN = 297.0, 210.0, 22.0
UPRIGHT, SIDEWAYS = SHORT_SIDE - 2 * MARGIN, LONG_SIDE - 2 * MARGIN
POINTS_IN_A_MILLIMETRE = 72 / 25.4
FACT_SIZE, FACT_ROOM = 11.0, FACT_INDENT * POINTS_IN_A_MILLIMETRE - 6
SHORT_TABLE = 6


def word_of(document: Document) -> bytes:
    """Make the Word file of a document, ready to be changed by whoever receives it."""
    word = docx.Document()
    prepare(word, document.language)
    _describe(word, document)
    width = _lay_out(word, document)
    _open(word, document)
    for block in document.blocks:
        write(block, word, width)
    made = BytesIO()
    word.save(made)
    return made.getvalue()


def _describe(word: WordDocument, document: Document) -> None:
    properties = word.core_properties
    # The library's own template would claim to have been written in 2013.
    for element in list(properties._element):
        properties._element.remove(element)
    properties.title = printable(document.title).replace("\n", " ")[:255]
    properties.author = printable(document.organisation)[:255]
    properties.subject = printable(document.subtitle)[:255]
    properties.language = document.language


def _lay_out(word: WordDocument, document: Document) -> float:
    """Set the page, its header and footer; return how wide its lines are, in millimetres."""
    section = word.sections[0]
    sides = (Mm(SHORT_SIDE), Mm(LONG_SIDE))
    section.orientation = WD_ORIENT.LANDSCAPE if document.is_sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = sides[::-1] if document.is_sideways else sides
    section.left_margin = section.right_margin = Mm(MARGIN)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    width = SIDEWAYS if document.is_sideways else UPRIGHT
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (header, footer):
        paragraph.paragraph_format.tab_stops.clear_all()
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    header.add_run(printable(document.title).replace("\n", " "))
    if document.draft:
        header.add_run(f"\t{printable(document.draft)}").bold = True
    footer.add_run(f"{printable(document.organisation)}\tPage ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")
    return width


def _open(word: WordDocument, document: Document) -> None:
    word.add_paragraph().add_run(printable(document.organisation)).bold = True
    word.add_paragraph(printable(document.title), style="Title")
    if document.subtitle:
        word.add_paragraph(printable(document.subtitle), style="Subtitle")
    front = word.add_paragraph(printable(document.date), style=FRONT)
    if document.draft:
        front.add_run(" · ")
        front.add_run(printable(document.draft)).bold = True


def _say(paragraph: WordParagraph, text: Inline) -> WordParagraph:
    for run in runs_of(text):
        paragraph.add_run(printable(run.text)).bold = True if run.strong else None
    return paragraph


@singledispatch
def write(block: object, word: WordDocument, width: float) -> None:
    """Add a block at the end of the file; lines are ``width`` millimetres long."""
    raise TypeError(f"{block!r} is no block of a document ({word=}, {width=}).")


@write.register
def _(block: Heading, word: WordDocument, _width: float) -> None:
    word.add_heading(printable(block.text), level=block.level)


@write.register
def _(block: Lead, word: WordDocument, _width: float) -> None:
    _say(word.add_paragraph(style=LEAD), block.text)


@write.register
def _(block: Paragraph, word: WordDocument, _width: float) -> None:
    _say(word.add_paragraph(), block.text)


@write.register
def _(block: Note, word: WordDocument, _width: float) -> None:
    _say(word.add_paragraph(style=NOTE), block.text)


@write.register
def _(block: BulletList, word: WordDocument, _width: float) -> None:
    for item in block.items:
        _say(word.add_paragraph(style="List Bullet"), item)


@write.register
def _(block: NumberedList, word: WordDocument, _width: float) -> None:
    list_number = numbering_from_one(word)
    for item in block.items:
        number(_say(word.add_paragraph(style="List Number"), item), list_number)


@write.register
def _(block: Facts, word: WordDocument, _width: float) -> None:
    for name, value in block.rows:
        paragraph = word.add_paragraph(style=FACT)
        paragraph.add_run(printable(name)).bold = True
        is_wide = width_of(printable(name), FACT_SIZE, bold=True) > FACT_ROOM
        paragraph.add_run(("\n" if is_wide else "\t") + printable(value))


@write.register
def _(_block: PageBreak, word: WordDocument, _width: float) -> None:
    word.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


@write.register
def _(block: InLanguage, word: WordDocument, width: float) -> None:
    body = word.element.body
    before = len(body)
    write(block.block, word, width)
    # What was added stands before the last element, which is the layout of the page.
    for element in list(body)[before - 1 :]:
        speak(element, block.language)


@write.register
def _(block: Chart, word: WordDocument, width: float) -> None:
    if block.with_title:
        word.add_paragraph(printable(block.title), style="Caption")
    _say(word.add_paragraph(), block.sentence).paragraph_format.keep_with_next = True
    picture = word.add_paragraph()
    shape = picture.add_run().add_picture(BytesIO(png_of(block.svg("chart", WIDE))), Mm(UPRIGHT))
    tell_picture(shape._inline, printable(block.title), printable(block.alternative))
    if block.with_table:
        write(block.table, word, width)


@write.register
def _(block: Table, word: WordDocument, width: float) -> None:
    word.add_paragraph(printable(block.caption), style="Caption")
    table = word.add_table(rows=1 + len(block.rows), cols=len(block.columns))
    table.autofit = False
    describe_table(table, printable(block.caption), names_rows=block.first_column_names_row)
    widths = [width * share for share in shares_of(block, width * POINTS_IN_A_MILLIMETRE)]
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = Mm(wide)
    texts = (tuple(column.name for column in block.columns), *block.rows)
    style = word.styles[TABLE_TEXT].style_id
    is_short = len(block.rows) <= SHORT_TABLE
    for at, (row, cells) in enumerate(zip(table.rows, texts, strict=True)):
        keep_row(row, is_header=at == 0)
        for cell, text, wide, column in zip(row.cells, cells, widths, block.columns, strict=True):
            cell.width = Mm(wide)
            paragraph = _fill(cell, style, text, is_bold=at == 0)
            if column.is_number:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if is_short and at < len(block.rows):  # a short table stays on one page
                paragraph.paragraph_format.keep_with_next = True
    line_table(table, colour=LINE.lstrip("#"), ink=INK.lstrip("#"))
    word.add_paragraph(style=SMALL)


def _fill(cell: _Cell, style: str, text: str, *, is_bold: bool) -> WordParagraph:
    paragraph: WordParagraph = cell.paragraphs[0]
    # By its identifier: the library would search every style of the file for each cell.
    paragraph._p.style = style
    paragraph.add_run(printable(text)).bold = is_bold or None
    return paragraph
