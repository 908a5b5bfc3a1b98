from datetime import date, datetime

from joinedup.domain.basics.days import day_of, in_words
from joinedup.domain.committees.kinds import Outcome
from joinedup.domain.committees.models import Check, Report
from joinedup.domain.committees.queries import audits
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.rules import why_not_run_rounds


def why_not_keep(host: Organisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not keep a report of ``host`` as given, or None."""
    return why_not_run_rounds(host, person, day, "keeps a report as it was given")


def why_not_note(report: Report, person: Person, day: date) -> str | None:
    """Return why ``person`` may not say that a committee noted this report, or None."""
    if reason := why_not_run_rounds(report.host, person, day, "says that it was noted"):
        return reason
    if report.noted_on is not None:
        return f"{report.noted_body} noted it on {in_words(report.noted_on)}."
    return None


def why_not_noted_on(report: Report, on: date, at: datetime) -> str | None:
    """Return why it cannot have been noted on this day, or None."""
    if on > day_of(at):
        return "It cannot have been noted on a day to come."
    if on < day_of(report.kept_at):
        return f"It was kept on {in_words(day_of(report.kept_at))}, and cannot be noted before."
    return None


def why_not_check(check: Check, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not write down what a check of papers found, or None.

    Whoever keeps the records does not check them.
    """
    if not audits(person, check.report.host, at):
        return f"Only an auditor of {check.report.host} writes down what a check found."
    if check.outcome != Outcome.WAITING:
        return "What was found is written down already, and stays as it is."
    return None
