from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.partnerships.kinds import LEADING
from joinedup.domain.partnerships.models import Holder, Hosting, Membership, Partnership, Seat
from joinedup.domain.people.models import Person


def seated(person: Person, day: date) -> QuerySet[Seat]:
    """Return the seats ``person`` holds on ``day``, in memberships that still stand."""
    return Seat.objects.filter(
        current(day),
        current(day, "membership__"),
        current(day, "holders__"),
        holders__person=person,
    )


def visible_to(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships ``person`` may open on ``day``.

    Those they hold a seat in, and those that a body they work for belongs to or hosts. Everybody
    else gets the same "not found" as for a partnership that never was.
    """
    if not person.is_authenticated:
        return Partnership.objects.none()
    bodies = Post.objects.filter(current(day), person=person).values("organisation")
    hosted = Hosting.objects.filter(current(day), organisation__in=bodies)
    joined = Membership.objects.filter(current(day), organisation__in=bodies)
    return Partnership.objects.filter(
        Q(pk__in=hosted.values("partnership"))
        | Q(pk__in=joined.values("partnership"))
        | Q(pk__in=seated(person, day).values("membership__partnership"))
    )


def run_by(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose lead host ``person`` is an officer or manager of."""
    posts = Post.objects.filter(
        current(day), person=person, kind__in=(PostKind.OFFICER, PostKind.MANAGER)
    )
    leads = Hosting.objects.filter(
        current(day), is_lead=True, organisation__in=posts.values("organisation")
    )
    return Partnership.objects.filter(pk__in=leads.values("partnership"))


def led_by(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships that ``person`` chairs or coordinates."""
    seats = seated(person, day).filter(capacity__in=LEADING)
    return Partnership.objects.filter(pk__in=seats.values("membership__partnership"))


def kept_by(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose shared record ``person`` keeps."""
    return Partnership.objects.filter(
        Q(pk__in=run_by(person, day).values("pk")) | Q(pk__in=led_by(person, day).values("pk"))
    )


def memberships_spoken_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the memberships of bodies that ``person`` is an officer or manager of."""
    posts = Post.objects.filter(
        current(day), person=person, kind__in=(PostKind.OFFICER, PostKind.MANAGER)
    )
    return Membership.objects.filter(current(day), organisation__in=posts.values("organisation"))


def hosts_of(partnership: Partnership, day: date) -> QuerySet[Hosting]:
    """Return who administers the record on ``day``, the lead host first."""
    return partnership.hostings.filter(current(day)).select_related("organisation")


def members_of(partnership: Partnership, day: date) -> QuerySet[Membership]:
    """Return the memberships on ``day`` with their seats and present holders, in four queries."""
    holders = Holder.objects.filter(current(day)).select_related("person")
    seats = Seat.objects.filter(current(day)).prefetch_related(Prefetch("holders", holders))
    return (
        partnership.memberships.filter(current(day))
        .select_related("organisation")
        .prefetch_related(Prefetch("seats", seats))
    )


def held_seats(partnerships: QuerySet[Partnership], day: date) -> QuerySet[Holder]:
    """Return everybody who holds a seat in these partnerships on ``day``."""
    return (
        Holder.objects.filter(
            current(day),
            current(day, "seat__"),
            current(day, "seat__membership__"),
            seat__membership__partnership__in=partnerships,
        )
        .select_related("person", "seat__membership__organisation")
        .order_by("seat__membership__partnership", "person", "id")
    )


def vacant_seats(partnerships: QuerySet[Partnership], day: date) -> QuerySet[Seat]:
    """Return the seats in these partnerships that nobody holds on ``day``."""
    taken = Holder.objects.filter(current(day)).values("seat")
    return Seat.objects.filter(
        current(day), current(day, "membership__"), membership__partnership__in=partnerships
    ).exclude(pk__in=taken)


def found_by(name: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` with every word of ``name`` in any name they ever had."""
    found = among
    for word in folded(name).split():
        found = found.filter(
            Q(folded_name__contains=word)
            | Q(pk__in=Partnership.objects.filter(other_names__folded_name__contains=word))
        )
    return found


def shared_with(organisation: Organisation, among: QuerySet[Partnership]) -> QuerySet[Membership]:
    """Return this body's places in those of ``among`` it belongs or belonged to."""
    return (
        Membership.objects.filter(organisation=organisation, partnership__in=among)
        .select_related("partnership")
        .order_by("partnership__folded_name", "id")
    )
