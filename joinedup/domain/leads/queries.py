from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import current, not_over
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership
from joinedup.domain.partnerships.queries import FEW, bodies_of, with_any_of
from joinedup.domain.people.models import Person


def led(day: date) -> QuerySet[Hosting]:
    """Return the hostings that lead a record on ``day``; a body that has ended leads nothing."""
    return Hosting.objects.filter(not_over(day), not_over(day, "organisation__"), is_lead=True)


def without_lead(day: date) -> Q:
    """Return the condition under which nobody leads the record of a partnership that goes on."""
    return ~Exists(led(day).filter(partnership=OuterRef("pk"))) & ~Q(state__in=OVER)


def without_lead_among(partnerships: Iterable[int], day: date) -> QuerySet[Partnership, int]:
    """Return the keys of those of these partnerships whose record nobody leads."""
    found = Partnership.objects.filter(without_lead(day), pk__in=partnerships)
    return found.order_by().values_list("pk", flat=True)


def lead_of(partnership: Partnership, day: date) -> Organisation | None:
    """Return the body that leads the record on ``day``, where it has one that has not ended."""
    lead = led(day).filter(partnership=partnership).select_related("organisation").first()
    return lead.organisation if lead else None


def to_take_on(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships without a lead that a body of this officer hosts or belongs to."""
    own = works_for(person, day, *OFFICERS)
    theirs = Organisation.objects.filter(not_over(day), pk__in=own).values("pk")
    ways: list[QuerySet[Any]] = [
        things.filter(current(day), organisation__in=theirs)
        for things in (Hosting.objects, Membership.objects)
    ]
    found = Partnership.objects.filter(without_lead(day))

    def asked() -> QuerySet[Partnership]:
        maybe = list(maybe_without_lead(day)[: FEW + 1])
        return found.filter(pk__in=maybe) if len(maybe) <= FEW else found

    return with_any_of(ways, found, asked)


def maybe_without_lead(day: date) -> QuerySet[Partnership, int]:
    """Return the keys of all partnerships that may have no lead, and of few others.

    As a rule nearly every record is led without an end by a body that goes on. The index of those
    hostings alone tells it, so that few are left to be asked when what they have ends.
    """
    lead = Hosting.objects.filter(is_lead=True)
    openly = lead.filter(to_on__isnull=True).order_by().values("partnership")
    ended = Organisation.objects.exclude(not_over(day)).order_by().values("pk")
    left = lead.filter(organisation__in=ended).order_by().values("partnership")
    found = Partnership.objects.filter(~Q(pk__in=openly) | Q(pk__in=left)).exclude(state__in=OVER)
    return found.order_by().values_list("pk", flat=True)


def could_lead(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    """Return the hosts and members that could lead the record in place of whoever does now."""
    now = led(day).filter(partnership=partnership).values("organisation")
    return bodies_of(partnership, day).filter(not_over(day)).exclude(pk__in=now)
