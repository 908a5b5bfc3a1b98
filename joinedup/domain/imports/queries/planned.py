"""What was worked out of a long file, kept so that no page works it out again."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from joinedup.domain.imports.models import Import, ImportStep
from joinedup.domain.intake.plan import Plan, Proposal, Tally
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, LeftOut, Problem, Question

# A page shows some hundred of anything; what is past this is counted and not named.
MOST_KEPT, MOST_SHOWN = 1_000, 100
OF_STEPS = ("ref", "row", "label", "values", "before")
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class KeptPlan(Plan):
    """A plan whose steps are kept beside the file."""

    staged: Import | None = None
    kept_counts: Counts = field(default_factory=dict)
    kept_digest: str = ""

    @property
    def changes_nothing(self) -> bool:
        """Say whether everything is in the register already."""
        changed = (self.kept_counts[outcome] for outcome in (Outcome.CREATED, Outcome.UPDATED))
        return not any(count for things in changed for count in things.values())

    def steps_of(self, thing: str, outcome: Outcome | None = None) -> list[Step]:
        """Return the first steps of one kind of thing and outcome, to be shown."""
        steps = ImportStep.objects.filter(whole=self.staged, thing=thing, outcome=outcome)
        told = steps.order_by("pk").values_list(*OF_STEPS)[:MOST_SHOWN]
        return [Step(thing, Outcome(outcome or ""), *one) for one in told]

    def digest(self) -> str:
        """Return what changes when anything of what would happen does."""
        return self.kept_digest

    def counts(self) -> Counts:
        """Return for each outcome how many of each thing."""
        return self.kept_counts


def as_kept(planned: Plan, tally: Tally, version: int, mark: int) -> dict[str, Any]:
    """Return what is kept of a plan beside its steps; ``mark`` is the end of the journal then."""
    return {
        "version": version,
        "mark": mark,
        "rows": planned.rows,
        "digest": tally.digest(),
        "counts": tally.counts,
        "problems": plain(planned.problems),
        "questions": plain(planned.questions),
        "left_out": plain(planned.left_out),
        "proposals": [asdict(one) for one in planned.proposals],
        "notes": list(planned.notes),
    }


def plain(things: Sequence[Any]) -> list[dict[str, Any]]:
    """Return the first of some things as plain data."""
    return [asdict(thing) for thing in things[:MOST_KEPT]]


def kept_plan(staged: Import) -> Plan:
    """Return what was worked out of a long file, without the questions answered since."""
    kept, answers = staged.planned, staged.answers
    questions = (question_of(told) for told in kept["questions"])
    return KeptPlan(
        rows=kept["rows"],
        problems=tuple(Problem(**told) for told in kept["problems"]),
        questions=tuple(
            question
            for question in questions
            if answers.get(question.id) not in {choice.value for choice in question.choices}
        ),
        left_out=tuple(LeftOut(**told) for told in kept["left_out"]),
        notes=tuple(kept["notes"]),
        proposals=tuple(
            Proposal(**told | {"is_left_out": answers.get(told["key"]) == LEAVE_OUT})
            for told in kept["proposals"]
        ),
        staged=staged,
        kept_counts=kept["counts"],
        kept_digest=kept["digest"],
    )


def question_of(told: dict[str, Any]) -> Question:
    """Return a question that was kept as plain data."""
    choices = tuple(Choice(**choice) for choice in told["choices"])
    return Question(**told | {"choices": choices, "rows": tuple(told["rows"])})
