"""What an import would do, thing by thing, and what stands in its way."""

import hashlib
from dataclasses import asdict, dataclass
from typing import Any

from joinedup.domain.intake.steps import THINGS, Outcome, Step
from joinedup.domain.mappings.asking import LeftOut, Problem, Question


@dataclass(frozen=True)
class Proposal:
    """One member read from a cell of prose, to be confirmed by a person."""

    key: str
    partnership: str
    row: int
    name: str
    means: str
    is_new: bool
    reason: str
    is_left_out: bool = False


@dataclass(frozen=True)
class Plan:
    """The whole of an import, before anything is written."""

    rows: int
    steps: tuple[Step, ...] = ()
    problems: tuple[Problem, ...] = ()
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    proposals: tuple[Proposal, ...] = ()

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

    def digest(self) -> str:
        """Return what changes when anything of what would happen does."""
        whole = hashlib.sha256()
        for step in self.steps:
            told = (step.thing, step.outcome, step.ref, step.label, sorted(step.values.items()))
            whole.update(repr(told).encode())
        return whole.hexdigest()

    def summary(self) -> dict[str, Any]:
        """Return what is kept of a plan once it has happened."""
        return {
            "rows": self.rows,
            "counts": self.counts(),
            "left_out": [asdict(left) for left in self.left_out],
            "notes": list(self.notes),
        }

    def counts(self) -> dict[str, dict[str, int]]:
        """Return for each outcome how many of each thing."""
        counts = {str(outcome): dict.fromkeys(THINGS, 0) for outcome in Outcome}
        for step in self.steps:
            counts[step.outcome][step.thing] += 1
        return counts
