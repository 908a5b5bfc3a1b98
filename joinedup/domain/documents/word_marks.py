"""The marks of a Word file that its library does not offer: fields, borders, header rows."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

Element = Any  # the library does not type the XML it hands out


def mark(parent: Element, tag: str, **values: str) -> Element:
    """Add an element such as ``w:tblHeader`` with its ``w:`` attributes, and return it."""
    child = OxmlElement(tag)
    for name, value in values.items():
        child.set(qn(f"w:{name}"), value)
    parent.append(child)
    return child


def add_field(paragraph: WordParagraph, instruction: str) -> None:
    """Add a figure that Word works out itself, such as the page number."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("end", "")):
        run = paragraph.add_run()._r
        if kind:
            mark(run, "w:fldChar", fldCharType=kind)
        else:
            mark(run, "w:instrText").text = text


def border(properties: Element, side: str, *, size: int, colour: str, space: int = 4) -> None:
    """Draw a line on one side of a paragraph, ``size`` eighths of a point thick."""
    borders = OxmlElement("w:pBdr")
    properties.insert_element_before(
        borders, *("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    )
    mark(borders, f"w:{side}", val="single", sz=str(size), space=str(space), color=colour)


def unborder(properties: Element) -> None:
    """Take away every line round a paragraph."""
    for borders in properties.findall(qn("w:pBdr")):
        properties.remove(borders)


def describe_table(table: WordTable, title: str, *, names_rows: bool) -> None:
    """Say what the table is, and which of its cells are headers."""
    properties = table._tbl.tblPr
    for look in properties.findall(qn("w:tblLook")):
        properties.remove(look)
    first_column = "1" if names_rows else "0"
    mark(
        properties,
        "w:tblLook",
        val="0420",
        firstRow="1",
        lastRow="0",
        firstColumn=first_column,
        lastColumn="0",
        noHBand="1",
        noVBand="1",
    )
    mark(properties, "w:tblCaption", val=title)


def line_table(table: WordTable, *, colour: str, ink: str) -> None:
    """Draw a strong line under the header row and a hairline under every other."""
    properties = table._tbl.tblPr
    mark(properties, "w:tblInd", w="0", type="dxa")
    borders = mark(properties, "w:tblBorders")
    for side in ("bottom", "insideH"):
        mark(borders, f"w:{side}", val="single", sz="4", space="0", color=colour)
    padding = mark(properties, "w:tblCellMar")
    for side in ("left", "right"):
        mark(padding, f"w:{side}", w="80", type="dxa")
    for cell in table.rows[0].cells:
        edges = mark(cell._tc.get_or_add_tcPr(), "w:tcBorders")
        mark(edges, "w:bottom", val="single", sz="12", space="0", color=ink)
    _in_schema_order(properties, _TABLE_ORDER)


# Word refuses a file whose table properties stand in another order.
_TABLE_ORDER = (
    "tblStyle",
    "tblpPr",
    "tblOverlap",
    "bidiVisual",
    "tblStyleRowBandSize",
    "tblStyleColBandSize",
    "tblW",
    "jc",
    "tblCellSpacing",
    "tblInd",
    "tblBorders",
    "shd",
    "tblLayout",
    "tblCellMar",
    "tblLook",
    "tblCaption",
    "tblDescription",
)


def _in_schema_order(properties: Element, order: tuple[str, ...]) -> None:
    ranks = {qn(f"w:{tag}"): rank for rank, tag in enumerate(order)}
    properties[:] = sorted(properties, key=lambda child: ranks[child.tag])


def keep_row(row: _Row, *, is_header: bool = False) -> None:
    """Keep a row on one page, and repeat it on each page where it is the header."""
    properties = row._tr.get_or_add_trPr()
    mark(properties, "w:cantSplit")
    if is_header:
        mark(properties, "w:tblHeader")


def tell_picture(inline: Element, title: str, alternative: str) -> None:
    """Give a picture the text that is spoken in its place."""
    for side in "TBLR":  # unsaid, some programs keep an eighth of an inch free at each side
        inline.set(f"dist{side}", "0")
    inline.docPr.set("title", title)
    inline.docPr.set("descr", alternative)


def numbering_from_one(word: WordDocument) -> int:
    """Begin a numbered list anew; return its number for the paragraphs that belong to it."""
    numbering = word.part.numbering_part.element
    style = word.styles["List Number"].element
    used = style.pPr.numPr.numId.val
    abstract = numbering.num_having_numId(used).abstractNumId.val
    num = numbering.add_num(abstract)
    num.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(num.numId)


def number(paragraph: WordParagraph, list_number: int) -> None:
    """Make a paragraph an item of that numbered list."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_number


def speak(element: Element, language: str) -> None:
    """Say in which language everything in an element is written."""
    for run in element.iter(qn("w:r")):
        mark(run.get_or_add_rPr(), "w:lang", val=language)
