from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.demo.moments import Present, friday_near, months_from
from joinedup.domain.basics.days import day_of

PRESENT = Present(datetime(2026, 3, 31, 9, 0, tzinfo=UTC))
DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("1y", date(2025, 3, 31)),
        ("1m", date(2026, 2, 28)),
        ("1y 1m 3d", date(2025, 2, 25)),
        ("2w", date(2026, 3, 17)),
        ("in 8m", date(2026, 11, 30)),
        ("in 12d", date(2026, 4, 12)),
    ],
)
def test_a_day_is_told_as_how_long_ago_it_was_or_how_long_there_is(told, day):
    assert PRESENT.day(told) == day


@pytest.mark.parametrize("told", ["", "1", "y", "1y2m", "1 y", "in", "12 March", "-1y"])
def test_what_is_no_such_time_is_an_error(told):
    with pytest.raises(ValueError, match="is not a time such as"):
        PRESENT.day(told)


def test_what_is_told_in_months_lies_about_there_and_in_days_just_there():
    about = [PRESENT.about("2y 1m", key) for key in "abcdefgh"]

    assert all(timedelta() <= PRESENT.day("2y 1m") - day < timedelta(days=27) for day in about)
    assert len(set(about)) > 4
    assert PRESENT.about("1m 3d", "a") == PRESENT.day("1m 3d")
    assert PRESENT.about("in 2m", "a") >= PRESENT.day("in 2m")


@given(DAYS, st.text(max_size=5))
def test_a_moment_lies_on_its_day_between_its_hours_and_never_ahead(day, word):
    present = Present(datetime(2035, 6, 15, 12, 0, tzinfo=UTC))

    moment = present.moment(day, word, hours=(9, 17))

    assert moment <= present.at
    if day < present.today:
        assert (day_of(moment), 9 <= moment.hour < 17) == (day, True)


@given(DAYS, st.integers(-500, 500))
def test_so_many_months_later_is_the_same_day_or_the_last_before_it(day, months):
    later = months_from(day, months)

    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or months_from(later, 0) + timedelta(days=1) == later.replace(
        day=1
    ) + timedelta(days=later.day)


@given(DAYS)
def test_the_friday_near_a_day_is_a_friday_of_its_year(day):
    friday = friday_near(day)

    assert (friday.weekday(), friday.year) == (4, day.year)
    assert abs((friday - day).days) < 7


@given(DAYS, st.integers(0, 23))
def test_whenever_the_district_is_made_its_rounds_fall_in_years_of_their_own(day, hour):
    present = Present(datetime.combine(day, time(hour), tzinfo=UTC))

    closes = [present.round_closes(ago) for ago in range(4)]

    assert [closes[0].year - day.year for day in closes] == [0, 1, 2, 3]
    assert 6 <= (closes[0] - present.today).days <= 18
