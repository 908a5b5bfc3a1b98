"""Appraisals in the states that tests begin with, reached by the acts of people."""

from datetime import date
from typing import Any

from joinedup.domain.appraisals.actions import begin_appraisal, complete_appraisal, save_section
from joinedup.domain.appraisals.models import Appraisal
from joinedup.domain.appraisals.queries import decision_on, has_risks
from joinedup.domain.appraisals.questions import Section, asked_of
from joinedup.domain.basics.days import day_of
from tests.domain.risks.listing import add

# What a form holds for a question that nobody has answered.
EMPTY = {"answer": "", "evidence": "", "action": "", "action_owner": "", "action_due_on": None}
ACTION = {"action": "Sign it.", "action_owner": "Kim Lee", "action_due_on": date(2026, 9, 1)}


def begun(cast: Any, at: Any, by: str = "priya") -> Appraisal:
    """Begin an appraisal of Safer Places for Thornford."""
    return begin_appraisal(cast.safer, cast.thornford, by=cast.people[by], at=at)


def section_of(appraisal: Appraisal, code: str) -> Section:
    return next(each for each in asked_of(appraisal.tier) if each.code == code)


def say(
    appraisal: Appraisal, code: str, by: Any, at: Any, version: int = 0, **said: dict[str, Any]
) -> None:
    """Answer a section, as it stands or as it was seen: yes to everything but what is ``said``."""
    section = section_of(appraisal, code)
    given = {q.id: EMPTY | {"answer": "YES"} | said.get(q.id, {}) for q in section.questions}
    version = version or appraisal.sections.get(code=code).version
    save_section(appraisal, section, given, version=version, by=by, at=at)


def answered(cast: Any, at: Any, **said: dict[str, Any]) -> Appraisal:
    """Answer every section: yes to everything but what is ``said``."""
    appraisal = begun(cast, at)
    for section in asked_of(appraisal.tier):
        say(appraisal, section.code, cast.priya, at, **said)
    return appraisal


def completed(cast: Any, at: Any, **said: dict[str, Any]) -> Appraisal:
    """Answer everything, list a risk where one is asked for, and finish."""
    appraisal = answered(cast, at, **said)
    if has_risks(appraisal, day_of(at)) is False:
        add(cast, at, "thornford")
    finish(appraisal, cast.priya, at)
    return appraisal


def finish(appraisal: Appraisal, by: Any, at: Any, shown: str = "") -> None:
    """Finish with what follows from the answers, or with what was ``shown`` before."""
    shown = shown or decision_on(appraisal, day_of(at)).decision
    complete_appraisal(appraisal, shown=shown, version=appraisal.version, by=by, at=at)
