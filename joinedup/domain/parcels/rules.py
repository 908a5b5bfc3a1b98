from datetime import date

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.kinds import MOST, SORTS
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.parcels.queries import taken_along_by
from joinedup.domain.people.models import Person


def why_not_take_any(person: Person, day: date) -> str | None:
    """Return why ``person`` may not take everything of any body along, or None.

    One file with all names and addresses a body has is taken by those who keep its records and
    answer for where copies lie; everybody else takes the lists they see.
    """
    if taken_along_by(person, day).exists():
        return None
    return "Only a partnership officer or manager takes everything of their organisation along."


def why_not_take(organisation: Organisation, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take everything of this body along, or None."""
    if taken_along_by(person, day).filter(pk=organisation.pk).exists():
        return None
    return f"Only a partnership officer or manager of {organisation} takes everything along."


def why_not_ask(what: str, sort: str, reader: Person, key: str) -> str | None:
    """Return why no file is made for ``reader`` now, or None."""
    if sort not in SORTS[what]:
        return "There is no such file."
    others = Parcel.objects.filter(person=reader).exclude(key=key)
    if others.count() >= MOST:
        return f"There are {MOST} files here for you. Clear one away that you no longer need."
    return None
