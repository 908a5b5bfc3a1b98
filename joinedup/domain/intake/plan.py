"""What an import would do, thing by thing, and what stands in its way."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from joinedup.domain.intake.steps import THINGS, Outcome, Step
from joinedup.domain.mappings.asking import LeftOut, Problem, Question

# Told of how many rows have been gone through since it was told last.
Reached = Callable[[int], None]


def tell_nobody(_more: int) -> None:
    """Let the rows go by."""


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
        return self.tally().digest()

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
        return self.tally().counts

    def tally(self) -> "Tally":
        """Return the sum of all steps."""
        tally = Tally()
        for step in self.steps:
            tally.add(step)
        return tally


class Tally:
    """The sum of the steps of a plan: how many of each sort, and what tells it from other plans."""

    def __init__(self) -> None:
        self.counts = {str(outcome): dict.fromkeys(THINGS, 0) for outcome in Outcome}
        self._whole = hashlib.sha256()

    def add(self, step: Step) -> Step:
        """Count a step in, and return it."""
        told = (step.thing, step.outcome, step.ref, step.label, sorted(step.values.items()))
        self._whole.update(repr(told).encode())
        self.counts[step.outcome][step.thing] += 1
        return step

    def digest(self) -> str:
        """Return what changes when any step does, or their order."""
        return self._whole.hexdigest()


class Planning(Protocol):
    """A plan on the way: its steps are gone through once, and then it can be told."""

    def steps(self) -> Iterator[Step]:
        """Yield what becomes of each thing."""
        ...

    def ended(self) -> Plan:
        """Return what was found besides the steps, once they have been gone through."""
        ...
