"""What the writers of a plan share: the plan, who and when, and the lines for the journal."""

from datetime import datetime
from typing import Any

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.imports.models import Import
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.journal.actions import entry_of
from joinedup.domain.journal.models import Entry
from joinedup.domain.people.models import Person

BATCH = 500


class Writing:
    """Writes part of one plan, and keeps its lines for the journal until all is written."""

    def __init__(self, planned: Plan, staged: Import, *, by: Person | None, at: datetime) -> None:
        self.planned, self.staged, self.by, self.at = planned, staged, by, at
        self.entries: list[Entry] = []

    def note(self, verb: str, thing: Identified, step: Step, **detail: Any) -> None:
        """Keep a line for the journal: what was done, from which row of which file."""
        because = f"Brought in from {self.staged.file_name}, row {step.row}."
        self.entries.append(
            entry_of(
                verb,
                thing,
                by=self.by,
                at=self.at,
                because=because,
                imported=self.staged.public_id,
                **detail,
            )
        )

    def steps(self, thing: str, outcome: Outcome) -> list[Step]:
        """Return the steps of one thing that come out one way."""
        return self.planned.steps_of(thing, outcome)
