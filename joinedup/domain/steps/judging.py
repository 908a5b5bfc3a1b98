"""How far each of the seven steps has come, which is next, and how long the rest usually takes.

Plain arithmetic over ``Evidence``. A partnership long at work starts where its record stands:
what nobody has told us of it is not taken as undone, only what is known to be missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from math import ceil

from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.found import Found
from joinedup.domain.steps.kinds import OVER_AND_DONE, Stands
from joinedup.domain.steps.seven import BEFORE_IT_BEGINS, SEVEN, TIME, WORK, Part, Step

NETWORK = "A small network needs no such thing."
UNDONE = (Stands.NOT_YET, Stands.LACKING)


@dataclass(frozen=True)
class JudgedPart:
    """A part of a step and what was found of it."""

    part: Part
    found: Found

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done or told about it."""
        return self.found.stands not in OVER_AND_DONE


@dataclass(frozen=True)
class JudgedStep:
    """A step and what was found of its parts; ``was_before`` where it was agreed before us."""

    step: Step
    parts: Sequence[JudgedPart]
    was_before: bool = False

    @property
    def stands(self) -> Stands:
        """How far the step has come as a whole."""
        there = {each.found.stands for each in self.parts}
        if not there - {Stands.DONE, Stands.NOT_ASKED}:
            return Stands.DONE
        for worst in (Stands.LACKING, Stands.BEGUN):
            if worst in there:
                return worst
        if Stands.NOT_YET not in there:
            return Stands.BEFORE if self.was_before else Stands.UNTOLD
        return Stands.BEGUN if Stands.DONE in there else Stands.NOT_YET

    @property
    def on(self) -> date | None:
        """The latest day known of its parts, on which a step that is done was done."""
        return max((each.found.on for each in self.parts if each.found.on), default=None)

    @property
    def asked(self) -> list[JudgedPart]:
        """Its parts that are asked of this partnership."""
        return [each for each in self.parts if each.found.stands != Stands.NOT_ASKED]

    @property
    def weeks_more(self) -> Fraction:
        """What is left of the weeks it usually takes, by how many of its parts are open."""
        timed = [each for each in self.asked if each.part is not TIME]
        still_open = sum(each.is_open for each in timed)
        return Fraction(sum(self.step.weeks), 2) * Fraction(still_open, len(timed) or 1)


def judge(evidence: Evidence) -> list[JudgedStep]:
    """Return the seven steps with what was found; none of a partnership that is over."""
    if evidence.record.state in OVER:
        return []
    first = [judged(step, evidence) for step in SEVEN]
    # Time enough is judged last: it asks how long all else takes.
    return [judged(SEVEN[0], replace(evidence, weeks_more=weeks_until_begun(first))), *first[1:]]


def judged(step: Step, evidence: Evidence) -> JudgedStep:
    """Return what was found of one step."""
    asked = [part for part in step.parts if is_shown(part, evidence)]
    parts = [JudgedPart(part, found_of(part, step, evidence)) for part in asked]
    was_before = evidence.record.agreed_before and not evidence.is_forming
    return JudgedStep(step, parts, was_before)


def is_shown(part: Part, evidence: Evidence) -> bool:
    """Tell whether a part is for this partnership and this viewer."""
    if part.is_own and not evidence.own.bodies:
        return False
    if part.for_keepers and not evidence.keeps:
        return False
    if part.when_forming and not evidence.is_forming:
        return False
    return part.level in ("", evidence.level)


def found_of(part: Part, step: Step, evidence: Evidence) -> Found:
    """Return what was found of a part, as it is told of one that forms or is long at work."""
    found = part.judge(evidence)
    if evidence.is_network and not part.of_networks and found.stands in UNDONE:
        return Found(Stands.NOT_ASKED, NETWORK)
    past = WORK.number if evidence.record.agreed_before else WORK.number - 1
    if evidence.is_forming or step.number > past or found.stands != Stands.NOT_YET:
        return found
    return replace(found, stands=Stands.UNTOLD)


def next_part(
    steps: Sequence[JudgedStep], evidence: Evidence
) -> tuple[JudgedStep, JudgedPart] | None:
    """Return the next thing to do: the first that is open while a partnership forms.

    At work, what is known to be missing comes first, then to work and to look back, and last what
    nobody has told us.
    """
    still_open = [(step, each) for step in steps for each in step.parts if each.is_open]
    if not evidence.is_forming:
        still_open.sort(key=lambda pair: rank(*pair))
    return still_open[0] if still_open else None


def rank(step: JudgedStep, each: JudgedPart) -> int:
    """Return how soon a part comes up of a partnership at work."""
    if each.found.stands == Stands.LACKING:
        return 0
    if each.found.stands == Stands.UNTOLD:
        return 3
    return 1 if step.step.number >= WORK.number else 2


def weeks_until_begun(steps: Sequence[JudgedStep]) -> int:
    """Return how many weeks more it usually takes until a partnership that forms can begin."""
    rest = [each.weeks_more for each in steps if each.step in BEFORE_IT_BEGINS]
    return ceil(sum(rest, Fraction()))
