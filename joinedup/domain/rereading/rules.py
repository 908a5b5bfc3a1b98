from datetime import date

from joinedup.domain.imports.models import Import
from joinedup.domain.imports.rules import why_not_work_on
from joinedup.domain.people.models import Person

GONE = "We do not have the file itself any more. Choose it again and say there how to read it."


def why_not_reread(staged: Import, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not have this file read in another way, or None."""
    if reason := why_not_work_on(staged, person, day):
        return reason
    return None if staged.pieces.exists() else GONE
