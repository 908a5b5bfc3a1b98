import hashlib
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from joinedup.domain.basics.days import day_of
from joinedup.domain.exports.printed import why_not_print
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import organisations_where, posts_of, works_for
from joinedup.domain.parcels.kinds import LONG, LONG_PRINTED, PDF, ParcelState, What
from joinedup.domain.parcels.models import Parcel
from joinedup.domain.partnerships.models import Hosting, Membership
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import results_in
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.rounds import rounds_visible_to


def grounds_of(person: Person, day: date) -> str:
    """Return what stands for all that lets ``person`` see things on ``day``.

    Their posts, their places, and what their bodies have ended: it differs as soon as one of them
    is no more. A file is theirs only while it does not, so that links to it end with the role
    (trust.md T8, A7); whoever gains something asks for the file again.
    """
    posts = posts_of(person, day).order_by("pk")
    bodies = works_for(person, day)
    told: list[object] = list(posts.values_list("pk", "kind"))
    told.append(sorted(place.seat for place in places_of(person, day)))
    for table in (Hosting, Membership):
        over = table._default_manager.filter(organisation__in=bodies, to_on__lt=day)
        told.append(over.order_by().count())
    return hashlib.sha256(repr(told).encode()).hexdigest()


def visible_to(person: Person, at: datetime) -> QuerySet[Parcel]:
    """Return the files made or being made for ``person``, as long as what they rest on holds."""
    if not person.is_authenticated:
        return Parcel.objects.none()
    own = Parcel.objects.filter(person=person)
    # Most people have none, and are not to wait until it is known what theirs would rest on.
    held = set(own.order_by().values_list("what", flat=True))
    if not held:
        return own.none()
    day = day_of(at)
    body = Q(organisation__isnull=True) | Q(organisation__in=taken_along_by(person, day))
    kept = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    found = own.filter(body, kept, grounds=grounds_of(person, day))
    if What.RESULTS in held:
        found = found.exclude(pk__in=results_lost_to(own, at))
    return found.select_related("organisation", "person")


def round_asked_for(parcel: Parcel, at: datetime) -> Round | None:
    """Return the round whose results a file holds, if its reader may read every one of them now.

    Once a round was opened or counted again, what was made before is no longer what it found.
    """
    rounds = rounds_visible_to(parcel.person, day_of(at))
    round: Round | None = rounds.filter(public_id=parcel.asked.get("round", "")).first()
    if round is None or not reads_all_of(round, parcel.person, at):
        return None
    return round if round.sealed_at and round.sealed_at <= parcel.asked_at else None


def reads_all_of(round: Round, person: Person, at: datetime) -> bool:
    """Say whether ``person`` may read the results of all partnerships in a round."""
    count = round.reviews.count()
    return count > 0 and results_in(round, person, at).count() == count


def results_told_in(round: Round) -> QuerySet[Review]:
    """Return the results of a round in the order of their partnerships, with what tells them."""
    found = Review.objects.filter(round=round, result__isnull=False)
    return found.select_related("round__host", "round__instrument", "partnership").order_by(
        "partnership__folded_name", "pk"
    )


def results_lost_to(own: QuerySet[Parcel], at: datetime) -> list[int]:
    """Return those files that hold results of which their reader may not read all now."""
    held = own.filter(what=What.RESULTS).select_related("person")
    return [each.pk for each in held if round_asked_for(each, at) is None]


def taken_along_by(person: Person, day: date) -> QuerySet[Organisation]:
    """Return the bodies of which ``person`` may take everything along."""
    return organisations_where(person, day, *OFFICERS)


def ready_for(person: Person, at: datetime) -> int:
    """Return how many files lie ready for ``person``."""
    return visible_to(person, at).filter(state=ParcelState.READY).count()


def is_long(what: str, sort: str, found: QuerySet[Any], day: date) -> bool:
    """Say whether a list would keep somebody waiting, so that a worker has to make it."""
    if sort == PDF:
        return is_more(found, LONG_PRINTED) and why_not_print(found) is None
    if what == What.MEMBERSHIPS:
        found = Membership.objects.filter(partnership__in=found.order_by().values("pk"))
    return sort != "csv" and is_more(found, LONG)


def is_more(found: QuerySet[Any], most: int) -> bool:
    """Say whether there are more than so many, without counting on."""
    return found.order_by()[: most + 1].count() > most
