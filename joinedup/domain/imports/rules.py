from datetime import date

from joinedup.domain.basics.days import in_words
from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import
from joinedup.domain.intake.plan import Plan
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def why_not_import(person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not bring in a register, or None."""
    if person is None or works_for(person, day, *OFFICERS):
        return None
    return "Only a partnership officer or manager can bring in a register."


def why_not_import_for(
    organisation: Organisation | None, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not bring in a register for this body, or None."""
    if person is None:
        return None
    own = works_for(person, day, *OFFICERS)
    if organisation is not None and organisation.pk in own:
        return None
    whose = organisation.name if organisation else "an organisation"
    return f"Only a partnership officer or manager of {whose} can bring in its register."


def why_not_discard(staged: Import, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not put this file aside, or None."""
    if staged.state == ImportState.APPLIED:
        on = f" on {in_words(staged.ended_at.date())}" if staged.ended_at else ""
        return f"This file was brought in already{on}."
    if staged.state == ImportState.UNDONE:
        return "This file was brought in and taken back. Choose it again to start anew."
    if staged.state == ImportState.DISCARDED:
        return "This file was put aside. Choose it again to start anew."
    return why_not_import_for(staged.organisation, person, day)


def why_not_work_on(staged: Import, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not go on with this file, or None."""
    if reason := why_not_discard(staged, person, day):
        return reason
    return "We are still working on this file. Wait until that is done." if staged.work else None


def why_not_apply(planned: Plan) -> str | None:
    """Return why what is planned may not be brought in yet, or None."""
    if planned.problems:
        first = planned.problems[0]
        return f"Row {first.row}, {first.column}: {first.message} Nothing was brought in."
    if planned.questions:
        waiting = len(planned.questions)
        what = "1 question needs" if waiting == 1 else f"{waiting} questions need"
        return f"{what} an answer first. Nothing was brought in."
    return None
