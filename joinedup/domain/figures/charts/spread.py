"""The spread of answers: for each statement, how many chose each answer."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.domain.figures.charts.canvas import Canvas
from joinedup.domain.figures.charts.scale import ANSWER_FILLS
from joinedup.domain.figures.charts.stacked import Row, Stack, draw_stack
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import counted

ANSWERS = (
    "0 Not in place",
    "1 Started",
    "2 Mostly in place",
    "3 Fully in place",
    "I do not know",
)


@dataclass(frozen=True)
class StatementAnswers:
    """How many chose 0, 1, 2 and 3, and how many cannot tell; nothing where it is withheld."""

    statement: str
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    cannot_tell: int = 0
    is_withheld: bool = False

    @property
    def shares(self) -> tuple[int, ...]:
        return (0,) * 5 if self.is_withheld else (*self.counts, self.cannot_tell)


@dataclass(frozen=True)
class StatementSpread:
    title: str
    statements: tuple[StatementAnswers, ...]
    answers: tuple[str, ...] = ANSWERS

    def sentence(self) -> str:
        """Say how a single statement was answered, or which of several divides people most."""
        shown = [each for each in self.statements if sum(each.shares)]
        if not shown:
            return "No answers can be shown."
        if len(self.statements) == 1:
            people = counted(sum(shown[0].shares), "person", "people")
            return f"{people} answered: {self._told(shown[0])}."
        widest = max(shown, key=_variance)
        if not _variance(widest):
            return "On every statement all who could tell gave the same answer."
        statement = widest.statement.rstrip(". ")
        return f"Answers differ most on “{statement}”: {self._told(widest)}."

    def _told(self, each: StatementAnswers) -> str:
        return ", ".join(
            f"{count} chose “{answer}”"
            for count, answer in zip(each.shares, self.answers, strict=True)
            if count
        )

    def table(self) -> Table:
        """Give the count of each answer to each statement."""
        return Table(
            self.title,
            (Column("Statement"), *(Column(answer, is_number=True) for answer in self.answers)),
            tuple(
                (each.statement, *(["withheld"] * 5 if each.is_withheld else map(str, each.shares)))
                for each in self.statements
            ),
        )

    def svg(self, name: str, width: int) -> str:
        """Draw each statement as one bar, cut in the proportion of its answers."""
        sheet = Canvas(name, width)
        rows = tuple(
            Row(each.statement, each.shares, "withheld" if each.is_withheld else "nobody answered")
            for each in self.statements
        )
        parts = tuple(zip(self.answers, ANSWER_FILLS, strict=True))
        return sheet.finish(draw_stack(sheet, Stack(rows, parts)), self.title, self.sentence())


def _variance(each: StatementAnswers) -> float:
    if each.is_withheld or not sum(each.counts):
        return 0.0
    people = sum(each.counts)
    mean = sum(answer * count for answer, count in enumerate(each.counts)) / people
    return sum(count * (answer - mean) ** 2 for answer, count in enumerate(each.counts)) / people
