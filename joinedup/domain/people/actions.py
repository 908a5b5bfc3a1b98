from datetime import datetime

from django.db import transaction

from joinedup.domain.basics.refusals import insist
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person
from joinedup.domain.people.queries import person_at
from joinedup.domain.people.rules import why_not_known_by


@transaction.atomic
def add_person(name: str, *, email: str | None, by: Person | None, at: datetime) -> Person:
    """Put a person in the directory; an address already known is refused, never doubled."""
    email = (email or "").strip() or None
    insist(why_not_known_by(email), "email")
    person = Person.objects.create(name=name.strip(), email=email)
    record("person.added", person, by=by, at=at)
    return person


@transaction.atomic
def find_or_add_person(name: str, *, email: str, by: Person | None, at: datetime) -> Person:
    """Return the person with this address, added under ``name`` when nobody has it yet."""
    return person_at(email) or add_person(name, email=email, by=by, at=at)
