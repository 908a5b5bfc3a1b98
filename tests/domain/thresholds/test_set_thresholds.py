from datetime import timedelta
from decimal import Decimal

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.thresholds.queries import figures_on, thresholds_of


def put(cast, now, days=0, by="priya", **figures):
    from_on = day_of(now) + timedelta(days=days)
    by = cast.people[by]
    held = Figures(**figures)
    return set_thresholds(cast.thornford, held, from_on=from_on, because="Cabinet", by=by, at=now)


def test_figures_hold_from_their_day_until_the_next(cast, now):
    today = day_of(now)
    put(cast, now, 10, yearly_input=Decimal(25000))
    put(cast, now, 20, yearly_input=Decimal(75000), day_rate=Decimal(250))

    held = [figures_on(cast.thornford, today + timedelta(days=n)) for n in (9, 10, 19, 20)]

    assert [figures.yearly_input for figures in held] == [50000, 25000, 25000, 75000]
    assert [figures.day_rate for figures in held] == [None, None, None, 250]
    assert figures_on(cast.county, today + timedelta(days=30)) == Figures()


def test_the_past_is_never_rewritten_and_a_day_to_come_may_be_put_right(cast, now):
    with pytest.raises(Refused, match="Choose today or a day to come"):
        put(cast, now, -1)
    put(cast, now, 5, officer_days=Decimal(5))
    put(cast, now, 5, officer_days=Decimal(6))

    assert [each.officer_days for each in thresholds_of(cast.thornford)] == [6]


def test_the_figure_of_tier_2_is_not_greater(cast, now):
    with pytest.raises(Refused, match="cannot be greater"):
        put(cast, now, smaller_input=Decimal(50001))


@pytest.mark.parametrize("who", ["ben", "marcus", "helen", "tom", "grace", "ruth", "noor"])
def test_only_officers_and_managers_of_the_body_set_them(cast, now, who):
    with pytest.raises(Refused, match="Only a partnership officer or manager of Thornford"):
        put(cast, now, by=who)


def test_how_often_each_tier_is_reviewed_holds_from_its_day_too(cast, now):
    put(cast, now, 10, months_of_2=18, months_of_3=24)

    held = [figures_on(cast.thornford, day_of(now) + timedelta(days=n)) for n in (9, 10)]

    tiers = (1, 2, 3, None)
    assert [[each.months_of(tier) for tier in tiers] for each in held] == [
        [12, 12, 12, 12],
        [12, 18, 24, 24],
    ]


@pytest.mark.parametrize("months", [0, 61])
def test_every_partnership_is_reviewed_within_five_years(cast, now, months):
    with pytest.raises(Refused, match="Every partnership is reviewed"):
        put(cast, now, months_of_1=months)
