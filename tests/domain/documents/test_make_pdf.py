import io
import re
import time

import pikepdf
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from joinedup.domain.documents.blocks import (
    Chart,
    Document,
    Facts,
    Heading,
    Paragraph,
)
from joinedup.domain.documents.pdf import data_of, pdf_of
from joinedup.domain.figures.tables import Column, Table
from tests.domain.documents.reading import letters_of, spoken, tags_of
from tests.domain.documents.samples import appendix, report
from tests.domain.figures.samples import CHARTS, FAMILY, HOSTILE, LONG_WORD, bands

RUNNING = "YearlyreviewoftheSaferPlacesgroupDraftuntil17April2026"


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf_of(document)))


def test_the_pdf_says_that_it_is_accessible():
    with opened(report()) as pdf:
        metadata = pdf.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Yearly review of the Safer Places group"
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(pdf.Root.MarkInfo.Marked)


def test_headings_are_tagged_in_order():
    tags = tags_of(pdf_of(report()))

    headings = [tag for tag in tags if re.fullmatch("/H[1-6]", tag)]
    assert headings == ["/H1", "/H2", "/H1", "/H2", "/H3"]


def test_tables_and_lists_are_tagged_as_such():
    tags = tags_of(pdf_of(report()))

    assert (tags.count("/Table"), tags.count("/THead"), tags.count("/Caption")) == (2, 2, 2)
    assert tags.count("/TH") == 6 + 5
    assert tags.count("/L") == 3


def test_every_picture_has_a_text_in_its_place():
    document = report()

    told = spoken(pdf_of(document))

    charts = [block for block in document.blocks if isinstance(block, Chart)]
    assert told == [chart.alternative for chart in charts]


def test_the_header_row_stands_on_every_page_of_a_long_table():
    pages = letters_of(pdf_of(appendix(rows=90)))

    with_rows = [page for page in pages if "noexitplan" in page]
    assert len(with_rows) > 2
    assert all("Whatismissing" in page for page in with_rows)


def test_each_page_is_numbered_and_marked_as_a_draft():
    pages = letters_of(pdf_of(report()))

    marks = [
        (page.startswith(("Draftuntil17April2026", RUNNING)), f"Page{at}of{len(pages)}" in page)
        for at, page in enumerate(pages, start=1)
    ]
    assert len(pages) > 2
    assert marks == [(True, True)] * len(pages)


def test_a_final_report_is_not_marked():
    assert "Draft" not in "".join(letters_of(pdf_of(report(draft=None))))


@pytest.mark.parametrize("said", [HOSTILE, "#set page(width: 1pt)", "$ x", "`raw` _a_ <label> @x"])
def test_what_people_type_is_printed_and_never_obeyed(said):
    text = "".join(letters_of(pdf_of(report(said=said))))

    assert text.count("".join(said.split())) == 2


def test_emoji_and_welsh_are_printed():
    text = "".join(letters_of(pdf_of(report(said=f"Tŷ Gŵyr 😀 {FAMILY} ☃"))))

    assert "TŷGŵyr😀" in text


def test_signs_of_a_script_without_a_typeface_become_boxes():
    text = "".join(letters_of(pdf_of(report(said="two 中文 signs"))))

    assert "two□□signs" in text


def test_words_longer_than_the_line_go_on_in_the_next():
    table = Table("Names", (Column("Name"), Column(LONG_WORD)), ((LONG_WORD, "1"),) * 2)
    blocks = (Heading(1, LONG_WORD), Facts(((LONG_WORD, LONG_WORD),)), table)

    pages = letters_of(pdf_of(Document(LONG_WORD, "Council", "3 April 2026", blocks)))

    assert "".join(pages).count(LONG_WORD) >= 6


def test_what_is_no_block_is_refused():
    with pytest.raises(TypeError, match="is no block of a document"):
        data_of("text", 470.0)


@pytest.mark.parametrize("chart", CHARTS)
def test_every_chart_with_nothing_to_show_still_prints(chart):
    document = Document("Empty", "Council", "2026", (Chart(CHARTS[chart](0)),))

    assert pdf_of(document).startswith(b"%PDF-")


@given(st.text(st.characters(codec="utf-16", categories=None), max_size=60))
@example("\x00\x1f\x7f\u202e\ufffe\ud800")
@example("\u200d\ufe0f\U000e0067 ﷽ 🏴\U000e0067\U000e007f")
@example("\r\n\u2028\u2029\x85\t")
@example("ก็็็็ Z̸̡͝a̷l̵g̶o̴ 1\u20e3 🇬🇧")
def test_a_pdf_comes_out_whatever_is_typed(said):
    table = Table(said, (Column(said), Column("Two")), ((said, said),))
    blocks = (Paragraph(said), Facts(((said, said),)), table, Chart(bands(1)))

    made = pdf_of(Document(f"T {said}", said, said, blocks, subtitle=said, draft=said))

    assert made.startswith(b"%PDF-")


def test_a_report_of_many_pages_is_quick():
    blocks = tuple(part for at in range(4) for part in report(said=f"Part {at}").blocks)
    document = Document("Long report", "Council", "2026", blocks)
    pdf_of(report())

    began = time.perf_counter()
    made = pdf_of(document)
    took = time.perf_counter() - began

    # A tenth of a second on an idle machine; the limit only catches a fall by an order.
    assert (len(letters_of(made)) >= 8, took < 3) == (True, True)
