from datetime import date, timedelta

import pytest

from joinedup.domain.basics.days import day_of, months_after
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.intervals.actions import plan_review
from joinedup.domain.intervals.queries import Proposal, overdue, overdue_for, review_proposed
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures
from tests.rounds import opened, sealed


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 6, 15), 12, date(2027, 6, 15)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months, later):
    assert months_after(day, months) == later


def every(cast, now, months):
    figures = Figures(months_of_1=months)
    day = day_of(now)
    set_thresholds(cast.thornford, figures, from_on=day, because="", by=cast.priya, at=now)


def due(cast, on, now):
    change_partnership(
        cast.safer, version=cast.safer.version, next_review_on=on, by=cast.priya, at=now
    )


def is_overdue(cast, now):
    return Partnership.objects.filter(overdue(day_of(now)), pk=cast.safer.pk).exists()


def test_what_was_never_reviewed_here_is_counted_from_today(cast, now):
    every(cast, now, 6)

    proposed = review_proposed(cast.safer, day_of(now))

    assert proposed == Proposal(on=date(2026, 12, 15), months=6, after=None)


def test_the_next_review_is_counted_from_the_last_one(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})

    proposed = review_proposed(cast.safer, day_of(now))

    assert proposed == Proposal(on=date(2027, 7, 13), months=12, after=date(2026, 7, 13))


def test_a_last_review_of_long_ago_proposes_a_month_from_today(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    every(cast, now, 1)

    proposed = review_proposed(cast.safer, day_of(now) + timedelta(days=365))

    assert (proposed.on, proposed.after) == (date(2027, 7, 15), date(2026, 7, 13))


def test_nothing_is_put_down_until_somebody_says_so(cast, now):
    every(cast, now, 6)
    cast.safer.refresh_from_db()
    assert cast.safer.next_review_on is None

    plan_review(cast.safer, version=cast.safer.version, by=cast.priya, at=now)

    cast.safer.refresh_from_db()
    assert cast.safer.next_review_on == date(2026, 12, 15)


def test_a_day_that_somebody_else_put_down_meanwhile_stays(cast, now):
    version = cast.safer.version
    due(cast, date(2027, 1, 1), now)

    with pytest.raises(Overtaken):
        plan_review(cast.safer, version=version, by=cast.priya, at=now)
    with pytest.raises(Refused, match="Only the lead host’s officers"):
        plan_review(cast.safer, version=cast.safer.version, by=cast.ade, at=now)


def test_a_review_is_overdue_the_day_after_and_only_its_lead_hosts_officers_are_asked(cast, now):
    due(cast, day_of(now), now)
    assert not is_overdue(cast, now)

    tomorrow = day_of(now) + timedelta(days=1)
    told = {who: list(overdue_for(cast.people[who], tomorrow)) for who in ("priya", "ben", "ruth")}

    assert told == {"priya": [cast.safer], "ben": [], "ruth": []}


def test_while_a_review_is_open_nothing_is_overdue(cast, now):
    due(cast, day_of(now) - timedelta(days=1), now)
    assert is_overdue(cast, now)

    opened(cast, now)

    assert not is_overdue(cast, now)
