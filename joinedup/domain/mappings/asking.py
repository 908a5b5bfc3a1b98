"""What a row can lead to besides facts: a problem, a question, or words left over."""

from collections.abc import Mapping as Answers
from dataclasses import dataclass, field

Decisions = Answers[str, str]
LEAVE_OUT = "leave-out"
NEW = "new"


@dataclass(frozen=True)
class Problem:
    """Something that stops the import, with the cell it stands in."""

    row: int
    column: str
    message: str


@dataclass(frozen=True)
class Choice:
    """One possible answer to a question."""

    value: str
    label: str


@dataclass(frozen=True)
class Question:
    """Something only a person can decide; ``id`` stays the same when the file is planned again."""

    id: str
    row: int
    column: str
    sentence: str
    choices: tuple[Choice, ...]
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """Words of the file that will not be brought in, and why."""

    row: int
    column: str
    text: str
    why: str


@dataclass
class Asked:
    """A question while rows are still read: it gathers the rows that ask it again."""

    id: str
    column: str
    sentence: str
    choices: tuple[Choice, ...]
    rows: list[int] = field(default_factory=list)

    def whole(self) -> Question:
        """Return the question with all its rows."""
        rows = tuple(self.rows)
        sentence = f"{in_rows(rows)}: {self.sentence}"
        return Question(self.id, rows[0], self.column, sentence, self.choices, rows)


def in_rows(rows: tuple[int, ...]) -> str:
    """Return where something stands: Row 12, or Row 12 and 3 more."""
    first, more = f"Row {rows[0]}", len(rows) - 1
    return f"{first} and {more} more" if more else first
