from datetime import date
from decimal import Decimal

from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.people.models import Person


def why_not_set(organisation: Organisation, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not set the figures this body goes by, or None."""
    if person is None:
        return None
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} sets these figures."


def why_not_from(from_on: date, day: date) -> str | None:
    """Return why figures cannot hold from this day, or None: the past is never rewritten."""
    if from_on < day:
        return "Choose today or a day to come. What was decided by the old figures stays as it was."
    return None


def why_not_smaller(yearly_input: Decimal, smaller_input: Decimal) -> str | None:
    """Return why the figure for tier 2 cannot be this, or None."""
    if smaller_input > yearly_input:
        return "The figure for tier 2 cannot be greater than the one for tier 1."
    return None


LONGEST = 60


def why_not_every(months: int) -> str | None:
    """Return why reviews cannot follow one another after so many months, or None."""
    if 1 <= months <= LONGEST:
        return None
    return f"Enter a number of months from 1 to {LONGEST}. Every partnership is reviewed."
