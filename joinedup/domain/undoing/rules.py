from datetime import date

from joinedup.domain.imports.kinds import ImportState
from joinedup.domain.imports.models import Import
from joinedup.domain.imports.rules import why_not_import_for
from joinedup.domain.people.models import Person


def why_not_undo(applied: Import, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not take back what a file brought, or None."""
    if applied.state == ImportState.UNDONE:
        return "This file was taken back already."
    if applied.state != ImportState.APPLIED:
        return "Nothing of this file is in the register, so there is nothing to take back."
    if applied.work:
        return "We are still writing the history of this file. Wait until that is done."
    return why_not_import_for(applied.organisation, person, day)
