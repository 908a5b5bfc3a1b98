from collections.abc import Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person


def memberships_represented_by(
    person: Person, partnership: Partnership, day: date
) -> QuerySet[Membership]:
    """Return the members for which ``person`` may speak in this partnership.

    Whoever sits for a member does, and whoever is an officer or manager of it.
    """
    own = memberships_of_own(person, day, works_for(person, day, *OFFICERS))
    return own.filter(partnership=partnership)


def memberships_of_own(person: Person, day: date, bodies: Iterable[int]) -> QuerySet[Membership]:
    """Return the present members that are one of ``bodies``, or that ``person`` sits for."""
    by_seat = [place.membership for place in places_of(person, day)]
    theirs = Q(organisation__in=bodies) | Q(pk__in=by_seat)
    return Membership.objects.filter(current(day), theirs)


def members_represented_by(
    person: Person, partnership: Partnership, day: date
) -> QuerySet[Organisation]:
    """Return the member organisations for which ``person`` may speak in this partnership."""
    spoken_for = memberships_represented_by(person, partnership, day)
    return Organisation.objects.filter(pk__in=spoken_for.order_by().values("organisation"))


def memberships_to_answer_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the members for which ``person`` is the one to be told what they are asked.

    Whoever sits for a member is; an officer of it only where nobody sits for it.
    """
    sat_for = [place.membership for place in places_of(person, day)]
    held = Holder.objects.filter(
        current(day), current(day, "seat__"), seat__membership=OuterRef("pk")
    )
    theirs = Q(organisation__in=works_for(person, day, *OFFICERS)) & ~Exists(held.order_by())
    return Membership.objects.filter(current(day), Q(pk__in=sat_for) | theirs)
