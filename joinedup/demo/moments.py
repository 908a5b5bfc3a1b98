"""Days told as how long before today they lie, so that the demonstration never ages."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from joinedup.demo.chance import chance
from joinedup.domain.basics.days import LONDON, day_of

PART = re.compile(r"(\d+)([ymwd])")
TOLD = re.compile(r"(in )?\d+[ymwd]( \d+[ymwd])*")
FRIDAY = 4
CLOSES_IN = timedelta(days=12)


@dataclass(frozen=True)
class Present:
    """The moment the demonstration is made; everything in it lies before or after this."""

    at: datetime

    @property
    def today(self) -> date:
        """The day it is."""
        return day_of(self.at)

    def day(self, told: str) -> date:
        """Return the day of ``1y 2m 3d`` (that long ago) or ``in 5m`` (still to come)."""
        if not TOLD.fullmatch(told):
            raise ValueError(f"{told!r} is not a time such as “1y 2m 3d” or “in 5m”.")
        sign = 1 if told.startswith("in ") else -1
        long = {"y": 0, "m": 0, "w": 0, "d": 0}
        for number, unit in PART.findall(told):
            long[unit] += int(number)
        moved = months_from(self.today, sign * (12 * long["y"] + long["m"]))
        return moved + sign * timedelta(weeks=long["w"], days=long["d"])

    def about(self, told: str, *words: object) -> date:
        """Return a day such as the record has: one told in days is exact, another lies about there.

        Otherwise all that was so many months ago would have been on one day of the month.
        """
        day = self.day(told)
        if told.endswith("d"):
            return day
        away = int(chance("about", told, *words) * 27)
        return day + timedelta(days=away if told.startswith("in ") else -away)

    def round_closes(self, years_ago: int) -> date:
        """Return the last day of the yearly round that is open now, or of one so many years ago."""
        return friday_near(months_from(self.today + CLOSES_IN, -12 * years_ago))

    def moment(self, day: date, *words: object, hours: tuple[int, int] = (9, 17)) -> datetime:
        """Return a moment of ``day`` in those hours, always the same for the same words.

        What is still to come on the day the demonstration is made has happened just now.
        """
        first, last = hours
        minutes = int(chance("minute", day.toordinal() - self.today.toordinal(), *words) * 60)
        hour = first + int(chance("hour", *words) * (last - first))
        return min(datetime.combine(day, time(hour, minutes), tzinfo=LONDON), self.at)


def months_from(day: date, months: int) -> date:
    """Return the same day of the month so many months later, or the month's last before it."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def friday_near(day: date) -> date:
    """Return the Friday nearest to ``day`` in the same year, so that years stay apart."""
    ahead = (FRIDAY - day.weekday() + 3) % 7 - 3
    found = day + timedelta(days=ahead)
    return found if found.year == day.year else found + timedelta(days=7 if ahead < 0 else -7)
