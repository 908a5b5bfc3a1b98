"""The few empty places under What needs you are found without going through all there are."""

from datetime import timedelta

import pytest

from joinedup.domain.partnerships.actions import open_seat, vacate_seat
from joinedup.domain.vacancies import queries
from joinedup.domain.vacancies.queries import longest_empty, some_empty
from tests.cast import EVERYBODY

pytestmark = pytest.mark.django_db
SIGNED_IN = [kind for kind in EVERYBODY if kind != "public"]


@pytest.fixture
def empty(cast, now):
    """Make three places nobody holds; the last made is not the last empty."""
    who = {"by": cast.priya, "at": now}
    day = now.date()
    for name, days in (("ruth", 5), ("ade", 3)):
        vacate_seat(cast.seats[name], on=day - timedelta(days=days), **who)
    member = cast.seats["ruth"].membership
    long = open_seat(member, person=cast.ruth, capacity="REPRESENTATIVE", **who)
    vacate_seat(long, on=day, **who)
    return day + timedelta(days=1)


def told(found):
    return [seat.pk for seat in found]


@pytest.mark.parametrize("few", [0, 500])
def test_everybody_is_shown_the_longest_empty_of_those_they_may_fill(cast, empty, monkeypatch, few):
    monkeypatch.setattr(queries, "FEW", few)

    exact = {kind: told(longest_empty(cast.who(kind), empty, 9)) for kind in SIGNED_IN}
    shown = {kind: told(some_empty(cast.who(kind), empty, 9)) for kind in SIGNED_IN}

    assert shown == exact
    assert (len(exact["lead host's officer"]) > 2, exact["core seat"]) == (True, [])


def test_where_there_are_very_many_those_that_were_there_first_are_compared(
    cast, empty, monkeypatch
):
    monkeypatch.setattr(queries, "LOOKED_AT", 2)
    every = told(longest_empty(cast.priya, empty, 9))

    shown = told(some_empty(cast.priya, empty, 9))

    first = sorted(every)[:2]
    assert shown == [key for key in every if key in first]


def test_the_page_compares_as_many_as_it_shows(cast, empty, monkeypatch):
    monkeypatch.setattr(queries, "LOOKED_AT", 1)

    assert told(some_empty(cast.priya, empty, 9, 9)) == told(longest_empty(cast.priya, empty, 9))
