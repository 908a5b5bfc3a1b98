from datetime import date

from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def why_not_keep(organisation: Organisation, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not keep this body's list of related arrangements, or None."""
    if person is None:
        return None
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} keeps its list."


def why_not_arranged(name: str, from_on: date | None, to_on: date | None) -> str | None:
    """Return why an arrangement cannot be told so, or None."""
    if not folded(name):
        return "Enter a name with letters or numbers in it."
    if from_on and to_on and to_on < from_on:
        return "It cannot end before it begins."
    return None
