"""What a document says, apart from how it is drawn: headings, sentences, tables, charts.

The page, the PDF and the Word file are all made from these. Text that a person typed travels
here as plain text and is never markup of any kind.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from joinedup.domain.figures.tables import Table


@dataclass(frozen=True)
class Run:
    text: str
    strong: bool = False


Inline = str | tuple[Run, ...]


def runs_of(text: Inline) -> tuple[Run, ...]:
    """Give plain text and mixed text the same shape."""
    return (Run(text),) if isinstance(text, str) else text


@dataclass(frozen=True)
class Heading:
    kind: ClassVar[str] = "heading"
    level: int
    text: str

    def __post_init__(self) -> None:
        if self.level not in (1, 2, 3):
            raise ValueError(f"A heading is of level 1, 2 or 3, not {self.level}.")


@dataclass(frozen=True)
class Lead:
    """The one sentence to remember, set large."""

    kind: ClassVar[str] = "lead"
    text: Inline


@dataclass(frozen=True)
class Paragraph:
    kind: ClassVar[str] = "paragraph"
    text: Inline


@dataclass(frozen=True)
class Note:
    """A remark set apart from the text, such as why a figure is withheld."""

    kind: ClassVar[str] = "note"
    text: Inline


@dataclass(frozen=True)
class BulletList:
    kind: ClassVar[str] = "bullets"
    items: tuple[Inline, ...]


@dataclass(frozen=True)
class NumberedList:
    kind: ClassVar[str] = "numbers"
    items: tuple[Inline, ...]


@dataclass(frozen=True)
class Facts:
    """Names and values, one pair a line."""

    kind: ClassVar[str] = "facts"
    rows: tuple[tuple[str, str], ...]


class Drawing(Protocol):
    """A picture of figures, with the sentence and the table that say the same."""

    @property
    def title(self) -> str: ...

    def sentence(self) -> str: ...

    def table(self) -> Table: ...

    def svg(self, name: str, width: int) -> str: ...


@dataclass(frozen=True)
class Chart:
    kind: ClassVar[str] = "chart"
    drawing: Drawing
    with_table: bool = True
    with_title: bool = True  # False where the heading above says the same

    @property
    def title(self) -> str:
        return self.drawing.title

    @property
    def sentence(self) -> str:
        return self.drawing.sentence()

    @property
    def table(self) -> Table:
        return replace(self.drawing.table(), caption=f"{self.title}: the figures")

    @property
    def alternative(self) -> str:
        """What a person who cannot see the picture is told in its place."""
        return f"{self.title}. {self.sentence}"

    def svg(self, name: str, width: int) -> str:
        """Draw the picture; ``name`` must be unlike that of any other picture on the page."""
        return self.drawing.svg(name, width)


@dataclass(frozen=True)
class PageBreak:
    kind: ClassVar[str] = "page-break"


@dataclass(frozen=True)
class InLanguage:
    """A block in another language than the rest, so that it is read aloud as it should be."""

    kind: ClassVar[str] = "in-language"
    language: str
    block: Block


Block = (
    Heading
    | Lead
    | Paragraph
    | Note
    | BulletList
    | NumberedList
    | Table
    | Facts
    | Chart
    | PageBreak
    | InLanguage
)


@dataclass(frozen=True)
class Document:
    title: str
    organisation: str
    date: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    draft: str | None = None
    language: str = "en-GB"
    is_sideways: bool = False
    is_large: bool = False  # large print: nothing on the page under 16 points

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise ValueError("A document needs a title.")
        _insist_on_heading_order(self.blocks)


def _insist_on_heading_order(blocks: Iterable[Block]) -> None:
    # A skipped level loses people who move by headings, and PDF/UA refuses it.
    level = 0
    for each in blocks:
        block = each.block if isinstance(each, InLanguage) else each
        if isinstance(block, Heading):
            if block.level > level + 1:
                raise ValueError(f"The heading “{block.text}” skips a level.")
            level = block.level
