from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from joinedup.domain.basics.refusals import insist
from joinedup.domain.jobs.registry import job
from joinedup.domain.journal.actions import record
from joinedup.domain.people.models import Person, Session
from joinedup.domain.people.queries import person_at, sessions_over
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


@transaction.atomic
def end_sessions(person: Person, *, but: str, by: Person, at: datetime) -> int:
    """Sign a person out everywhere but in the browser with this session; return how many ended."""
    ended, _ = Session.objects.filter(person=person).exclude(session_key=but).delete()
    record("person.signed-out-elsewhere", person, by=by, at=at, browsers=ended)
    return ended


@transaction.atomic
def note_second_step(person: Person, what: str, *, but: str, by: Person, at: datetime) -> None:
    """Write down that how a person signs in was changed, and end their visits but this one."""
    Session.objects.filter(person=person).exclude(session_key=but).delete()
    record("person.sign-in-changed", person, by=by, at=at, what=what)


@transaction.atomic
def forget_second_step(person: Person, *, by: Person | None, at: datetime) -> None:
    """Let somebody who lost phone and recovery codes start anew; they are signed out everywhere."""
    Authenticator.objects.filter(user=person).delete()
    Session.objects.filter(person=person).delete()
    record("person.second-step-forgotten", person, by=by, at=at)


@job("people.forget_sessions", every=timedelta(hours=1))
def forget_sessions(*, at: datetime) -> None:
    """Delete what is left of visits that are over."""
    sessions_over(at).delete()
