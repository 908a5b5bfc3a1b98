"""What becomes of each thing a list tells of: entered, changed, or in the register already."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

THINGS = {
    "partnerships": "Partnerships",
    "organisations": "Organisations",
    "memberships": "Memberships",
    "hosts": "Hosts",
    "people": "People",
    "seats": "Places on partnerships",
    "scores": "Reported scores",
    "deputies": "Deputies and whom they stand in for",
    "contributions": "Lines of what members put in",
    "successions": "What came after whom",
    "contacts": "People to ask for",
}


class Outcome(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class Step:
    """One thing and what becomes of it. A ``ref`` that begins with ``new:`` is not there yet."""

    thing: str
    outcome: Outcome
    ref: str
    row: int
    label: str
    values: dict[str, Any] = field(default_factory=dict)
    before: dict[str, Any] = field(default_factory=dict)
