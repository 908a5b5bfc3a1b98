"""What an import would do, thing by thing, and what stands in its way."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from joinedup.domain.mappings.asking import LeftOut, Problem, Question

THINGS = {
    "partnerships": "Partnerships",
    "organisations": "Organisations",
    "memberships": "Memberships",
    "hosts": "Hosts",
    "people": "People",
    "seats": "Places on partnerships",
    "scores": "Reported scores",
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


@dataclass(frozen=True)
class Plan:
    """The whole of an import, before anything is written."""

    rows: int
    steps: tuple[Step, ...] = ()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def may_be_applied(self) -> bool:
        """Say whether nothing is left to mend or to answer."""
        return not self.problems and not self.questions

    @property
    def changes_nothing(self) -> bool:
        """Say whether everything is in the register already."""
        return all(step.outcome == Outcome.UNCHANGED for step in self.steps)

    def steps_of(self, thing: str, outcome: Outcome | None = None) -> list[Step]:
        """Return the steps for one kind of thing, all or those of one outcome."""
        return [
            step
            for step in self.steps
            if step.thing == thing and (outcome is None or step.outcome == outcome)
        ]

    def counts(self) -> dict[str, dict[str, int]]:
        """Return for each outcome how many of each thing."""
        counts = {str(outcome): dict.fromkeys(THINGS, 0) for outcome in Outcome}
        for step in self.steps:
            counts[step.outcome][step.thing] += 1
        return counts
