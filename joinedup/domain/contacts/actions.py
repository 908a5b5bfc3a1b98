from datetime import date, datetime
from typing import Any

from django.db import transaction

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.contacts.models import Contact, Remark, Response
from joinedup.domain.contacts.queries import speaks_for
from joinedup.domain.contacts.rules import (
    why_not_end_contact,
    why_not_introduced,
    why_not_respond,
    why_not_said,
    why_not_tell,
    why_not_withdraw,
)
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import posts_of
from joinedup.domain.organisations.rules import WRITERS
from joinedup.domain.people.models import Person

# Everybody who signs in reads the history of a body, so it tells no name and no words.


@transaction.atomic
def add_contact(
    organisation: Organisation, name: str, *, by: Person | None, at: datetime, **details: Any
) -> Contact:
    """Say whom to ask for at a body."""
    insist(why_not_tell(organisation, by, day_of(at)))
    insist(why_not_said(name), "name")
    contact = Contact.objects.create(organisation=organisation, name=name.strip(), **details)
    record("contact.added", organisation, by=by, at=at, contact=contact.public_id)
    return contact


@transaction.atomic
def change_contact(
    contact: Contact, *, version: int, by: Person | None, at: datetime, **values: Any
) -> None:
    """Correct what is said of somebody to ask for."""
    insist(why_not_tell(contact.organisation, by, day_of(at)))
    insist(why_not_said(values.get("name", contact.name)), "name")
    insist(why_not_introduced(contact, values.get("introduced_by")), "introduced_by")
    change(contact, expecting=(None, version), **values)
    record("contact.changed", contact.organisation, by=by, at=at, contact=contact.public_id)


@transaction.atomic
def end_contact(contact: Contact, *, on: date, by: Person | None, at: datetime) -> None:
    """Note the last day on which this is the person to ask for."""
    insist(why_not_end_contact(contact, by, day_of(at)))
    insist(why_not_end_contact(contact, by, day_of(at), on), "on")
    change(contact, expecting=(None, contact.version), to_on=on)
    record("contact.ended", contact.organisation, by=by, at=at, contact=contact.public_id)


@transaction.atomic
def make_remark(
    organisation: Organisation, about: str, words: str, *, by: Person, at: datetime
) -> Remark:
    """Say something of a body, signed and dated; whoever speaks for it reads and may answer it."""
    insist(why_not_tell(organisation, by, day_of(at)))
    insist(why_not_said(words), "words")
    remark = Remark.objects.create(
        organisation=organisation,
        about=about,
        words=words.strip(),
        written_at=at,
        written_by=by,
        written_for=body_of(by, organisation, at),
    )
    record("remark.made", organisation, by=by, at=at, remark=remark.public_id, about=about)
    return remark


def body_of(person: Person, organisation: Organisation, at: datetime) -> Organisation | None:
    """Return for which body a person says something of another, or of their own."""
    if speaks_for(organisation, person, day_of(at)):
        return organisation
    post = posts_of(person, day_of(at)).filter(kind__in=WRITERS).first()
    return post.organisation if post else None


@transaction.atomic
def make_response(remark: Remark, words: str, *, by: Person, at: datetime) -> Response:
    """Answer a remark for the body it is about; the answer stands beside it."""
    insist(why_not_respond(remark, by, day_of(at)))
    insist(why_not_said(words), "words")
    response = Response.objects.create(
        remark=remark, words=words.strip(), written_at=at, written_by=by
    )
    organisation = remark.organisation
    record("response.made", organisation, by=by, at=at, remark=remark.public_id, about=remark.about)
    return response


@transaction.atomic
def withdraw_remark(remark: Remark, *, because: str, by: Person, at: datetime) -> None:
    """Take a remark back; its page no longer shows it, and the history says that it was there."""
    insist(why_not_withdraw(remark, by, day_of(at)))
    Remark.objects.filter(pk=remark.pk).update(withdrawn_at=at, withdrawn_by=by)
    organisation = remark.organisation
    record(
        "remark.withdrawn",
        organisation,
        by=by,
        at=at,
        because=because,
        remark=remark.public_id,
        about=remark.about,
    )
