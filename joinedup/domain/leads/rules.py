from datetime import date

from joinedup.domain.leads.queries import could_lead, lead_of
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import runs
from joinedup.domain.partnerships.rules import ENDED
from joinedup.domain.people.models import Person


def why_not_say_lead(partnership: Partnership, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say who leads the record from now on, or None.

    The lead host's officers hand it over; where nobody leads it, an officer or manager of any
    host or member may take it on for their own.
    """
    if person is None:
        return None
    if partnership.state in OVER:
        return ENDED
    if runs(person, partnership, day):
        return None
    if (lead := lead_of(partnership, day)) is not None:
        return f"Only an officer or manager of {lead}, which leads the record, can hand it over."
    theirs = works_for(person, day, *OFFICERS)
    if could_lead(partnership, day).filter(pk__in=theirs).exists():
        return None
    return "Only a partnership officer or manager of a host or member can take the record on."


def why_not_lead(
    partnership: Partnership, organisation: Organisation, person: Person | None, day: date
) -> str | None:
    """Return why the record may not be led by this body from now on, or None."""
    if reason := why_not_say_lead(partnership, person, day):
        return reason
    if not could_lead(partnership, day).filter(pk=organisation.pk).exists():
        return f"{organisation} leads it already, has ended, or is neither a host nor a member."
    if person is None or runs(person, partnership, day):
        return None
    if organisation.pk in works_for(person, day, *OFFICERS):
        return None
    return f"Only a partnership officer or manager of {organisation} can take the record on for it."
