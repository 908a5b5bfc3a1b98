"""What a row tells, once its cells are read: plain facts, not yet compared with the register."""

from collections.abc import Mapping as Entries
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from joinedup.domain.mappings.asking import LeftOut, Problem, Question
from joinedup.domain.phrases.members import Certainty


@dataclass(frozen=True)
class Named:
    """A body as a row names it."""

    name: str
    row: int
    column: str
    identifier: tuple[str, str] | None = None
    sector: str = ""
    certainty: Certainty = Certainty.CERTAIN
    reason: str = ""


@dataclass(frozen=True)
class MemberLine:
    body: Named
    standing: str = ""
    from_on: date | None = None
    unit: str = ""
    told: Entries[str, Any] = field(default_factory=dict)
    # What it puts in during a year, as it stands in the cells: year, sort, amount, words.
    puts_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class SeatLine:
    person: str
    email: str
    capacity: str
    speaks_for: str
    row: int
    column: str
    body: Named | None = None
    # Whom a deputy stands in for, as the cell says, and its column.
    stands_in: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class ScoreLine:
    year: int
    overall: Decimal | None
    band: str


@dataclass(frozen=True)
class Line:
    """What one row tells of one partnership; only what is told is there."""

    row: int
    name: str
    column: str
    values: dict[str, Any] = field(default_factory=dict)
    other_names: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    area: tuple[str, str] | None = None
    lead_host: Named | None = None
    accountable_body: Named | None = None
    other_hosts: tuple[Named, ...] = ()
    members: tuple[MemberLine, ...] = ()
    seats: tuple[SeatLine, ...] = ()
    score: ScoreLine | None = None
    number: str = ""


@dataclass(frozen=True)
class BodyLine:
    """What one row tells of one organisation; ``numbers`` are all it bears or bore."""

    row: int
    column: str
    name: str
    values: dict[str, Any] = field(default_factory=dict)
    numbers: tuple[tuple[str, str], ...] = ()
    other_names: tuple[str, ...] = ()
    former_names: tuple[tuple[str, date | None], ...] = ()
    replaced_by: tuple[str, ...] = ()
    number: str = ""
    form: str = ""
    part_of: str = ""


@dataclass(frozen=True)
class PersonLine:
    """What one row tells of one person: how to reach them, whom they belong to, where they sit."""

    row: int
    column: str
    name: str
    email: str = ""
    phone: str = ""
    title: str = ""
    organisation: Named | None = None
    partnership: str = ""
    capacity: str = ""


@dataclass(frozen=True)
class Reading:
    """A whole list, read."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]
