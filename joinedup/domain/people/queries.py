from datetime import datetime

from django.db.models import QuerySet

from joinedup.domain.people.kinds import IDLE, LONGEST
from joinedup.domain.people.models import Person, Session


def person_at(email: str) -> Person | None:
    """Return the person with this address, ignoring case and blanks around it."""
    return Person.objects.filter(email__iexact=email.strip()).first()


def sessions_of(person: Person, at: datetime) -> QuerySet[Session]:
    """Return where a person is signed in, the browser used last before the others."""
    return Session.objects.filter(
        person=person, begun_at__gt=at - LONGEST, seen_at__gt=at - IDLE
    ).order_by("-seen_at", "-begun_at", "session_key")


def sessions_over(at: datetime) -> QuerySet[Session]:
    """Return what is left of visits that are over."""
    return Session.objects.filter(expire_date__lt=at)
