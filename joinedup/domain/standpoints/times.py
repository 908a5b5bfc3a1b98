"""Days and moments in a question, told by how far they lie from when it is asked."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from joinedup.domain.basics.days import LONDON, day_of, months_after

# Moments that no question has for a constant. They differ in season and hour, and no number of
# months from either is the same number of days, so that neither is taken for the other.
MOMENTS = (datetime(1987, 5, 3, 10, 20, tzinfo=UTC), datetime(1985, 1, 31, 15, 40, tzinfo=UTC))
DAYS = tuple(day_of(at) for at in MOMENTS)
# Of the day or moment of asking, the day or moment that is meant.
Time = Callable[[date], date]


class Unforeseen(Exception):
    """A question holds what follows neither from who asks, nor when, nor from where."""


def on(when: date) -> date:
    """Return the day of a moment, or the day."""
    return day_of(when) if isinstance(when, datetime) else when


def time_of(values: tuple[Any, ...], told: type[date]) -> Time:
    """Return what a question means that says this when it is asked at each of MOMENTS.

    ``told`` is datetime where it was told the moment and not the day alone. Raises ``Unforeseen``.
    """
    times = [as_time(each) for each in values]
    moments = [each for each in times if isinstance(each, datetime)]
    if not moments:
        return so_many_days(times) or so_many_months(times)
    if told is datetime:
        apart = {each - at for each, at in zip(moments, MOMENTS, strict=True)}
        if len(apart) == 1:
            (by,) = apart
            return lambda when: when + by
    return hour_of_a_day(moments)


def as_time(value: Any) -> date:
    """Return a value as the day or moment that it is for the database."""
    if isinstance(value, date):
        return value
    try:
        whole = datetime.fromisoformat(value).replace(tzinfo=UTC)
    except (TypeError, ValueError):
        raise Unforeseen from None
    return whole.date() if len(value) == len("1985-07-05") else whole


def so_many_days(days: list[date]) -> Time | None:
    """Return the day that lies so far from that of asking, in days, if each does."""
    apart = {each - day for each, day in zip(days, DAYS, strict=True)}
    if len(apart) > 1:
        return None
    (by,) = apart
    return lambda when: on(when) + by


def so_many_months(days: list[date]) -> Time:
    """Return the day that lies so many months from that of asking."""
    by = months_of(days[0]) - months_of(DAYS[0])
    if any(months_after(day, by) != each for each, day in zip(days, DAYS, strict=True)):
        raise Unforeseen
    return lambda when: months_after(on(when), by)


def months_of(day: date) -> int:
    """Return in which month a day lies, counted from the first."""
    return day.year * 12 + day.month


def hour_of_a_day(moments: list[datetime]) -> Time:
    """Return the hour in London of a day so far from that of asking."""
    local = [each.astimezone(LONDON) for each in moments]
    found = {(each.date() - day, each.time()) for each, day in zip(local, DAYS, strict=True)}
    if len(found) > 1:
        raise Unforeseen
    (told,) = found
    by: timedelta = told[0]
    hour: time = told[1]
    return lambda when: datetime.combine(on(when) + by, hour, tzinfo=LONDON)
