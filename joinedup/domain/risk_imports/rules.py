from datetime import date

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.people.models import Person
from joinedup.domain.risk_imports.models import RiskFile
from joinedup.domain.risk_imports.queries import RiskPlan
from joinedup.domain.risks.rules import why_not_list_risk


def why_not_reread_risks(file: RiskFile, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not have a list of risks read in another way, or None."""
    if file.taken_at is not None:
        return f"This list was brought in on {in_words(day_of(file.taken_at))}."
    return why_not_list_risk(file.partnership, file.organisation, person, day)


def why_not_take_risks(
    file: RiskFile, plan: RiskPlan, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not bring a list of risks in as it is read, or None."""
    if reason := why_not_reread_risks(file, person, day):
        return reason
    if plan.read.problems:
        return "Nothing is brought in until your list has no problem any more."
    if not plan.read.size:
        return "Say first how many steps your list is scored on: its figures fit several."
    if not plan.new:
        return "Every risk in this file has been on the list before. Nothing would change."
    return None
