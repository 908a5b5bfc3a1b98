"""A document on a page says what its PDF says, in the same order, and obeys nothing typed."""

from django.template import engines

from joinedup.domain.documents.blocks import (
    BulletList,
    Document,
    Facts,
    Heading,
    Lead,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Run,
)
from joinedup.domain.figures.tables import Column, Table
from tests.delivery.markup import Markup
from tests.domain.documents.samples import report
from tests.domain.figures.samples import HOSTILE

USE = '{% from "macros/blocks.html" import document %}{{ document(report) }}'


def drawn(document: Document) -> Markup:
    return Markup(engines["jinja2"].from_string(USE).render({"report": document}))


def of(*blocks: object) -> str:
    return drawn(Document("Review", "Thornford Council", "3 April 2026", blocks)).text


def test_headings_follow_the_heading_of_the_page():
    page = drawn(report())

    headings = [tag for tag, _ in page.elements if tag in {"h1", "h2", "h3", "h4"}]
    assert headings == ["h1", "h2", "h3", "h2", "h3", "h4"]
    assert page.text.startswith(
        "Thornford District Council Yearly review of the Safer Places group "
        "3 April 2026 · Draft until 17 April 2026 What partners said in 2026"
    )


def test_every_block_says_its_text():
    mixed = (Run("11 of 14", strong=True), Run(" answered"))
    table = Table("Scores", (Column("Name"), Column("2026", is_number=True)), (("Safer", "71.2"),))
    blocks = (
        *(Heading(1, "How it went"), Lead("Sound."), Paragraph(mixed), Note("Few answered.")),
        *(BulletList(("Sign", mixed)), NumberedList(("Ask",)), Facts((("Tier", "1"),))),
        *(table, PageBreak()),
    )

    assert of(*blocks) == (
        "Thornford Council Review 3 April 2026 How it went Sound. 11 of 14 answered Few answered. "
        "Sign 11 of 14 answered Ask Tier 1 Scores Name 2026 Safer 71.2"
    )


def test_lines_stay_as_they_were_typed():
    page = drawn(Document("Review", "Council", "2026", (Paragraph("one\ntwo"),)))

    assert [tag for tag, _ in page.elements].count("br") == 1


def test_every_picture_has_identifiers_of_its_own():
    page = drawn(report())

    ids = page.values("id")
    assert len(ids) == len(set(ids)) >= 12
    assert [tag for tag, _ in page.elements].count("svg") == 6


def test_what_people_type_is_text():
    page = drawn(report(said=HOSTILE))

    assert page.text.count(HOSTILE) == 2
    assert "script" not in {tag for tag, _ in page.elements}
