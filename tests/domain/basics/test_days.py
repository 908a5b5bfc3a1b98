from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.basics.days import current, day_of, end_of, in_words, why_not_ended
from joinedup.domain.organisations.models import Post
from joinedup.domain.partnerships.models import Membership

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
moments = st.datetimes(
    datetime(1900, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    datetime(2199, 12, 30),  # noqa: DTZ001 - as above
    timezones=st.timezones(),
    allow_imaginary=False,
)


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 6, 15, 22, 59, tzinfo=UTC), date(2026, 6, 15)),
        (datetime(2026, 6, 15, 23, 0, tzinfo=UTC), date(2026, 6, 16)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 29)),
    ],
)
def test_a_day_is_the_day_in_london(at, day):
    assert day_of(at) == day


@given(moments)
def test_a_moment_falls_before_the_end_of_its_day_and_not_before_that_of_the_day_before(at):
    day = day_of(at)

    assert end_of(day - timedelta(days=1)) <= at < end_of(day)


@given(days)
def test_the_first_moment_after_a_day_belongs_to_the_next(day):
    assert day_of(end_of(day)) == day + timedelta(days=1)


def test_a_day_is_written_without_a_leading_nought():
    assert in_words(date(2026, 3, 3)) == "3 March 2026"


@pytest.mark.parametrize(
    ("from_on", "on", "reason"),
    [
        (None, date(2026, 3, 3), None),
        (date(2026, 3, 3), None, None),
        (date(2026, 3, 3), date(2026, 3, 3), None),
        (
            date(2026, 3, 3),
            date(2026, 3, 2),
            "It began on 3 March 2026, so it cannot have ended before that.",
        ),
    ],
)
def test_nothing_ends_before_it_began(from_on, on, reason):
    assert why_not_ended(from_on, on) == reason


@given(st.none() | days, st.none() | days, days)
def test_what_holds_is_what_has_begun_and_is_not_over(from_on, to_on, day):
    holds = Post(from_on=from_on, to_on=to_on).holds_on(day)

    assert holds == ((from_on or day) <= day <= (to_on or day))


@pytest.mark.parametrize("from_on", [None, date(2026, 3, 3)])
@pytest.mark.parametrize("to_on", [None, date(2026, 3, 5)])
@pytest.mark.parametrize("day", [date(2026, 3, 2 + step) for step in range(5)])
def test_the_database_agrees_on_what_holds(cast, from_on, to_on, day):
    membership = cast.memberships["riverside"]
    Membership.objects.filter(pk=membership.pk).update(from_on=from_on, to_on=to_on)

    stands = Membership.objects.filter(current(day), pk=membership.pk).exists()

    assert stands == Membership.objects.get(pk=membership.pk).holds_on(day)
