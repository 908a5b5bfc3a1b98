"""How Word files look: one common typeface, clear sizes, a set language. All as styles."""

from typing import Any

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from joinedup.domain.documents.word_marks import border, mark, unborder
from joinedup.domain.figures.charts.scale import INK, PINE, SOFT_INK

FONT = "Arial"
LEAD, NOTE, FACT, FRONT, SMALL, TABLE_TEXT = (
    "Lead sentence",
    "Note set apart",
    "Fact",
    "Front line",
    "Small print",
    "Table text",
)
FACT_INDENT = 52.0

# Name: size, bold, points before, points after.
_KNOWN = {
    "Normal": (11, False, 0, 8),
    "Title": (26, True, 0, 6),
    "Subtitle": (15, False, 0, 6),
    "Heading 1": (18, True, 22, 8),
    "Heading 2": (14, True, 17, 6),
    "Heading 3": (11.5, True, 13, 5),
    "Caption": (10.5, True, 10, 4),
    "List Bullet": (11, False, 0, 5),
    "List Number": (11, False, 0, 5),
    "Header": (9, False, 0, 0),
    "Footer": (9, False, 0, 0),
}
_OURS = {
    LEAD: (15, False, 4, 12),
    NOTE: (11, False, 10, 12),
    FACT: (11, False, 0, 5),
    FRONT: (11, False, 0, 6),
    SMALL: (9, False, 0, 0),
    TABLE_TEXT: (9.5, False, 3, 3),
}
_SOFT = ("Header", "Footer", SMALL)


def prepare(word: WordDocument, language: str) -> None:
    """Restyle an empty file."""
    for name in _OURS:
        word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = word.styles["Normal"]
    for name, (size, is_bold, before, after) in (_KNOWN | _OURS).items():
        _restyle(word.styles[name], size, before, after, is_bold=is_bold)
        _recolour(word.styles[name], SOFT_INK if name in _SOFT else INK)
    for name in ("Header", "Footer"):
        word.styles[name].paragraph_format.tab_stops.clear_all()
    _keep_with_next(word, "Heading 1", "Heading 2", "Heading 3", "Caption")
    _draw_lines(word)
    fact = word.styles[FACT].paragraph_format
    fact.left_indent, fact.first_line_indent = Mm(FACT_INDENT), Mm(-FACT_INDENT)
    fact.tab_stops.add_tab_stop(Mm(FACT_INDENT))
    _speak(word, language)


def _restyle(style: Any, size: float, before: float, after: float, *, is_bold: bool) -> None:
    style.font.size, style.font.bold, style.font.italic = Pt(size), is_bold, False
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _recolour(style: ParagraphStyle, colour: str) -> None:
    style.font.color.rgb = RGBColor.from_string(colour.lstrip("#").upper())
    for spacing in style.element.rPr.findall(qn("w:spacing")):
        style.element.rPr.remove(spacing)


def _keep_with_next(word: WordDocument, *names: str) -> None:
    for name in names:
        word.styles[name].paragraph_format.keep_with_next = True


def _draw_lines(word: WordDocument) -> None:
    title = word.styles["Title"].element.get_or_add_pPr()
    unborder(title)
    note = word.styles[NOTE]
    note.paragraph_format.left_indent = Mm(5)
    border(note.element.get_or_add_pPr(), "left", size=24, colour=SOFT_INK.lstrip("#"), space=8)
    front = word.styles[FRONT].element.get_or_add_pPr()
    border(front, "bottom", size=16, colour=PINE.lstrip("#"), space=8)


def _speak(word: WordDocument, language: str) -> None:
    defaults = word.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    mark(properties, "w:lang", val=language, eastAsia=language, bidi="ar-SA")
    word.core_properties.language = language
