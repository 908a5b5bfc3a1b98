"""Influence against interest: nine fields, with the names of those who stand in each."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import SMALL, Canvas
from joinedup.domain.figures.charts.lettering import cut, wrap
from joinedup.domain.figures.charts.scale import LEAF, LINE, PAPER, SOFT_INK, Fill
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import counted, listed, printable, some_of

LEVELS = ("Low", "Medium", "High")
LEFT, TOP, STEP, PAD = 62.0, 4.0, 18.0, 6.0
MOST_NAMED = 5


@dataclass(frozen=True)
class Weighed:
    """Somebody with influence and interest from 0, low, to 2, high; None where it is not told."""

    name: str
    influence: int | None
    interest: int | None

    @property
    def is_placed(self) -> bool:
        """Whether both are told."""
        return self.influence is not None and self.interest is not None


@dataclass(frozen=True)
class InfluenceAgainstInterest:
    title: str
    people: tuple[Weighed, ...]

    def sentence(self) -> str:
        """Name those high in both, and those with influence who care less yet."""
        placed = [each for each in self.people if each.is_placed]
        if not placed:
            return "Of nobody both influence and interest have been told yet."
        close = [each.name for each in placed if each.influence == each.interest == 2]
        asleep = [each.name for each in placed if each.influence == 2 and each.interest != 2]
        said = f"{counted(len(placed), 'stands', 'stand')} on the picture. "
        said += (
            f"High in both: {some_of(close, MOST_NAMED)}." if close else "Nobody is high in both."
        )
        if asleep:
            said += f" Much influence, and less interest so far: {some_of(asleep, MOST_NAMED)}."
        return said

    def table(self) -> Table:
        """Give influence and interest of each, those with most first."""
        order = sorted(self.people, key=lambda one: (-weight_of(one), one.name))
        return Table(
            self.title,
            (Column("Who"), Column("Influence"), Column("Interest")),
            tuple((one.name, level(one.influence), level(one.interest)) for one in order),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw the fields; on a narrow sheet names are numbered and told below."""
        sheet = Canvas(name, width)
        fields: dict[tuple[int, int], list[str]] = {}
        numbered: list[str] = []
        for one in self.people:
            if one.influence is not None and one.interest is not None:
                numbered.append(one.name)
                said = str(len(numbered)) if sheet.is_narrow else printable(one.name)
                fields.setdefault((one.influence, one.interest), []).append(said)
        y = _draw_fields(sheet, fields, (width - LEFT) / 3)
        if sheet.is_narrow:
            y = _told_below(sheet, y, numbered)
        away = [one.name for one in self.people if not one.is_placed]
        return sheet.finish(_not_placed(sheet, y, away), self.title, self.sentence())


def level(weight: int | None) -> str:
    """Return a weight in words."""
    return "Not yet told us" if weight is None else LEVELS[weight]


def weight_of(one: Weighed) -> int:
    """Return both weights together; nothing told comes last."""
    return sum(-1 if weight is None else weight for weight in (one.influence, one.interest))


def _draw_fields(sheet: Canvas, fields: dict[tuple[int, int], list[str]], wide: float) -> float:
    """Draw three rows of three, the most influence on top; return where the next may start."""
    y = TOP
    for influence in (2, 1, 0):
        row = [_lines(sheet, fields.get((influence, at), []), wide) for at in range(3)]
        tall = max(2.5, *(len(lines) for lines in row)) * STEP + 2 * PAD
        for at, lines in enumerate(row):
            left = LEFT + at * wide
            is_close = influence == at == 2
            sheet.box(left, y, wide, tall, Fill(PAPER, ink=LEAF if is_close else LINE))
            for number, text in enumerate(lines, 1):
                sheet.words(left + PAD, y + PAD + number * STEP - 5, text, size=SMALL)
        sheet.words(LEFT - 6, y + tall / 2 + 5, LEVELS[influence], size=SMALL, anchor="end")
        y += tall
    for at, text in enumerate(LEVELS):
        middle = LEFT + (at + 0.5) * wide
        sheet.words(middle, y + 17, text, size=SMALL, anchor="middle")
    told = "Up: more influence. Right: more interest."
    sheet.words(LEFT, y + 38, told, size=SMALL, colour=SOFT_INK)
    return y + 50


def _lines(sheet: Canvas, said: list[str], wide: float) -> list[str]:
    """Return what stands in one field, line by line: numbers side by side, each name on its own."""
    room = wide - 2 * PAD
    if sheet.is_narrow:
        return wrap(", ".join(said), room, SMALL, lines=40) if said else []
    return [cut(name, room, SMALL) for name in said]


def _told_below(sheet: Canvas, y: float, numbered: list[str]) -> float:
    for number, name in enumerate(numbered, 1):
        sheet.words(22, y + 14, str(number), size=SMALL, anchor="end", bold=True)
        lines = wrap(printable(name), sheet.width - 34, SMALL, lines=3)
        for at, text in enumerate(lines):
            sheet.words(30, y + 14 + at * 17, text, size=SMALL)
        y += len(lines) * 17 + 5
    return y


def _not_placed(sheet: Canvas, y: float, names: list[str]) -> float:
    if not names:
        return y + 4
    said = f"Not on the picture yet: {listed([printable(name) for name in names])}."
    for text in wrap(said, sheet.width, SMALL, lines=6):
        sheet.words(0, y + 14, text, size=SMALL, colour=SOFT_INK)
        y += 17
    return y + 8
