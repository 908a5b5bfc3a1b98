import pytest

from joinedup.domain.documents.blocks import Document
from joinedup.domain.documents.files import SORTS, file_of
from tests.domain.documents.samples import report


@pytest.mark.parametrize(
    ("sort", "name", "content_type", "begins"),
    [
        ("pdf", "a-report.pdf", "application/pdf", b"%PDF-"),
        (
            "docx",
            "a-report.docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            b"PK",
        ),
    ],
)
def test_a_document_becomes_a_file_of_each_sort(sort, name, content_type, begins):
    made = file_of(Document("A report!", "Council", "2026", ()), sort)

    assert (made.name, made.content_type) == (name, content_type)
    assert made.content.startswith(begins)
    assert sort in SORTS


def test_the_name_of_a_draft_says_so():
    made = file_of(report(), "pdf")

    assert made.name == "yearly-review-of-the-safer-places-group-draft.pdf"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Tŷ Gŵyr: 2026/27", "ty-gwyr-2026-27.pdf"), ("中文", "document.pdf"), ("../x", "x.pdf")],
)
def test_a_name_is_safe_on_every_computer(title, name):
    assert file_of(Document(title, "Council", "2026", ()), "pdf").name == name
