from datetime import date, datetime

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.parcels.kinds import MOST, SORTS
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.parcels.queries import reads_all_of, taken_along_by
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.models import Round


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


def why_not_take_results(round: Round, person: Person, at: datetime) -> str | None:
    """Return why ``person`` may not take all results of a round in one file, or None."""
    if round.sealed_at is None:
        return "There are no results yet: this round is not closed and counted."
    if not reads_all_of(round, person, at):
        return "This file is for those who may read the result of every partnership in the round."
    return None
