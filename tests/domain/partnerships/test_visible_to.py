from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.actions import end_post
from joinedup.domain.partnerships import queries
from joinedup.domain.partnerships.actions import end_membership, move_partnership, vacate_seat
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.queries import listed_to, visible_to
from tests.cast import EVERYBODY, LEFT_ON

NOBODY = {"public", "ticket holder", "former seat", "foreign body's officer"}


@pytest.mark.parametrize("kind", EVERYBODY)
def test_each_kind_of_person_sees_the_partnership_or_does_not(cast, now, kind):
    seen = list(visible_to(cast.who(kind), day_of(now)))

    assert (cast.safer in seen) == (kind not in NOBODY)


@pytest.mark.parametrize("kind", EVERYBODY)
def test_nobody_but_its_own_sees_another_districts_partnership(cast, now, kind):
    seen = list(visible_to(cast.who(kind), day_of(now)))

    assert (cast.growth in seen) == (kind == "foreign body's officer")


@pytest.mark.parametrize("kind", EVERYBODY)
def test_nobody_sees_a_partnership_twice(cast, now, kind):
    seen = [partnership.pk for partnership in visible_to(cast.who(kind), day_of(now))]

    assert len(seen) == len(set(seen))


def test_a_person_sees_until_the_last_day_of_their_place_and_not_after(cast):
    assert cast.safer in visible_to(cast.derek, LEFT_ON)
    assert cast.safer not in visible_to(cast.derek, LEFT_ON + timedelta(days=1))


def test_a_person_sees_from_the_day_they_take_their_place(cast):
    first = day_of(cast.at)

    assert cast.safer in visible_to(cast.ade, first)
    assert cast.safer not in visible_to(cast.ade, first - timedelta(days=1))


def test_leaving_a_place_ends_what_a_person_sees(cast, now):
    vacate_seat(cast.seats["ade"], on=day_of(now) - timedelta(days=1), by=cast.priya, at=now)

    assert list(visible_to(cast.ade, day_of(now))) == []


def test_a_membership_that_ends_takes_its_places_along(cast, now):
    yesterday = day_of(now) - timedelta(days=1)

    end_membership(cast.memberships["riverside"], on=yesterday, because="", by=cast.priya, at=now)

    assert list(visible_to(cast.ade, day_of(now))) == []


def test_an_officer_whose_post_has_ended_sees_nothing(cast, now):
    post = cast.marcus.posts.get()

    end_post(post, on=day_of(now) - timedelta(days=1), because="", by=cast.grace, at=now)

    assert list(visible_to(cast.marcus, day_of(now))) == []


def test_a_partnership_that_has_ended_stays_visible_to_its_members(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    assert list(visible_to(cast.ade, day_of(now))) == [cast.safer]


@pytest.mark.parametrize("few", [0, 1, 500])
@pytest.mark.parametrize("kind", EVERYBODY)
def test_lists_hold_what_may_be_opened_whether_few_or_many(cast, now, monkeypatch, kind, few):
    monkeypatch.setattr(queries, "FEW", few)

    listed = sorted(each.name for each in listed_to(cast.who(kind), day_of(now)))

    assert listed == sorted(each.name for each in visible_to(cast.who(kind), day_of(now)))
