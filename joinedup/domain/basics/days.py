"""Days as the people here live them: judged in Europe/London, ending at midnight there."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from typing import TypeVar
from zoneinfo import ZoneInfo

from django.db import models
from django.db.models import F, Q, QuerySet

from joinedup.domain.basics.constraints import in_order

Name = TypeVar("Name", bound=models.Model)
LONDON = ZoneInfo("Europe/London")


def day_of(at: datetime) -> date:
    """Return the day it is in London at the moment ``at``."""
    return at.astimezone(LONDON).date()


def end_of(day: date) -> datetime:
    """Return the first moment after ``day`` in London: a thing due on a day is due until then."""
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=LONDON)


def last_day_before(moment: datetime) -> date:
    """Return the last day that lies wholly before ``moment``, where this is an ``end_of``."""
    return day_of(moment - timedelta(microseconds=1))


def months_after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def in_words(day: date) -> str:
    """Return a day as it is written here: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"


def moment_in_words(at: datetime) -> str:
    """Return a moment as people here say it: 3 March 2026 at 4:05pm."""
    local = at.astimezone(LONDON)
    hour, half = local.hour % 12 or 12, "am" if local.hour < 12 else "pm"
    said = f"{hour}:{local:%M}{half}" if local.minute else f"{hour}{half}"
    said = {"12am": "midnight", "12pm": "midday"}.get(said, said)
    return f"{in_words(local.date())} at {said}"


def period_in_words(from_on: date | None, to_on: date | None) -> str:
    """Return from when to when something held: “until 3 March 2026”; nothing where unknown."""
    if from_on and to_on:
        return f"{in_words(from_on)} to {in_words(to_on)}"
    if to_on:
        return f"until {in_words(to_on)}"
    return f"since {in_words(from_on)}" if from_on else ""


def why_not_ended(from_on: date | None, on: date | None) -> str | None:
    """Return why something that began on ``from_on`` cannot end ``on`` that day, or None."""
    if from_on is None or on is None or on >= from_on:
        return None
    return f"It began on {in_words(from_on)}, so it cannot have ended before that."


class Dated(models.Model):
    """Something that holds from a day to a day, both included; unknown ends stay open."""

    from_on = models.DateField(null=True, blank=True)
    to_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
        constraints = [in_order("from_on", "to_on")]

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on ``day``."""
        begun = self.from_on is None or self.from_on <= day
        return begun and (self.to_on is None or self.to_on >= day)


def current(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated thing, at ``prefix``, holds on ``day``."""
    begun = Q(**{f"{prefix}from_on__isnull": True}) | Q(**{f"{prefix}from_on__lte": day})
    return begun & not_over(day, prefix)


def not_over(day: date, prefix: str = "") -> Q:
    """Return the condition that a dated thing, at ``prefix``, holds on ``day`` or later."""
    return Q(**{f"{prefix}to_on__isnull": True}) | Q(**{f"{prefix}to_on__gte": day})


def in_time(named: QuerySet[Name]) -> QuerySet[Name]:
    """Return dated names as they are told: those that still hold, then the latest to end first.

    Databases differ on where an unknown day stands; this says it.
    """
    return named.order_by(F("to_on").desc(nulls_first=True), "name", "pk")
