from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from joinedup.domain.basics.days import current, day_of
from joinedup.domain.confirmations.kinds import ASKED_BEFORE, CONFIRMED_FOR, MATTERS, WINDOW
from joinedup.domain.confirmations.models import Challenge, Confirmation
from joinedup.domain.journal.models import Entry
from joinedup.domain.journal.queries import history_of
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.organisations.models import Organisation, Post
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import OVER, State
from joinedup.domain.partnerships.models import Holder, Hosting, Membership, Partnership
from joinedup.domain.partnerships.queries import FEW, kept_by
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person
from joinedup.domain.standpoints.seldom import seldom

AT = "seat__membership__"
SINCE = Coalesce("confirmed_on", "from_on", "seat__from_on")
BY_NAME = (f"{AT}partnership__folded_name", f"{AT}organisation__folded_name", "id")


def reported_lately(partnership: Partnership, at: datetime) -> QuerySet[Entry]:
    """Return what somebody changed in the last fourteen days and others may question still."""
    entries = history_of(partnership).filter(verb__in=MATTERS, at__gt=at - WINDOW)
    return entries.exclude(by="")


def stands_on(entry: Entry) -> date:
    """Return the last day on which a change may be questioned."""
    return day_of(entry.at + WINDOW)


def challenges_to(partnership: Partnership) -> QuerySet[Challenge]:
    """Return every question ever put, the latest first; ask ``visible_to`` first."""
    return Challenge.objects.filter(partnership=partnership).select_related(
        "membership__organisation", "asked_by", "answered_by", "entry"
    )


def memberships_sat_for(
    partnership: Partnership, person: Person, day: date
) -> QuerySet[Membership]:
    """Return the members of the partnership that ``person`` holds a place for."""
    theirs = [place.membership for place in places_of(person, day)]
    sat_for = Membership.objects.filter(pk__in=theirs, partnership=partnership)
    return sat_for.select_related("organisation", "partnership")


def latest_confirmations(partnerships: Iterable[int]) -> dict[int, Confirmation]:
    """Return who last confirmed the record of each of these partnerships, and for whom."""
    said = Confirmation.objects.filter(membership__partnership__in=partnerships)
    said = said.select_related("membership__organisation", "confirmed_by").order_by(
        "confirmed_at", "id"
    )
    return {each.membership.partnership_id: each for each in said}


@seldom
def sat_for(person: Person, day: date) -> QuerySet[Membership]:
    """Return the members of partnerships at work that ``person`` sits for."""
    theirs = [place.membership for place in places_of(person, day)]
    members = Membership.objects.filter(pk__in=theirs, partnership__state=State.ACTIVE)
    return members.select_related("organisation", "partnership")


def confirmations_wanted(person: Person, day: date) -> list[tuple[Membership, date | None]]:
    """Return the members ``person`` sits for that have not confirmed in a year, and by when to.

    A record that was brought in asks for its members' confirmation within the year
    (DESIGN 10.21); every other asks again a year after the last one.
    """
    found = list(sat_for(person, day))
    if not found:
        return []
    last = {
        each.membership_id: day_of(each.confirmed_at)
        for each in Confirmation.objects.filter(membership__in=found).order_by("confirmed_at")
    }
    wanted = [(each, last.get(each.pk)) for each in found]
    return [
        (each, confirmed + CONFIRMED_FOR if confirmed else None)
        for each, confirmed in wanted
        if confirmed is not None or each.partnership.agreed_before
    ]


def places_to_confirm(organisation: Organisation, day: date) -> QuerySet[Holder]:
    """Return who holds the places a body looks after, and was not confirmed within the year.

    Those held for it and, on records it leads, those held for members that have no officer here
    to do so. ``since`` is when each was last confirmed, or taken.
    """
    leads = leads_of_body(organisation, day)
    return not_confirmed(organisation, day, Q(**{f"{AT}partnership__in": leads}))


def leads_of_body(organisation: Organisation, day: date) -> QuerySet[Hosting, Any]:
    """Return the keys of the partnerships whose record a body leads."""
    leads = Hosting.objects.filter(current(day), is_lead=True, organisation=organisation)
    return leads.order_by().values("partnership")


def not_confirmed(organisation: Organisation, day: date, is_led: Q) -> QuerySet[Holder]:
    """Return the same, where ``is_led`` finds the places on records that the body leads."""
    spoken_for = Post.objects.filter(current(day), kind__in=OFFICERS).values("organisation")
    member = AT
    theirs = Q(**{f"{member}organisation": organisation}) | (
        is_led & ~Q(**{f"{member}organisation__in": spoken_for})
    )
    long_ago = Q(since__isnull=True) | Q(since__lte=day - CONFIRMED_FOR + ASKED_BEFORE)
    return (
        Holder.objects.filter(current(day), current(day, "seat__"), current(day, member), theirs)
        .exclude(**{f"{member}partnership__state__in": OVER})
        .annotate(since=SINCE)
        .filter(long_ago)
        .select_related("person", f"{member}partnership", f"{member}organisation")
        .order_by(*BY_NAME)
    )


def first_to_confirm(organisation: Organisation, day: date, most: int) -> dict[int, date | None]:
    """Return the keys of these, or of the first of very many as they took their places.

    With each since when it was not confirmed. To put all of them in order, or to count them, takes
    longer with every one.
    """
    leads = leads_of_body(organisation, day)
    members = Membership.objects.filter(current(day), organisation=organisation).order_by()
    is_led = Q(**{f"{AT}partnership__in": leads})
    if leads.union(members.values("partnership"), all=True)[: FEW + 1].count() > FEW:
        # Of very many, each is asked as it comes.
        is_led = Q(Exists(leads.filter(partnership=OuterRef(f"{AT}partnership"))))
    due = not_confirmed(organisation, day, is_led).select_related(None)
    return dict(due.order_by("pk").values_list("pk", SINCE)[:most])


def some_to_confirm(organisation: Organisation, day: date, most: int) -> list[Holder]:
    """Return the same as people read them, by name."""
    first = first_to_confirm(organisation, day, most)
    told = Holder.objects.filter(pk__in=list(first)).annotate(since=SINCE)
    told = told.select_related("person", f"{AT}partnership", f"{AT}organisation")
    return list(told.order_by(*BY_NAME))


def looking_after_places(person: Person, day: date) -> list[int]:
    """Return the keys of the bodies for which ``person`` says who still sits where.

    Those of which they are an officer or manager, or the steward where there is neither.
    """
    own = works_for(person, day, *OFFICERS)
    alone = {*works_for(person, day, PostKind.STEWARD)} - {*own}
    if alone:
        officers = Post.objects.filter(current(day), kind__in=OFFICERS, organisation__in=alone)
        alone -= {*officers.order_by().values_list("organisation", flat=True)}
    return sorted({*own, *alone})


@seldom
def questions_to_answer(person: Person, day: date) -> QuerySet[Challenge]:
    """Return the questions about records that ``person`` keeps and that nobody has answered."""
    return Challenge.objects.filter(
        answered_at__isnull=True, partnership__in=kept_by(person, day).order_by().values("pk")
    ).select_related("partnership", "membership__organisation")
