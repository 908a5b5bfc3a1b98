"""The typesetter: a template and some text in, a PDF or a picture out. No file is written."""

from functools import cache
from pathlib import Path
from typing import cast

import typst

from joinedup.domain.documents.typefaces import FOLDER, drawn

HERE = Path(__file__).parent
DOCUMENT = HERE / "documents.typ"
PICTURE = HERE / "picture.typ"
DOTS_PER_INCH = 220.0


def typeset(content: str) -> bytes:
    """Set a document in the JSON form that the template reads, as PDF/UA-1."""
    made = _compiler(DOCUMENT).compile(
        format="pdf", pdf_standards="ua-1", sys_inputs={"document": content}
    )
    return cast(bytes, made)


def png_of(svg: str) -> bytes:
    """Turn a drawn chart into a picture sharp enough to print, for programs that want pixels."""
    made = _compiler(PICTURE).compile(
        format="png", ppi=DOTS_PER_INCH, sys_inputs={"svg": drawn(svg)}
    )
    return cast(bytes, made)


def _compiler(template: Path) -> typst.Compiler:
    # A new one each time, as two threads may not share one. The typefaces, which take the
    # time, are kept.
    return typst.Compiler(template, root=HERE, font_paths=_typefaces())


@cache
def _typefaces() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FOLDER])
