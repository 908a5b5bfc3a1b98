from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet

from joinedup.domain.basics.changes import change
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import insist
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.rules import why_not_ask
from joinedup.domain.journal.actions import record
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import RUNNING
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import run_by
from joinedup.domain.people.models import Person
from joinedup.domain.reviews.kinds import Asking, OfficialView, RoundState
from joinedup.domain.reviews.models import Review, Round
from joinedup.domain.reviews.queries.anonymous import too_small
from joinedup.domain.reviews.rules import (
    why_not_leave_out,
    why_not_prepare,
    why_not_run_rounds,
)


@transaction.atomic
def prepare_round(
    host: Organisation,
    title: str,
    *,
    instrument: InstrumentVersion,
    opens_on: date,
    closes_on: date,
    by: Person,
    at: datetime,
    **details: Any,
) -> Round:
    """Begin a round: what is asked and when. Nobody is told until it is opened."""
    insist(why_not_run_rounds(host, by, day_of(at)))
    insist(why_not_ask(host, instrument), "instrument")
    round = Round.objects.create(
        host=host,
        title=title.strip(),
        year=closes_on.year,
        instrument=instrument,
        opens_on=opens_on,
        closes_on=closes_on,
        **_by_person_where_anonymous(details),
    )
    record("round.prepared", round, by=by, at=at)
    return round


def _by_person_where_anonymous(values: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of a round; in an anonymous one every person counts the same."""
    if values.get("asking") != Asking.ANONYMOUS:
        return values
    return values | {"official_view": OfficialView.PERSON}


@transaction.atomic
def change_round(round: Round, *, version: int, by: Person, at: datetime, **values: Any) -> None:
    """Change the dates or the way of a round that has not been opened."""
    insist(why_not_prepare(round, by, day_of(at)))
    change(round, expecting=(RoundState.DRAFT, version), **_by_person_where_anonymous(values))
    record("round.changed", round, by=by, at=at)


@transaction.atomic
def choose_partnerships(
    round: Round, chosen: QuerySet[Partnership], *, by: Person, at: datetime
) -> int:
    """Settle which partnerships the round asks; what has ended or is not theirs is left out.

    Returns how many are in it now.
    """
    day = day_of(at)
    insist(why_not_prepare(round, by, day))
    change(round, expecting=(RoundState.DRAFT, round.version))
    running = run_by(by, day).filter(pk__in=chosen.values("pk"), state__in=RUNNING)
    own = set(running.values_list("pk", flat=True))
    round.reviews.exclude(partnership__in=own).delete()
    there = set(round.reviews.values_list("partnership_id", flat=True))
    Review.objects.bulk_create(
        [Review(round=round, partnership_id=pk) for pk in sorted(own - there)], batch_size=500
    )
    record("round.chosen", round, by=by, at=at, partnerships=len(own))
    return len(own)


@transaction.atomic
def leave_out_small_partnerships(round: Round, *, by: Person, at: datetime) -> int:
    """Leave out of an anonymous round what has fewer than five people to ask; returns how many."""
    insist(why_not_leave_out(round, by, day_of(at)))
    change(round, expecting=(RoundState.DRAFT, round.version))
    small = [review.pk for review, _ in too_small(round, day_of(at))]
    round.reviews.filter(pk__in=small).delete()
    record("round.small-left-out", round, by=by, at=at, partnerships=len(small))
    return len(small)


@transaction.atomic
def withdraw_round(round: Round, *, because: str, by: Person, at: datetime) -> None:
    """Give up a round that was never opened."""
    insist(why_not_prepare(round, by, day_of(at)))
    change(round, expecting=(RoundState.DRAFT, round.version), state=RoundState.WITHDRAWN)
    record("round.withdrawn", round, by=by, at=at, because=because)
