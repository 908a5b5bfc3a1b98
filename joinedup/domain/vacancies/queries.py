from datetime import date, timedelta

from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from joinedup.domain.basics.days import in_words
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import LEADING, OVER
from joinedup.domain.partnerships.models import Holder, Membership, Partnership, Seat
from joinedup.domain.partnerships.queries import (
    FEW,
    empty_seats,
    kept_by,
    leads_of,
    memberships_spoken_for,
    vacant_seats,
)
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person

LOOKED_AT = 100


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
    vacant = empty_seats(day).filter(membership__in=theirs.order_by().values("pk"))
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


def some_empty(person: Person, day: date, most: int, looked_at: int = 0) -> list[Seat]:
    """Return a few of these places, the longest empty of the ``looked_at`` that were there first.

    Since when a place is empty is worked out of its holders: of all places of a large register that
    takes longer with every one. Where there are no more than that, they are the longest of all.
    """
    keys = list(first_empty(person, day)[: looked_at or LOOKED_AT])
    told = with_clock(Seat.objects.filter(pk__in=keys)).order_by()
    found = told.select_related("membership__partnership", "membership__organisation")
    return sorted(found, key=lambda seat: (empty_since(seat), seat.pk))[:most]


def first_empty(person: Person, day: date) -> QuerySet[Seat, int]:
    """Return the keys of the empty places that ``person`` may fill, as they were made.

    Few are found by the keys of what they hang on; many are asked one by one, as they come.
    """
    leads = leads_of(person, day)
    spoken_for = memberships_spoken_for(person, day).order_by()
    led = list(leads.distinct()[: FEW + 1])
    members = list(spoken_for.values_list("pk", flat=True)[: FEW + 1])
    chaired = sits_on(person, day, *LEADING)
    member = "membership__"
    if max(len(led), len(members)) <= FEW:
        kept = {row["partnership"] for row in led} | {*chaired}
        theirs = Q(membership__in=members) | Q(membership__partnership__in=kept)
    else:
        bodies = works_for(person, day, *OFFICERS)
        leading = leads.filter(partnership=OuterRef(f"{member}partnership"))
        theirs = Exists(leading) | Q(membership__organisation__in=bodies)
        theirs |= Q(membership__partnership__in=chaired)
    vacant = empty_seats(day).filter(theirs)
    vacant = vacant.exclude(membership__partnership__state__in=OVER)
    return vacant.order_by("pk").values_list("pk", flat=True)


def empty_since(vacant: Seat) -> date:
    """Return the last day a place ``with_clock`` was held, or it was opened; late where unknown."""
    last: date | None = getattr(vacant, "last", None)
    return last or vacant.from_on or date.max


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
