"""Documents as files to hand over: a name, what sort of file it is, and its bytes."""

import re
import unicodedata
from dataclasses import dataclass
from importlib import import_module

from joinedup.domain.documents.blocks import Document

# The typesetter and the Word library take a third of a second to load. They are loaded when
# the first document of their sort is asked for, not when the service starts.
_MAKERS = {
    "pdf": ("application/pdf", "joinedup.domain.documents.pdf", "pdf_of"),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "joinedup.domain.documents.word",
        "word_of",
    ),
}
SORTS = tuple(_MAKERS)


@dataclass(frozen=True)
class MadeFile:
    name: str
    content_type: str
    content: bytes


def file_of(document: Document, sort: str) -> MadeFile:
    """Make the file of a document, "pdf" or "docx", named after its title and marked if a draft."""
    content_type, module, maker = _MAKERS[sort]
    content = getattr(import_module(module), maker)(document)
    return MadeFile(f"{_stem(document)}.{sort}", content_type, content)


def _stem(document: Document) -> str:
    plain = unicodedata.normalize("NFKD", document.title).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80].strip("-") or "document"
    return f"{stem}-draft" if document.draft else stem
