"""The rule of tiers as a truth table (domain.md 5.1)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.thresholds.kinds import Figures, Risk
from joinedup.domain.tiers.judging import Answers, Fired, judged
from joinedup.domain.tiers.kinds import OF_TIER_1, OF_TIER_2, YES_OR_NO, Trigger

USUAL = Figures()


def answered(*yes, **other):
    """Return answers in which these are yes and every other question is no."""
    told = {(each.value, "YES" if each in yes else "NO") for each in YES_OR_NO}
    amounts = {"yearly_input": Decimal(0), "officer_days": Decimal(0), "risk": "LOW"}
    return Answers(told=frozenset(told), **(amounts | other))


@pytest.mark.parametrize("trigger", [each for each in OF_TIER_1 if each in YES_OR_NO])
def test_any_one_of_the_first_makes_tier_1(trigger):
    found = judged(answered(trigger), USUAL)

    assert (found.tier, found.fired) == (Tier.SIGNIFICANT, (Fired(trigger, "Yes", "Yes"),))


@pytest.mark.parametrize("one", [each for each in OF_TIER_2 if each in YES_OR_NO])
@pytest.mark.parametrize("other", [each for each in OF_TIER_2 if each in YES_OR_NO])
def test_any_two_of_the_second_make_tier_2_and_one_does_not(one, other):
    tier = judged(answered(one, other), USUAL).tier

    assert tier == (Tier.NETWORK if one == other else Tier.KEY)


@pytest.mark.parametrize(
    ("other", "tier", "fired"),
    [
        ({"yearly_input": Decimal("49999.99")}, 3, ["SMALLER_INPUT"]),
        ({"yearly_input": Decimal(50000)}, 1, ["YEARLY_INPUT", "SMALLER_INPUT"]),
        ({"yearly_input": Decimal("9999.99")}, 3, []),
        ({"yearly_input": Decimal(10000), "officer_days": Decimal(10)}, 2, None),
        ({"yearly_input": Decimal(10000), "officer_days": Decimal("9.9")}, 3, ["SMALLER_INPUT"]),
        ({"risk": Risk.MODERATE.value}, 3, []),
        ({"risk": Risk.HIGH.value}, 1, ["RISK"]),
        ({"risk": Risk.VERY_HIGH.value}, 1, ["RISK"]),
    ],
)
def test_amounts_days_and_risk_fire_at_their_threshold(other, tier, fired):
    found = judged(answered(**other), USUAL)

    assert found.tier == tier
    assert fired is None or [each.trigger for each in found.fired] == fired


def test_a_fired_trigger_tells_what_was_said_and_the_threshold_it_met():
    figures = Figures(yearly_input=Decimal(25000), risk_from=Risk.VERY_HIGH.value)

    found = judged(answered(yearly_input=Decimal("30000.50"), risk="VERY_HIGH"), figures)

    assert found.fired[:2] == (
        Fired(Trigger.YEARLY_INPUT, "£30,000.50", "£25,000 or more"),
        Fired(Trigger.RISK, "Very high", "Very high"),
    )


def test_what_nobody_has_told_fires_nothing_and_is_named():
    found = judged(Answers(), USUAL)

    assert (found.tier, found.fired) == (Tier.NETWORK, ())
    assert set(found.untold) == set(Trigger) - {Trigger.SMALLER_INPUT}
    assert judged(answered(), USUAL).untold == ()


amounts = st.none() | st.decimals(0, 200_000, places=2)
answers = st.builds(
    lambda told, **other: Answers(told=frozenset(told.items()), **other),
    told=st.dictionaries(
        st.sampled_from([each.value for each in YES_OR_NO]),
        st.sampled_from(["YES", "NO", "UNTOLD"]),
    ),
    yearly_input=amounts,
    officer_days=amounts,
    risk=st.sampled_from(Risk.values),
)


@given(answers)
def test_the_tier_follows_from_what_fired_alone(told):
    found = judged(told, USUAL)

    fired = {each.trigger for each in found.fired}
    first, second = len(fired & set(OF_TIER_1)), len(fired & set(OF_TIER_2))
    assert found.tier == (1 if first else 2 if second >= 2 else 3)
    assert not fired & set(found.untold)
