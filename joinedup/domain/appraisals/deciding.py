"""The decision by rule, not by points, in plain Python: answers in, a decision with reasons out.

Any required "no" stops it; what is not known, or is short of yes with no dated action, makes it
not ready; an open action makes it conditional (domain.md 5.2). The readiness is never looked at.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from joinedup.domain.appraisals.questions import Question


class Answer(StrEnum):
    """What can be said to each question."""

    YES = "YES"
    PARTLY = "PARTLY"
    NO = "NO"
    UNKNOWN = "UNKNOWN"
    NA = "NA"


ANSWERS = {
    Answer.YES.value: "Yes",
    Answer.PARTLY.value: "Partly",
    Answer.NO.value: "No",
    Answer.UNKNOWN.value: "Not yet known",
    Answer.NA.value: "Does not apply",
}
SHORT_OF_YES = (Answer.PARTLY, Answer.NO, Answer.UNKNOWN)
WORTH = {Answer.YES: Fraction(1), Answer.PARTLY: Fraction(1, 2)}


class Decision(StrEnum):
    """What follows from the answers."""

    STOP = "STOP"
    NOT_READY = "NOT_READY"
    CONDITIONS = "CONDITIONS"
    PROCEED = "PROCEED"


DECISIONS = {
    Decision.STOP.value: "Do not proceed",
    Decision.NOT_READY.value: "Not ready",
    Decision.CONDITIONS.value: "Proceed with conditions",
    Decision.PROCEED.value: "Proceed",
}
NO_RISKS = "The risk assessment must exist first, and there is none."


@dataclass(frozen=True)
class Given:
    """An answer, and whether an action with an owner and a day stands beside it, done or not."""

    answer: str
    has_action: bool = False
    is_done: bool = False


@dataclass(frozen=True)
class Reason:
    """Why a decision is as it is, in a sentence; ``question`` is empty where it is about all."""

    question: str
    sentence: str


@dataclass(frozen=True)
class Decided:
    """The decision, each reason for it, and the readiness in percent, for information only."""

    decision: Decision
    reasons: tuple[Reason, ...]
    readiness: Decimal | None
    counted: int

    @property
    def title(self) -> str:
        """The decision in words."""
        return DECISIONS[self.decision]


def decided(
    questions: Iterable[Question], given: Mapping[str, Given], *, has_risks: bool | None = None
) -> Decided:
    """Return what follows from the answers given to these questions.

    ``has_risks`` says whether a risk assessment exists; None where none is kept or asked for.
    """
    asked = tuple(questions)
    steps = (
        (Decision.STOP, stopping(asked, given)),
        (Decision.NOT_READY, unready(asked, given, has_risks=has_risks)),
        (Decision.CONDITIONS, conditions(asked, given)),
    )
    readiness, counted = readiness_of(asked, given)
    for decision, reasons in steps:
        if reasons:
            return Decided(decision, tuple(reasons), readiness, counted)
    why = Reason("", "Every question is answered, and nothing is left to be done.")
    return Decided(Decision.PROCEED, (why,), readiness, counted)


def stopping(asked: tuple[Question, ...], given: Mapping[str, Given]) -> list[Reason]:
    """Return the required questions answered no."""
    said = "This is required, and the answer is no."
    return [Reason(q.id, said) for q in asked if q.required and said_to(q, given) == Answer.NO]


def unready(
    asked: tuple[Question, ...], given: Mapping[str, Given], *, has_risks: bool | None
) -> list[Reason]:
    """Return what is missing before anything can be decided."""
    found = [Reason("", NO_RISKS)] if has_risks is False else []
    return found + [Reason(q.id, why) for q in asked if (why := lacking(q, given))]


def lacking(question: Question, given: Mapping[str, Given]) -> str:
    """Return what is missing at a question, or nothing."""
    said = said_to(question, given)
    if not said:
        return "This has not been answered yet."
    if question.required and said == Answer.UNKNOWN:
        return "This is required, and the answer is not yet known."
    if given[question.id].has_action:
        return ""
    if question.required and said == Answer.PARTLY:
        return "This is required, and it is only partly so, with no dated action."
    if said in (Answer.NO, Answer.UNKNOWN):
        return f"The answer is {ANSWERS[Answer(said)].lower()}, with no dated action."
    return ""


def conditions(asked: tuple[Question, ...], given: Mapping[str, Given]) -> list[Reason]:
    """Return the dated actions that are still to be done."""
    open_ones = [q for q in asked if q.id in given and is_open(given[q.id])]
    return [Reason(q.id, "Its action has not been done yet.") for q in open_ones]


def is_open(given: Given) -> bool:
    """Tell whether a dated action waits to be done."""
    return given.has_action and not given.is_done


def said_to(question: Question, given: Mapping[str, Given]) -> str:
    """Return the answer to a question, empty where there is none."""
    return given[question.id].answer if question.id in given else ""


def readiness_of(
    asked: tuple[Question, ...], given: Mapping[str, Given]
) -> tuple[Decimal | None, int]:
    """Return how ready it is, in percent to one place, and of how many questions that is told."""
    counted = [q for q in asked if said_to(q, given) != Answer.NA]
    if not counted:
        return None, 0
    worth = sum((worth_of(said_to(q, given)) for q in counted), Fraction())
    share = worth / len(counted) * 100
    exact = Decimal(share.numerator) / Decimal(share.denominator)
    return exact.quantize(Decimal("0.1"), ROUND_HALF_UP), len(counted)


def worth_of(said: str) -> Fraction:
    """Return what an answer counts: yes 1, partly a half, all else nothing."""
    return WORTH.get(Answer(said), Fraction()) if said else Fraction()
