"""The text of an agreement as it is kept and signed: written out of its parts, and read back.

A heading stands in a line of its own after #, ## or ###; paragraphs are set apart by an empty line,
and a line after “- ” is a point of a list.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from joinedup.domain.figures.wording import printable

HEADING = re.compile(r"(#{1,3}) (.+)")
POINT = "- "


@dataclass(frozen=True)
class Part:
    """A heading of a ``level`` from 1 to 3, a paragraph, or the points of a list."""

    sort: str
    lines: tuple[str, ...]
    level: int = 0

    @property
    def text(self) -> str:
        """All of it, line by line."""
        return "\n".join(self.lines)


@dataclass(frozen=True)
class Passage:
    """What stands under one heading of the third level; the first has what stands before all."""

    title: str
    text: str


def tidied(typed: str) -> str:
    """Return words as they are kept: no blanks at the ends of lines, no more than one empty line.

    A line that would read as a heading of the text is moved in by a space.
    """
    lines = [line.rstrip() for line in printable(typed).splitlines()]
    plain = (f" {line}" if HEADING.fullmatch(line) else line for line in lines)
    # Only empty lines are taken off: a blank that keeps a line from being a heading must stay.
    return re.sub(r"\n{3,}", "\n\n", "\n".join(plain)).strip("\n")


def points(lines: Iterable[str]) -> str:
    """Return lines as the points of a list."""
    return "\n".join(POINT + " ".join(line.split()) for line in lines)


def heading(level: int, text: str) -> str:
    """Return a heading; it takes one line whatever was typed."""
    return f"{'#' * level} {' '.join(printable(text).split())}"


def put_together(blocks: Iterable[str]) -> str:
    """Return one text of headings, paragraphs and lists; empty ones are left out."""
    return "\n\n".join(block for block in blocks if block) + "\n"


def parts_of(text: str) -> Iterator[Part]:
    """Yield what a text is made of."""
    for block in re.split(r"\n{2,}", text.strip("\n")):
        if block:
            yield from parts_in(block.split("\n"))


def parts_in(lines: list[str]) -> Iterator[Part]:
    """Yield what stands between two empty lines: mostly one part."""
    kept: list[str] = []
    sort = ""
    for line in lines:
        found = HEADING.fullmatch(line)
        now = "heading" if found else "points" if line.startswith(POINT) else "paragraph"
        if kept and (now != sort or now == "heading"):
            yield Part(sort, tuple(kept))
            kept = []
        sort = now
        if found:
            yield Part("heading", (found[2],), len(found[1]))
        else:
            kept.append(line.removeprefix(POINT) if now == "points" else line.strip())
    if kept:
        yield Part(sort, tuple(kept))


def passages_of(text: str) -> list[Passage]:
    """Return a text clause by clause, the groups left out and each title without its number."""
    found: list[Passage] = []
    title, lines = "", list[str]()
    for line in text.split("\n"):
        mark = HEADING.fullmatch(line)
        if mark and (len(mark[1]) > 1):
            found.append(Passage(title, "\n".join(lines).strip("\n")))
            title, lines = re.sub(r"^\d+\. ", "", mark[2]), []
        else:
            lines.append(mark[2] if mark else line)
    found.append(Passage(title, "\n".join(lines).strip("\n")))
    return [passage for passage in found if passage.text]
