from datetime import date

from django.db.models import Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person


def memberships_represented_by(
    person: Person, partnership: Partnership, day: date
) -> QuerySet[Membership]:
    """Return the members for which ``person`` may speak in this partnership.

    Whoever sits for a member does, and whoever is an officer or manager of it.
    """
    own = works_for(person, day, *OFFICERS)
    by_seat = [place.membership for place in places_of(person, day)]
    joined = Membership.objects.filter(current(day), partnership=partnership)
    return joined.filter(Q(organisation__in=own) | Q(pk__in=by_seat))


def members_represented_by(
    person: Person, partnership: Partnership, day: date
) -> QuerySet[Organisation]:
    """Return the member organisations for which ``person`` may speak in this partnership."""
    spoken_for = memberships_represented_by(person, partnership, day)
    return Organisation.objects.filter(pk__in=spoken_for.order_by().values("organisation"))
