from datetime import date, timedelta

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from joinedup.domain.basics.days import in_words
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.partnerships.queries import kept_by, memberships_spoken_for, vacant_seats
from joinedup.domain.people.models import Person


def with_clock(vacant: QuerySet[Seat]) -> QuerySet[Seat]:
    """Return empty places with the last day each was held, as ``last``."""
    return vacant.annotate(last=Max("holders__to_on"))


def empty_in(partnership: Partnership, day: date) -> dict[int, str]:
    """Return for each empty place of a partnership since when nobody holds it, in words."""
    vacant = with_clock(vacant_seats(Partnership.objects.filter(pk=partnership.pk), day))
    return {seat.pk: empty_told(seat, day) for seat in vacant.order_by()}


def vacancies_for(person: Person, day: date) -> QuerySet[Seat]:
    """Return the empty places that ``person`` may fill, the longest empty first."""
    theirs = Membership.objects.filter(
        Q(pk__in=memberships_spoken_for(person, day).values("pk"))
        | Q(partnership__in=kept_by(person, day).order_by().values("pk"))
    ).exclude(partnership__state__in=OVER)
    every = Partnership.objects.order_by()
    vacant = vacant_seats(every, day).filter(membership__in=theirs.order_by().values("pk"))
    held = Holder.objects.filter(seat=OuterRef("pk")).order_by("-to_on")
    last = Subquery(held.values("to_on")[:1])
    since = Coalesce(last, F("from_on"))
    return vacant.annotate(since=since).order_by(F("since").asc(nulls_last=True), "pk")


def longest_empty(person: Person, day: date, most: int) -> list[Seat]:
    """Return the first of these places with what is said of them.

    Their keys are put in order before anything else is read of them: there may be very many.
    """
    keys = list(vacancies_for(person, day).values_list("pk", flat=True)[:most])
    told = with_clock(Seat.objects.filter(pk__in=keys)).order_by()
    found = told.select_related("membership__partnership", "membership__organisation").in_bulk()
    return [found[key] for key in keys]


def empty_told(vacant: Seat, day: date) -> str:
    """Return, to follow “nobody”, since when a place ``with_clock`` is empty: its last holder left,
    or it was opened; a place of old may have neither day."""
    last: date | None = getattr(vacant, "last", None)
    if last is not None:
        return f"since {in_words(last + timedelta(days=1))}, {days_told((day - last).days)}"
    if (opened := vacant.from_on) is not None:
        long = days_told((day - opened).days + 1)
        return f"yet, since it was opened on {in_words(opened)}, {long}"
    return "yet"


def days_told(number: int) -> str:
    """Return a number of days in words."""
    return "1 day" if number == 1 else f"{number} days"
