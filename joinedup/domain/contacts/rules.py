from datetime import date

from joinedup.domain.basics.days import in_words, why_not_ended
from joinedup.domain.basics.folding import folded
from joinedup.domain.contacts.models import Contact, Remark
from joinedup.domain.contacts.queries import speaks_for
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import stewards
from joinedup.domain.organisations.rules import why_not_change_organisation
from joinedup.domain.people.models import Person


def why_not_tell(organisation: Organisation, person: Person | None, day: date) -> str | None:
    """Return why ``person`` may not say whom to ask for at a body, or what it is like, or None.

    Those who keep the directory may, and whoever speaks for the body itself.
    """
    reason = why_not_change_organisation(organisation, person, day)
    if reason is None or person is None or speaks_for(organisation, person, day):
        return None
    return reason


def why_not_said(words: str) -> str | None:
    """Return why this says nothing, or None."""
    return None if folded(words) else "Write what you want to say."


def why_not_introduced(contact: Contact | None, introducer: Contact | None) -> str | None:
    """Return why somebody cannot have been introduced by this person, or None."""
    while introducer is not None:
        if introducer == contact:
            return "Nobody is introduced by somebody they introduced themselves."
        introducer = introducer.introduced_by
    return None


def why_not_end_contact(
    contact: Contact, person: Person | None, day: date, on: date | None = None
) -> str | None:
    """Return why it may not be noted that this person is to be asked no more, or None."""
    if contact.to_on is not None and contact.to_on < day:
        return f"{contact.name} was to be asked until {in_words(contact.to_on)}."
    return why_not_ended(contact.from_on, on) or why_not_tell(contact.organisation, person, day)


def why_not_respond(remark: Remark, person: Person, day: date) -> str | None:
    """Return why ``person`` may not answer a remark for the body it is about, or None."""
    if remark.withdrawn_at is not None:
        return "This was withdrawn."
    if speaks_for(remark.organisation, person, day):
        return None
    return f"Only somebody who speaks for {remark.organisation} can answer for it."


def why_not_withdraw(remark: Remark, person: Person, day: date) -> str | None:
    """Return why ``person`` may not take a remark back, or None."""
    if remark.withdrawn_at is not None:
        return "This was withdrawn."
    if person == remark.written_by or stewards(day).filter(person=person).exists():
        return None
    return f"Only {remark.written_by}, who wrote this, or a steward can withdraw it."
