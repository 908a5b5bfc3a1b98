"""A block in another language than the document says so in every sort of file."""

import io

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn

from joinedup.domain.documents.blocks import Document, Facts, Heading, InLanguage, Paragraph
from joinedup.domain.documents.pdf import pdf_of
from joinedup.domain.documents.word import word_of
from joinedup.domain.figures.tables import Column, Table

TABLE = Table(
    caption="qTable", columns=(Column("qOne"), Column("qTwo")), rows=(("qThree", "qFour"),)
)
PAPER = Document(
    title="A sheet",
    organisation="Thornford",
    date="1 March 2026",
    blocks=(
        Heading(1, "In English"),
        InLanguage("cy", Heading(2, "qHeading")),
        InLanguage("cy", Paragraph("qSentence.")),
        InLanguage("cy", Facts((("qOne", "qTwo"),))),
        InLanguage("cy", TABLE),
        Paragraph("English again."),
    ),
)


def languages(element):
    """Every language said anywhere in the structure of a PDF."""
    found = {str(element.Lang)} if "/Lang" in element else set()
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary):
            found |= languages(kid)
    return found


def test_a_pdf_tags_what_is_in_another_language():
    with pikepdf.open(io.BytesIO(pdf_of(PAPER))) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert languages(pdf.Root.StructTreeRoot) == {"cy"}


def test_a_word_file_says_it_of_every_word_and_of_no_other():
    word = docx.Document(io.BytesIO(word_of(PAPER)))

    told = {
        run.text.strip(): [each.get(qn("w:val")) for each in run.iter(qn("w:lang"))]
        for run in word.element.body.iter(qn("w:r"))
    }
    words = {"qHeading", "qSentence.", "qOne", "qTwo", "qTable", "qThree", "qFour"}
    assert {text for text, languages in told.items() if languages == ["cy"]} == words
    assert told["English again."] == []


def test_headings_in_another_language_keep_their_order():
    with pytest.raises(ValueError, match="skips a level"):
        Document("A sheet", "Us", "Today", blocks=(InLanguage("cy", Heading(2, "qHeading")),))
