"""A small sheet to draw on: shapes and words in, one accessible SVG out.

Only presentation attributes are used: the same picture must work inside a page with a strict
security policy, in the PDF and as the source of the Word picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from joinedup.domain.figures.charts.lettering import cut, width_of
from joinedup.domain.figures.charts.scale import INK, PAPER, SOFT_INK, Fill
from joinedup.domain.figures.wording import printable

FAMILY = "Arial, Helvetica, 'Source Sans 3', 'Noto Emoji', sans-serif"
SIZE = 15.0
SMALL = 14.0
NARROW, WIDE = 320, 640
EDGE = 2  # free on both sides, so that rounding cuts no stroke


@dataclass
class Canvas:
    name: str
    width: int
    marks: list[str] = field(default_factory=list)
    patterns: dict[str, str] = field(default_factory=dict)

    @property
    def is_narrow(self) -> bool:
        return self.width < 480

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SIZE,
        anchor: str = "start",
        bold: bool = False,
        colour: str = INK,
        room: float | None = None,
    ) -> float:
        """Write one line, cut to its room, never past the edges; return how wide it came out."""
        text = cut(printable(text), self._room(x, anchor, room), size, bold=bold)
        if anchor == "middle":
            half = width_of(text, size, bold=bold) / 2
            x = min(max(x, half), self.width - half)
        weight = ' font-weight="bold"' if bold else ""
        self.marks.append(
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" text-anchor="{anchor}"'
            f' fill="{colour}"{weight}>{escape(text)}</text>'
        )
        return width_of(text, size, bold=bold)

    def _room(self, x: float, anchor: str, room: float | None) -> float:
        widest = {"start": self.width - x, "end": x}.get(anchor, float(self.width))
        return widest if room is None else min(room, widest)

    def box(self, x: float, y: float, width: float, height: float, fill: Fill) -> None:
        """Draw a bar: its colour, its pattern, and an outline that holds on any paper."""
        place = f'x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{height:.1f}"'
        self.marks.append(f'<rect {place} fill="{fill.colour}"/>')
        if fill.pattern:
            self.marks.append(f'<rect {place} fill="url(#{self._pattern(fill)})"/>')
        edge = fill.ink if fill.colour == PAPER else fill.colour
        self.marks.append(f'<rect {place} fill="none" stroke="{edge}" stroke-width="1"/>')

    def _pattern(self, fill: Fill) -> str:
        key = f"{self.name}-{fill.pattern}-{fill.ink.lstrip('#')}"
        shape = {
            "slope": '<path d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" stroke-width="1.4"/>',
            "bars": '<path d="M3 0V6" stroke-width="1.2"/>',
            "dots": '<path d="M2 3H4" stroke-width="2"/>',
        }[fill.pattern]
        self.patterns[key] = (
            f'<pattern id="{key}" width="6" height="6" patternUnits="userSpaceOnUse">'
            f'<g stroke="{fill.ink}" fill="none">{shape}</g></pattern>'
        )
        return key

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        colour: str = INK,
        thick: float = 1,
        dashed: bool = False,
    ) -> None:
        dashes = ' stroke-dasharray="3 3"' if dashed else ""
        self.marks.append(
            f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"'
            f' stroke="{colour}" stroke-width="{thick:g}"{dashes}/>'
        )

    def range(self, x1: float, x2: float, y: float) -> None:
        """Draw a thin range with ends, haloed so that it shows on a bar and off it."""
        for colour, thick in ((PAPER, 4.0), (INK, 2.0)):
            self.line(x1, y, x2, y, colour=colour, thick=thick)
            for x in (x1, x2):
                self.line(x, y - 4, x, y + 4, colour=colour, thick=thick)

    def plate(self, x: float, y: float, text: str) -> None:
        """Write a figure in the middle of ``x`` on a small white plate, readable on any fill."""
        wide = width_of(text, SMALL, bold=True) + 6
        self.clear(x - wide / 2, y - 13, wide, 17)
        self.words(x, y, text, size=SMALL, anchor="middle", bold=True)

    def clear(self, x: float, y: float, width: float, height: float) -> None:
        """Wipe a small space for words, so that no line runs through them."""
        self.marks.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' rx="2" fill="{PAPER}"/>'
        )

    def dot(self, x: float, y: float, shape: str, fill: Fill) -> None:
        """Mark a point by shape as well as colour."""
        path = {
            "round": f"M{x - 8:.1f} {y:.1f}a8 8 0 1 0 16 0a8 8 0 1 0 -16 0Z",
            "square": f"M{x - 7.5:.1f} {y - 7.5:.1f}h15v15h-15Z",
            "diamond": f"M{x:.1f} {y - 10:.1f}l10 10l-10 10l-10 -10Z",
        }[shape]
        self.marks.append(
            f'<path d="{path}" fill="{fill.colour}" stroke="{fill.ink}" stroke-width="2"/>'
        )

    def key(self, y: float, entries: list[tuple[Fill | None, str]]) -> float:
        """Explain the fills in lines that wrap; return where the next thing may start.

        An entry without a fill explains the thin range.
        """
        x = 0.0
        for fill, text in entries:
            wide = 24 + width_of(printable(text), SMALL)
            if x and x + wide > self.width:
                x, y = 0.0, y + 22
            if fill is None:
                self.range(x + 3, x + 15, y + 7)
            else:
                self.box(x + 1, y, 15, 14, fill)
            self.words(x + 23, y + 12, text, size=SMALL, colour=SOFT_INK)
            x += wide + 18
        return y + 22 if entries else y

    def finish(self, height: float, title: str, description: str) -> str:
        """Close the picture with the title and description that a screen reader speaks."""
        title_id, text_id = f"{self.name}-title", f"{self.name}-description"
        patterns = "".join(self.patterns.values())
        across = self.width + 2 * EDGE
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-EDGE} 0 {across} {height:.0f}"'
            f' role="img" aria-labelledby={quoteattr(f"{title_id} {text_id}")}'
            f" font-family={quoteattr(FAMILY)}>"
            f'<title id="{title_id}">{escape(printable(title))}</title>'
            f'<desc id="{text_id}">{escape(printable(description))}</desc>'
            f"{f'<defs>{patterns}</defs>' if patterns else ''}"
            f'<rect x="{-EDGE}" width="{across}" height="{height:.0f}" fill="{PAPER}"/>'
            f"{''.join(self.marks)}</svg>"
        )
