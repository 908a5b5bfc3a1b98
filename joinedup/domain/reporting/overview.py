"""The partnerships of one person, of one host or with one body, with where each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Holder, Membership, Partnership
from joinedup.domain.partnerships.queries import listed_to, one_of_those, with_any_of
from joinedup.domain.partnerships.seats import sits_on
from joinedup.domain.people.models import Person
from joinedup.domain.results.queries import scores_of
from joinedup.domain.reviews.models import Review

SHOWN = 20
TOGETHER = 200


@dataclass(frozen=True)
class Standing:
    """A partnership and its latest results that stand, the newest first."""

    partnership: Partnership
    results: list[Review]

    @property
    def latest(self) -> Review | None:
        """Its newest result that stands."""
        return self.results[0] if self.results else None


def standings(partnerships: Iterable[Partnership], at: datetime) -> list[Standing]:
    """Return each partnership with the scores of its years that stand, in two queries."""
    listed = {each.pk: each for each in partnerships}
    chosen = Partnership.objects.filter(pk__in=list(listed))
    results: dict[int, list[Review]] = {key: [] for key in listed}
    told = scores_of(chosen, at).select_related(None).select_related("round")
    for review in told.defer("result"):
        review.partnership = listed[review.partnership_id]
        results[review.partnership_id].append(review)
    return [Standing(each, results[key]) for key, each in listed.items()]


def partnerships_of(person: Person, at: datetime) -> list[Standing]:
    """Return the first running partnerships a person may open: those they sit on, then others."""
    day = day_of(at)
    sat_on = Partnership.objects.filter(pk__in=sits_on(person, day), state__in=RUNNING)
    own = list(sat_on.order_by("folded_name", "id")[:SHOWN])
    running = listed_to(person, day).filter(state__in=RUNNING).order_by("folded_name", "id")
    others = running.exclude(pk__in=[each.pk for each in own])[: SHOWN - len(own)]
    return standings([*own, *others], at)


def shared_with(
    organisation: Organisation, person: Person, day: date, most: int = TOGETHER
) -> tuple[list[Membership], bool]:
    """Return a body's places, past and present, on the partnerships ``person`` may open, by name.

    No more than those on the first ``most`` partnerships, and whether there are others. The keys
    go from statement to statement: joined in one, a database that takes the tables to be empty
    needs minutes for a thousand rows.
    """
    theirs = Membership.objects.filter(organisation=organisation).order_by()
    found = with_any_of([theirs], listed_to(person, day)).order_by("folded_name", "id")
    first = list(found[: most + 1])
    by_key = {partnership.pk: partnership for partnership in first[:most]}
    places: dict[int, list[Membership]] = {key: [] for key in by_key}
    for place in theirs.filter(partnership__in=by_key).order_by("id"):
        place.partnership = by_key[place.partnership_id]
        places[place.partnership_id].append(place)
    return [place for there in places.values() for place in there], len(first) > most


def shared_counts(
    organisations: Iterable[int], among: QuerySet[Partnership], day: date
) -> dict[int, int]:
    """Return in how many of ``among`` each of these bodies is a member on ``day``."""
    members = Membership.objects.filter(
        current(day), one_of_those(among), organisation__in=organisations
    )
    counted = members.order_by().values_list("organisation")
    return dict(counted.annotate(Count("partnership", distinct=True)))


def who_sits(memberships: Iterable[int], day: date) -> dict[int, list[tuple[str, str]]]:
    """Return who sits on ``day`` in each of these memberships, with their capacity, by name."""
    holders = (
        Holder.objects.filter(
            current(day), current(day, "seat__"), seat__membership__in=memberships
        )
        .select_related("person", "seat")
        .order_by("person__name", "id")
    )
    sitting: dict[int, list[tuple[str, str]]] = {}
    for holder in holders:
        capacity = str(holder.seat.get_capacity_display())
        sitting.setdefault(holder.seat.membership_id, []).append((holder.person.name, capacity))
    return sitting
