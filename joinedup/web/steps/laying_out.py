"""The steps as their page lays them out: each with its parts as tasks, and the sentence above."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import counted, listed
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.judging import (
    NETWORK,
    JudgedPart,
    JudgedStep,
    next_part,
    weeks_until_begun,
)
from joinedup.domain.steps.kinds import COLOURS, OVER_AND_DONE, Stands


@dataclass(frozen=True)
class Laid:
    """A step on its page: the line in the list of seven, and what unfolds below it."""

    number: int
    title: str
    guidance: str
    hint: str
    state: str
    colour: str
    is_open: bool
    tasks: list[dict[str, Any]]
    not_asked: str


def all_laid_out(
    steps: Sequence[JudgedStep], evidence: Evidence, sides: Sequence[Organisation], chosen: str
) -> list[Laid]:
    """Return the steps as the page shows them: one of them unfolded, that of the next thing to do
    unless another was chosen by its number."""
    found = next_part(steps, evidence)
    numbers = [str(each.step.number) for each in steps]
    unfolded = found[0].step.number if found else 1
    if chosen in numbers:
        unfolded = int(chosen)
    return [laid_out(each, evidence, sides, is_open=each.step.number == unfolded) for each in steps]


def laid_out(
    step: JudgedStep, evidence: Evidence, sides: Sequence[Organisation], *, is_open: bool
) -> Laid:
    """Return one step as the page shows it."""
    spared = [each for each in step.parts if each.found.because == NETWORK]
    stands = step.stands
    return Laid(
        number=step.step.number,
        title=step.step.title,
        guidance=step.step.guidance,
        hint=hint_of(step, evidence),
        state=stands.label,
        colour=COLOURS[stands],
        is_open=is_open,
        tasks=[task(each, evidence, sides) for each in step.parts if each not in spared],
        not_asked=listed([each.part.title.lower() for each in spared]),
    )


def hint_of(step: JudgedStep, evidence: Evidence) -> str:
    """Return how long a step that is open usually takes, or when it was done."""
    if step.stands in OVER_AND_DONE:
        return f"By {in_words(step.on)}" if step.on and step.stands == Stands.DONE else ""
    return f"{step.step.usual}." if evidence.is_forming or step.step.number > 5 else ""


def task(each: JudgedPart, evidence: Evidence, sides: Sequence[Organisation]) -> dict[str, Any]:
    """Return a part as a line of a task list, with the way to where it is done or read."""
    part, found = each.part, each.found
    since = f" ({in_words(found.on)})" if found.on else ""
    alone = f" Only {listed([body.name for body in sides])} sees this." if part.is_own else ""
    return {
        "text": part.title,
        "href": way_to(each, evidence, sides),
        "hint": f"{found.because.removesuffix('.')}{since}.{alone}",
        "state": found.stands.label,
        "colour": COLOURS[found.stands],
    }


def way_to(each: JudgedPart, evidence: Evidence, sides: Sequence[Organisation]) -> str:
    """Return where a part is done by those who keep the record, and read by all others."""
    part, key = each.part, evidence.record.public_id
    if each.found.page:
        return reverse(each.found.page, args=[key])
    if part.is_own:
        return reverse(part.page, args=[key, sides[0].public_id])
    if part.act and evidence.keeps:
        return reverse(part.act, args=[key, part.group] if part.group else [key])
    return reverse(part.page, args=[key])


def in_short(evidence: Evidence, steps: Sequence[JudgedStep]) -> tuple[str, str]:
    """Return in a sentence where it stands, and how long the rest usually takes."""
    found = next_part(steps, evidence)
    if evidence.is_forming and found:
        step = found[0].step
        weeks = weeks_until_begun(steps)
        about = counted(weeks, "week", "weeks")
        return (
            f"Step {step.number} of 7: {step.title[:1].lower()}{step.title[1:]}.",
            f"About {about} more until it can begin, if each step takes its usual time."
            if weeks
            else "All that comes before it begins is done.",
        )
    done = sum(each.stands in OVER_AND_DONE for each in steps)
    are = "is" if done < 2 else "are"
    return (
        f"It is at work, and {done or 'none'} of the seven steps {are} done.",
        "What nobody has told us counts as neither done nor missing." if done < len(steps) else "",
    )
