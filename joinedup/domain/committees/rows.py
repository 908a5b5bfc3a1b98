"""Every running partnership of a host as a light row: for the CSV, and to be kept with a report."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.papers import FIELDS, lacking
from joinedup.domain.reporting.portfolio import BY_WEIGHT, led_on
from joinedup.domain.reporting.tallies import Light, Tallies, tallies_of
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.second_looks.queries import due_after


class Row(NamedTuple):
    """A partnership on the day of a report; empty where there is nothing to tell.

    ``result`` is the identifier of its latest result, whose page shows how it was worked out.
    """

    number: str
    name: str
    tier: str
    year: str
    band: str
    score: str
    before: str
    second_look: str
    missing: str
    result: str


HEADINGS = (
    "Joined Up number",
    "Partnership",
    "Tier",
    "Year of the latest result",
    "Band",
    "Score out of 100",
    "Score the time before, same questions",
    "Second look by",
    "Missing by the record",
)


def rows_of(host: Any, at: datetime, among: Iterable[int] | None = None) -> Iterator[Row]:
    """Yield the running partnerships ``host`` leads, the most significant first."""
    day = day_of(at)
    led = led_on(host, day)
    if among is not None:
        led = led.filter(pk__in=list(among))
    tallies = tallies_of(led, at)
    stands_at = dict(Round.objects.filter(stands_at__lte=at).values_list("pk", "stands_at"))
    known = Review.objects.filter(partnership__in=led.order_by().values("pk"), round__in=stands_at)
    results = dict(known.order_by().values_list("pk", "public_id").iterator())
    running = led.filter(state__in=RUNNING).order_by(*BY_WEIGHT)
    for facts in running.values("pk", "public_id", "name", "tier", *FIELDS).iterator():
        now = tallies.newest.get(facts["pk"])
        yield Row(
            number=facts["public_id"],
            name=facts["name"],
            tier=str(facts["tier"] or ""),
            year=str(now.year) if now else "",
            band=now.band if now else "",
            score=printed(now.overall) if now else "",
            before=before_of(now, tallies),
            second_look=second_look_of(now, stands_at),
            missing="; ".join(lacking(facts, day)),
            result=results.get(now.review, "") if now else "",
        )


def printed(score: Any) -> str:
    """Return a score as it is printed everywhere, or nothing."""
    return "" if score is None else f"{score:.1f}"


def before_of(now: Light | None, tallies: Tallies) -> str:
    """Return the score the time before, where the same questions were asked."""
    then = tallies.before.get(now.partnership) if now else None
    if now is None or then is None or now.instrument != then.instrument:
        return ""
    return printed(then.overall)


def second_look_of(now: Light | None, stands_at: dict[int, Any]) -> str:
    """Return by when a result below Sound is looked at again."""
    due = due_after(now.band, stands_at.get(now.round)) if now else None
    return due.isoformat() if due else ""
