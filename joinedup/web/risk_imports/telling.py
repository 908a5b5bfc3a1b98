"""What a list of risks comes to, told before it is saved."""

from typing import Any

from joinedup.domain.basics.days import in_words
from joinedup.domain.figures.wording import counted
from joinedup.domain.risk_imports.queries import RiskPlan
from joinedup.domain.risk_lists.reading import Line
from joinedup.domain.risk_lists.steps import Scale
from joinedup.domain.risks.kinds import IMPACTS, LIKELIHOODS, Category, Mark, Size
from joinedup.domain.thresholds.kinds import Risk
from joinedup.web.risks.pictures import told


def added(number: int) -> str:
    """Return what is told when it is done."""
    told = counted(number, "risk", "risks").capitalize()
    return f"{told} from your list {'was' if number == 1 else 'were'} added."


def what_comes(plan: RiskPlan) -> str:
    """Return in a sentence what bringing the list in would do."""
    if plan.read.problems:
        return f"There {'is' if len(plan.read.problems) == 1 else 'are'} " + (
            f"{counted(len(plan.read.problems), 'problem', 'problems')} in your list."
        )
    if not plan.read.size:
        return "We cannot tell how your list is scored."
    if not plan.new:
        return "Nothing would change."
    return f"{counted(len(plan.new), 'risk', 'risks')} would be added."


def steps(plan: RiskPlan) -> list[list[str]]:
    """Return each step of their scale with ours, where the scales differ."""
    if plan.read.is_rated_only or plan.read.size in (0, plan.ours):
        return []
    ours = Size(plan.ours)
    return [
        [
            f"{step} of {plan.read.size}",
            f"{turned}: {LIKELIHOODS[ours][turned - 1]}",
            f"{turned}: {IMPACTS[ours][turned - 1]}",
        ]
        for step, turned in Scale(plan.read.size, plan.ours).told()
    ]


def rows(plan: RiskPlan) -> list[list[Any]]:
    """Return each new risk: its score in the list, and ours."""
    return [row(line, plan) for line in plan.new]


def row(line: Line, plan: RiskPlan) -> list[Any]:
    """Return one new risk as a row of a table."""
    ours = left_of(line, plan.ours)
    theirs = theirs_of(line, plan.read.size)
    name = {"text": line.cause, "note": f"Row {line.row}. {Category(line.category).label}"}
    turned = told(ours) | {"note": f"{ours.likelihood} × {ours.impact}{moved(theirs, ours)}"}
    return [name, line.said, turned, f"{line.owner}, {in_words(line.review_on)}"]


def left_of(line: Line, size: int) -> Mark:
    """Return what is left of a risk on our matrix."""
    return Mark(line.marks["residual_likelihood"], line.marks["residual_impact"], size)


def theirs_of(line: Line, size: int) -> Mark | None:
    """Return what is left of a risk on their matrix, where that has bands of ours."""
    known = line.theirs if size in Size.values else None
    return Mark(*known, size) if known else None


def moved(theirs: Mark | None, ours: Mark) -> str:
    """Return a remark where a risk falls in another band than on its own matrix."""
    if theirs is None or theirs.band == ours.band:
        return ""
    return f"; it was {Risk(theirs.band).label.lower()} on {Size(theirs.size).label}"


def problems(plan: RiskPlan) -> list[list[Any]]:
    """Return every problem with its row and column."""
    return [
        [f"Row {each.row}" if each.row else "The whole list", each.column or "", each.message]
        for each in plan.read.problems
    ]


def left(plan: RiskPlan) -> list[str]:
    """Return what is left as it is, in sentences."""
    said = []
    if plan.there:
        there = counted(len(plan.there), "risk", "risks")
        said.append(f"{there} on the list already: left as it stands there.")
    if plan.closed:
        closed = counted(len(plan.closed), "risk", "risks")
        said.append(f"{closed} on the list before and closed: left closed.")
    return said
