from datetime import date, timedelta

from django.db.models import F, Max, Q, QuerySet
from django.db.models.functions import Coalesce

from joinedup.domain.basics.days import in_words
from joinedup.domain.partnerships.kinds import OVER
from joinedup.domain.partnerships.models import Membership, Partnership, Seat
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
    vacant = vacant_seats(Partnership.objects.order_by(), day).filter(membership__in=theirs)
    return (
        with_clock(vacant)
        .annotate(since=Coalesce("last", "from_on"))
        .select_related("membership__partnership", "membership__organisation")
        .order_by(F("since").asc(nulls_last=True), "pk")
    )


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
