"""What comes up for a person: dates of the next month, of which nothing has to be done today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from joinedup.domain.confirmations.kinds import ASKED_BEFORE
from joinedup.domain.confirmations.queries import confirmations_wanted
from joinedup.domain.organisations.kinds import OFFICERS
from joinedup.domain.organisations.queries import works_for
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Holder, Partnership
from joinedup.domain.partnerships.queries import kept_by
from joinedup.domain.partnerships.seats import places_of
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Round
from joinedup.domain.standpoints.seldom import seldom

SOON = timedelta(days=30)
# As many as are shown; nobody plans a month by more, and a large register has hundreds.
MOST = 10
# Days of the record that those who keep it wait for, and the page on which each is changed.
OF_RECORDS = {
    "next_review_on": ("{} is to be reviewed", "partnership_reviews"),
    "agreement_ends_on": ("The agreement of {} ends", "partnership"),
    "agreement_review_on": ("The agreement of {} is to be looked at again", "partnership"),
    "ends_on": ("{} is to end", "partnership"),
}


@dataclass(frozen=True)
class Coming:
    """One thing that comes up: what, on which day, and the page that tells more."""

    text: str
    on: date
    page: str
    args: tuple[str, ...]


def coming_up(person: Person, day: date) -> list[Coming]:
    """Return what comes up for ``person`` within a month after ``day``, the soonest first."""
    found = [
        *_of_records(person, day),
        *_of_rounds(person, day),
        *_of_places(person, day),
        *_to_confirm(person, day),
    ]
    return sorted(found, key=lambda one: (one.on, one.text))[:MOST]


@seldom
def records_coming_up(person: Person, day: date) -> QuerySet[Partnership]:
    """Return the records that ``person`` keeps of which a day lies within a month."""
    soon = Q()
    for name in OF_RECORDS:
        soon |= Q(**{f"{name}__gt": day, f"{name}__lte": day + SOON})
    kept = kept_by(person, day).filter(soon, state__in=RUNNING)
    return kept.order_by("folded_name", "pk")


@seldom
def rounds_closing(person: Person, day: date) -> QuerySet[Round]:
    """Return the rounds that close within a month, of the bodies ``person`` is an officer of."""
    hosts = works_for(person, day, *OFFICERS)
    open_now = Round.objects.filter(host__in=hosts, state=RoundState.OPEN)
    closing = open_now.filter(closes_on__gte=day, closes_on__lte=day + SOON)
    return closing.order_by("closes_on", "pk")


@seldom
def places_ending(person: Person, day: date) -> QuerySet[Holder]:
    """Return the places that ``person`` holds for a month at most."""
    seats = [place.seat for place in places_of(person, day)]
    ending = Holder.objects.filter(seat__in=seats, person=person, to_on__gte=day)
    ending = ending.filter(to_on__lte=day + SOON).select_related("seat__membership__partnership")
    return ending.order_by("to_on", "pk")


def _of_records(person: Person, day: date) -> Iterator[Coming]:
    for one in records_coming_up(person, day)[: MOST * MOST]:
        for name, (text, page) in OF_RECORDS.items():
            on = getattr(one, name)
            if on and day < on <= day + SOON:
                yield Coming(text.format(one.name), on, page, (one.public_id,))


def _of_rounds(person: Person, day: date) -> Iterator[Coming]:
    for one in rounds_closing(person, day)[:MOST]:
        yield Coming(f"{one.title} closes", one.closes_on, "round", (one.public_id,))


def _of_places(person: Person, day: date) -> Iterator[Coming]:
    for held in places_ending(person, day):
        where = held.seat.membership.partnership
        text = f"Your place on {where.name} ends"
        yield Coming(text, held.to_on or day, "partnership", (where.public_id,))


def _to_confirm(person: Person, day: date) -> Iterator[Coming]:
    for member, due_on in confirmations_wanted(person, day):
        if due_on is None or not day < (on := due_on - ASKED_BEFORE) <= day + SOON:
            continue
        where = member.partnership
        text = f"{member.member_name} is asked whether the record of {where.name} is right"
        yield Coming(text, on, "partnership", (where.public_id,))
