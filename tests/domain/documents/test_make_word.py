import io
import re

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.documents.blocks import (
    Chart,
    Document,
    Facts,
    Heading,
    NumberedList,
    Paragraph,
)
from joinedup.domain.documents.word import word_of, write
from joinedup.domain.figures.tables import Column, Table
from tests.domain.documents.samples import appendix, report
from tests.domain.figures.samples import FAMILY, HOSTILE, LONG_WORD, bands


def opened(document: Document) -> WordDocument:
    return docx.Document(io.BytesIO(word_of(document)))


def said_in(word: WordDocument) -> str:
    return "\n".join(paragraph.text for paragraph in word.paragraphs)


def test_headings_are_real_and_in_order():
    word = opened(report())

    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in word.paragraphs
        if re.match("Title|Heading", paragraph.style.name)
    ]
    assert headings == [
        ("Title", "Yearly review of the Safer Places group"),
        ("Heading 1", "Where partners differ most"),
        ("Heading 2", "What one member wrote"),
        ("Heading 1", "By section"),
        ("Heading 2", "Over the years"),
        ("Heading 3", "In figures"),
    ]


def test_the_file_has_a_title_an_author_and_a_language():
    word = opened(report())

    about = word.core_properties
    defaults = word.styles.element.find(qn("w:docDefaults"))
    languages = [lang.get(qn("w:val")) for lang in defaults.iter(qn("w:lang"))]
    assert (about.title, about.author, about.language, about.created, languages) == (
        "Yearly review of the Safer Places group",
        "Thornford District Council",
        "en-GB",
        None,
        ["en-GB"],
    )


def test_every_picture_has_a_text_in_its_place():
    document = report()

    word = opened(document)

    told = [shape._inline.docPr.get("descr") for shape in word.inline_shapes]
    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert told == [chart.alternative for chart in charts]


def test_the_header_row_of_every_table_is_marked_and_repeated():
    word = opened(appendix())

    marked = [
        [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows][:2]
        for table in word.tables
    ]
    looks = [table._tbl.tblPr.find(qn("w:tblLook")) for table in word.tables]
    assert marked == [[True, False]] * 3
    assert {(look.get(qn("w:firstRow")), look.get(qn("w:firstColumn"))) for look in looks} == {
        ("1", "1")
    }


def test_table_properties_stand_in_the_order_that_word_insists_on():
    [table] = opened(Document("T", "C", "2026", (bands_table(),))).tables

    tags = [child.tag.split("}")[1] for child in table._tbl.tblPr]

    assert tags == [
        *("tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar"),
        *("tblLook", "tblCaption"),
    ]


def bands_table() -> Table:
    return Chart(bands()).table


def test_every_page_is_numbered_and_marked_as_a_draft():
    [section] = opened(report()).sections

    fields = [text.text for text in section.footer._element.iter(qn("w:instrText"))]
    assert "Draft until 17 April 2026" in section.header.paragraphs[0].text
    assert section.footer.paragraphs[0].text == "Thornford District Council\tPage  of "
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_final_report_is_not_marked():
    word = opened(report(draft=None))

    assert "Draft" not in said_in(word) + word.sections[0].header.paragraphs[0].text


def test_each_numbered_list_begins_at_one():
    blocks = (NumberedList(("First", "Second")), NumberedList(("First again",)))

    word = opened(Document("Lists", "Council", "2026", blocks))

    numbers = [
        paragraph._p.pPr.numPr.numId.val
        for paragraph in word.paragraphs
        if paragraph.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


@pytest.mark.parametrize("said", [HOSTILE, LONG_WORD, f"😀 {FAMILY} 中文 Tŷ Gŵyr", "two\nlines"])
def test_what_people_type_stays_as_typed(said):
    assert said_in(opened(report(said=said))).count(said) == 2


def test_a_long_name_of_a_fact_has_a_line_of_its_own():
    facts = Facts((("Tier", "1"), ("Next review, if all the members so wish", "March 2027")))

    word = opened(Document("Facts", "Council", "2026", (facts,)))

    told = [each.text for each in word.paragraphs if each.style.name == "Fact"]
    assert told == ["Tier\t1", "Next review, if all the members so wish\nMarch 2027"]


def test_a_sideways_document_is_wider_than_high():
    [section] = opened(Document("Wide", "Council", "2026", (), is_sideways=True)).sections

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)


def test_what_is_no_block_is_refused():
    with pytest.raises(TypeError, match="is no block of a document"):
        write("text", docx.Document(), 166.0)


@given(st.text(st.characters(codec="utf-16", categories=None), max_size=60))
def test_a_word_file_comes_out_whatever_is_typed(said):
    table = Table(said, (Column(said), Column("Two")), ((said, said),))
    blocks = (Heading(1, said), Paragraph(said), Facts(((said, said),)), table)

    word = opened(Document(f"T {said}", said, said, blocks, subtitle=said, draft=said))

    assert len(word.tables) == 1
