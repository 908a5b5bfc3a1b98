from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from joinedup.domain.basics.days import current, in_time
from joinedup.domain.basics.folding import folded
from joinedup.domain.basics.remembered import remembered
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import LEADING, OVER, State, Tier, Told
from joinedup.domain.partnerships.models import (
    Holder,
    Hosting,
    Membership,
    OtherPartnershipName,
    Partnership,
    ReportedScore,
    Seat,
    Theme,
)
from joinedup.domain.partnerships.papers import PAPERS
from joinedup.domain.partnerships.seats import places_of, sits_on
from joinedup.domain.people.models import Person

# As many partnerships as are looked up by their keys, rather than asked one by one.
FEW = 500


def of_their_bodies(person: Person, day: date) -> list[QuerySet[Any]]:
    """Return what opens partnerships to ``person`` by the bodies they work for, if they do."""
    bodies = works_for(person, day)
    if not bodies:
        return []
    return [
        things.filter(current(day), organisation__in=bodies).order_by()
        for things in (Hosting.objects, Membership.objects)
    ]


def visible_to(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships ``person`` may open on ``day``.

    Those they hold a seat in, and those that a body they work for belongs to or hosts. Everybody
    else gets the same "not found" as for a partnership that never was.
    """
    if not person.is_authenticated:
        return Partnership.objects.none()
    found = Q(pk__in=sits_on(person, day))
    for way in of_their_bodies(person, day):
        found |= Q(pk__in=way.values("partnership"))
    return Partnership.objects.filter(found)


def listed_to(person: Person, day: date) -> QuerySet[Partnership]:
    """Return what ``visible_to`` returns, in the form in which long lists are read fastest.

    Many are asked one by one as the list is read in its order, so that the first page of a hundred
    thousand costs what that of a thousand does. Keys go from statement to statement, so that
    no plan for joining large tables can be bad.
    """
    if not person.is_authenticated:
        return Partnership.objects.none()
    places = [place.membership for place in places_of(person, day)]
    ways = [*of_their_bodies(person, day), Membership.objects.filter(pk__in=places)]
    return with_any_of(ways, Partnership.objects.all())


def with_any_of(
    ways: list[QuerySet[Any]],
    among: QuerySet[Partnership],
    asked: Callable[[], QuerySet[Partnership]] | None = None,
) -> QuerySet[Partnership]:
    """Return those of ``among`` on which any of these hangs: few by key, many asked one by one.

    ``asked`` may say in place of ``among`` which of many are worth asking.
    """
    keys: set[int] = set()
    each = Q()
    for way in ways:
        keys |= set(way.order_by().values_list("partnership", flat=True).distinct()[: FEW + 1])
        each |= Q(Exists(way.filter(partnership=OuterRef("pk"))))
    if len(keys) <= FEW:
        return among.filter(pk__in=sorted(keys))
    return (asked() if asked else among).filter(each)


def run_by(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose lead host ``person`` is an officer or manager of."""
    return Partnership.objects.filter(pk__in=leads_of(person, day))


def leads_of(person: Person, day: date) -> QuerySet[Any]:
    """Return the keys of the same, for a question within a question."""
    bodies = works_for(person, day, *OFFICERS)
    leads = Hosting.objects.filter(current(day), is_lead=True, organisation__in=bodies)
    return leads.order_by().values("partnership")


def runs(person: Person, partnership: Partnership, day: date) -> bool:
    """Tell whether ``person`` is an officer or manager of the lead host of this partnership."""
    bodies = works_for(person, day, *OFFICERS)

    def ask() -> list[int]:
        leads = Hosting.objects.filter(current(day), is_lead=True, partnership=partnership.pk)
        return list(leads.order_by().values_list("organisation", flat=True))

    return bool(bodies) and not {*bodies}.isdisjoint(
        remembered(("lead host", partnership.pk, day), ask)
    )


def kept_by(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the partnerships whose shared record ``person`` keeps."""
    return Partnership.objects.filter(
        Q(pk__in=leads_of(person, day)) | Q(pk__in=sits_on(person, day, *LEADING))
    )


def memberships_spoken_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the memberships of bodies that ``person`` is an officer or manager of."""
    bodies = works_for(person, day, *OFFICERS)
    return Membership.objects.filter(current(day), organisation__in=bodies)


def hosts_of(partnership: Partnership, day: date) -> QuerySet[Hosting]:
    """Return who administers the record on ``day``, the lead host first."""
    return partnership.hostings.filter(current(day)).select_related("organisation")


def bodies_of(partnership: Partnership, day: date) -> QuerySet[Organisation]:
    """Return the organisations that belong to it or host it on ``day``."""
    hosts, members = (
        things.filter(current(day)).values("organisation")
        for things in (partnership.hostings, partnership.memberships)
    )
    return Organisation.objects.filter(Q(pk__in=hosts) | Q(pk__in=members))


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


def empty_seats(day: date) -> QuerySet[Seat]:
    """Return the seats that nobody holds on ``day``, in memberships that stand then."""
    held = Holder.objects.filter(current(day), seat=OuterRef("pk")).order_by()
    return Seat.objects.filter(~Exists(held), current(day), current(day, "membership__"))


def vacant_seats(partnerships: QuerySet[Partnership], day: date) -> QuerySet[Seat]:
    """Return the seats in these partnerships that nobody holds on ``day``."""
    return empty_seats(day).filter(membership__partnership__in=partnerships)


def found_by(name: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` with every word of ``name`` in any name they ever had."""
    found = among
    for word in folded(name).split():
        found = found.filter(
            Q(folded_name__contains=word)
            | Q(pk__in=Partnership.objects.filter(other_names__folded_name__contains=word))
        )
    return found


def lacking_something(day: date) -> Q:
    """Return the condition under which ``papers.lacking`` finds something."""
    without = Q()
    for paper in PAPERS:
        without |= Q(**{paper.field: Told.NO})
    return (without | Q(agreement_ends_on__lt=day)) & ~Q(state__in=OVER)


def themes_among(among: QuerySet[Partnership], limit: int, most: int) -> dict[str, int]:
    """Return the themes of ``among`` and how many are about each, the most frequent first.

    Looks at no more than ``most``; where there are more, each count is 0.
    """
    themes = Theme.objects.filter(one_of_those(among)).order_by()
    told = list(themes.values_list("folded_name", "name")[: most + 1])
    counted, names = Counter(fold for fold, _ in told), dict(sorted(told, reverse=True))
    first = sorted(counted, key=lambda fold: (-counted[fold], fold))[:limit]
    return {names[fold]: 0 if len(told) > most else counted[fold] for fold in first}


def hosts_among(among: QuerySet[Partnership], day: date, limit: int) -> QuerySet[Organisation]:
    """Return the bodies that administer any of ``among``, no more than ``limit``."""
    hosting = Hosting.objects.filter(current(day))
    seen = hosting.filter(one_of_those(among), organisation=OuterRef("pk"))
    hosts = Organisation.objects.filter(pk__in=hosting.order_by().values("organisation").distinct())
    return hosts.filter(Exists(seen))[:limit]


def one_of_those(among: QuerySet[Partnership]) -> Exists:
    """Return the condition that a row's partnership is one of ``among``, asked row by row.

    Put together first, all of a hundred thousand take longer than the rows that are asked about.
    """
    return Exists(among.order_by().filter(pk=OuterRef("partnership")))


def register_counts(
    among: QuerySet[Partnership], day: date, most: int, **sorts: Q
) -> dict[str, int]:
    """Return how many of ``among`` there are of each sort, those of the caller's too, in one query.

    Looks at no more than ``most``, so that a very large register is not counted through for
    each page.
    """
    sorts |= {state.value: Q(state=state) for state in State}
    sorts |= {"tier_1": Q(tier=Tier.SIGNIFICANT), "missing": lacking_something(day)}
    counted = {sort: Count("pk", filter=condition) for sort, condition in sorts.items()}
    looked_at = Partnership.objects.filter(pk__in=among.order_by().values("pk")[:most])
    return looked_at.aggregate(all=Count("pk"), **counted)


def member_counts(partnerships: Iterable[int], day: date) -> dict[int, int]:
    """Return how many members each of these partnerships has on ``day``."""
    members = Membership.objects.filter(current(day), partnership__in=partnerships)
    counted = members.order_by().values_list("partnership").annotate(Count("pk"))
    return dict(counted)


def latest_reported(partnerships: Iterable[int]) -> dict[int, ReportedScore]:
    """Return the latest score reported for each of these partnerships."""
    scores = ReportedScore.objects.filter(partnership__in=partnerships).order_by("year")
    return {score.partnership_id: score for score in scores}


def other_names_of(partnerships: Iterable[int]) -> dict[int, list[str]]:
    """Return the other names of each of these partnerships."""
    names: dict[int, list[str]] = {}
    for other in in_time(OtherPartnershipName.objects.filter(partnership__in=partnerships)):
        names.setdefault(other.partnership_id, []).append(other.name)
    return names


def named_alike(name: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` that bear or ever bore this name, however it is typed."""
    fold = folded(name)
    others = OtherPartnershipName.objects.filter(folded_name=fold)
    return among.filter(Q(folded_name=fold) | Q(pk__in=others.values("partnership")))
