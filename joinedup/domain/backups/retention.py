"""Which backups are kept: the newest of each of so many days, weeks and months."""

from collections.abc import Callable, Collection
from datetime import datetime

from joinedup.domain.basics.days import day_of


def kept(made: Collection[datetime], *, days: int, weeks: int, months: int) -> set[datetime]:
    """Return which of these backups to keep; the newest is always among them."""
    return (
        newest_of_each(made, days, lambda at: day_of(at).isoformat())
        | newest_of_each(made, weeks, lambda at: "{}-{}".format(*day_of(at).isocalendar()))
        | newest_of_each(made, months, lambda at: f"{day_of(at):%Y-%m}")
        | set(sorted(made)[-1:])
    )


def newest_of_each(
    made: Collection[datetime], many: int, period: Callable[[datetime], str]
) -> set[datetime]:
    """Return the newest of each of the latest ``many`` periods in which one was made."""
    newest: dict[str, datetime] = {}
    for moment in sorted(made):
        newest[period(moment)] = moment
    latest = sorted(newest.values(), reverse=True)
    return set(latest[:many])
