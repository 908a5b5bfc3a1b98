"""A paper as plain data and back, so that it can be kept as it was given, pictures and all."""

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from joinedup.domain.documents import blocks
from joinedup.domain.documents.blocks import Chart, Document, Drawing, Run
from joinedup.domain.figures.charts.canvas import NARROW, WIDE
from joinedup.domain.figures.tables import Column, Table

# Stands in a kept picture for the name under which a page or a file shows it.
NAME = "kept-picture-0f1e2d3c"


@dataclass(frozen=True)
class KeptPicture:
    """A picture as it was drawn on its day."""

    title: str
    said: str
    behind: Table
    wide: str
    narrow: str

    def sentence(self) -> str:
        """Say what the picture shows."""
        return self.said

    def table(self) -> Table:
        """Give the figures behind it."""
        return self.behind

    def svg(self, name: str, width: int) -> str:
        """Return the picture under a name of its own."""
        kept = self.narrow if width <= NARROW else self.wide
        return kept.replace(NAME, name)


PARTS: dict[str, Any] = {
    part.__name__: part
    for part in (
        Document,
        Run,
        Chart,
        Table,
        Column,
        KeptPicture,
        blocks.Heading,
        blocks.Lead,
        blocks.Paragraph,
        blocks.Note,
        blocks.BulletList,
        blocks.NumberedList,
        blocks.Facts,
        blocks.PageBreak,
    )
}


def kept_picture(drawing: Drawing) -> KeptPicture:
    """Return a picture as it is drawn now."""
    return KeptPicture(
        drawing.title,
        drawing.sentence(),
        drawing.table(),
        drawing.svg(NAME, WIDE),
        drawing.svg(NAME, NARROW),
    )


def frozen(value: Any) -> Any:
    """Return a paper, or a part of one, as what JSON can hold."""
    if isinstance(value, tuple | list):
        return [frozen(each) for each in value]
    if not is_dataclass(value):
        return value
    part = value
    if type(part).__name__ not in PARTS:
        part = kept_picture(part)  # type: ignore[arg-type]
    held = {field.name: frozen(getattr(part, field.name)) for field in fields(part)}
    return {"part": type(part).__name__} | held


def thawed(value: Any) -> Any:
    """Return what was frozen as it was."""
    if isinstance(value, list):
        return tuple(thawed(each) for each in value)
    if not isinstance(value, dict):
        return value
    held = {name: thawed(each) for name, each in value.items() if name != "part"}
    return PARTS[value["part"]](**held)
