from datetime import date

from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import bodies_of
from joinedup.domain.people.models import Person


def why_not_tell(
    partnership: Partnership, organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why ``person`` may not write down this body's own side, or None.

    Only its own officers and managers do, whoever keeps the shared record (DESIGN 2, idea 1).
    """
    if not bodies_of(partnership, day).filter(pk=organisation.pk).exists():
        return f"{organisation} does not belong to this partnership."
    if person is None:
        return None
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} changes its side."
