from datetime import timedelta
from decimal import Decimal

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.refusals import Overtaken, Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.partnerships.kinds import Life, Told
from joinedup.domain.thresholds.actions import set_thresholds
from joinedup.domain.thresholds.kinds import Figures
from joinedup.domain.tiers.actions import judge_tier, report_tier
from joinedup.domain.tiers.queries import answers_known, decisions_on

ANSWERS = {"yearly_input": "30000", "OWN_NAME": "YES", "STATUTORY": "NO"}


def judge(cast, at, by="priya", **other):
    version = cast.safer.version
    return judge_tier(cast.safer, ANSWERS | other, version=version, by=cast.people[by], at=at)


def test_the_tier_is_kept_with_every_trigger_and_the_threshold_then_in_force(cast, now):
    later, lower = now + timedelta(days=30), Figures(yearly_input=Decimal(25000))
    judge(cast, now)
    set_thresholds(
        cast.thornford, lower, from_on=day_of(later), because="Cabinet", by=cast.priya, at=now
    )

    judge(cast, later)

    told = [
        (d.tier, d.decided_on, d.figures_from_on, [(t.trigger, t.threshold) for t in d.fired.all()])
        for d in decisions_on(cast.safer)
    ]
    smaller, name = ("SMALLER_INPUT", "£10,000 or more"), ("OWN_NAME", "Yes")
    assert told == [
        (1, day_of(later), day_of(later), [("YEARLY_INPUT", "£25,000 or more"), smaller, name]),
        (2, day_of(now), None, [smaller, name]),
    ]
    cast.safer.refresh_from_db()
    assert (cast.safer.tier, verbs_about(cast.safer)[-2:]) == (1, ["tier.judged"] * 2)


@pytest.mark.parametrize("who", ["ruth", "colin", "ade", "ben", "marcus", "grace", "noor"])
def test_only_the_lead_hosts_officers_decide_it(cast, now, who):
    with pytest.raises(Refused, match="Only an officer or manager of the lead host"):
        judge(cast, now, who)

    assert decisions_on(cast.safer).count() == 0


def test_of_two_who_decide_at_once_the_second_is_told(cast, now):
    judge(cast, now)

    with pytest.raises(Overtaken):
        judge_tier(cast.safer, ANSWERS, version=1, by=cast.priya, at=now)


def test_a_tier_decided_elsewhere_is_kept_without_triggers(cast, now):
    version = cast.safer.version
    report_tier(cast.safer, 3, because="Cabinet", version=version, by=cast.priya, at=now)

    cast.safer.refresh_from_db()
    assert (cast.safer.tier, cast.safer.tier_because) == (3, "Cabinet")
    assert decisions_on(cast.safer).count() == 0


def test_the_questions_begin_with_what_the_record_tells(cast, now):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.priya,
        at=now,
        statutory=Told.YES,
        expected_life=Life.LASTING,
    )

    before = answers_known(cast.safer)
    judge(cast, now)

    assert before == {"STATUTORY": "YES", "OVER_A_YEAR": "YES"}
    assert answers_known(cast.safer) == ANSWERS
