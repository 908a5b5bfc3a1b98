"""The rule of tiers, in plain Python: answers and figures in, a tier and what fired out.

Tier 1 if any of seven triggers fires, else tier 2 if any two of six do, else tier 3
(domain.md 5.1). What nobody has told fires nothing, and is named.
"""

from dataclasses import dataclass
from decimal import Decimal

from joinedup.domain.figures.wording import in_pounds
from joinedup.domain.partnerships.kinds import Tier, Told
from joinedup.domain.thresholds.kinds import RISKS, Figures, Risk
from joinedup.domain.tiers.kinds import ANY_TWO, OF_TIER_1, OF_TIER_2, YES_OR_NO, Trigger


@dataclass(frozen=True)
class Answers:
    """What is told of a partnership; None and "not yet told" are no answers."""

    yearly_input: Decimal | None = None
    officer_days: Decimal | None = None
    risk: str = Risk.UNTOLD.value
    told: frozenset[tuple[str, str]] = frozenset()

    def said(self, trigger: Trigger) -> str:
        """Return what is told to a question of yes and no."""
        return dict(self.told).get(trigger.value, Told.UNTOLD.value)


@dataclass(frozen=True)
class Fired:
    """A trigger that fired: what was told, and the threshold it met."""

    trigger: Trigger
    said: str
    threshold: str


@dataclass(frozen=True)
class Judged:
    """The tier, every trigger that fired, and the questions nobody has answered."""

    tier: Tier
    fired: tuple[Fired, ...]
    untold: tuple[Trigger, ...]


def judged(answers: Answers, figures: Figures) -> Judged:
    """Return the tier that follows from the answers by these figures."""
    fired = tuple(each for trigger in Trigger if (each := firing(trigger, answers, figures)))
    names = {each.trigger for each in fired}
    if names & set(OF_TIER_1):
        tier = Tier.SIGNIFICANT
    elif len(names & set(OF_TIER_2)) >= ANY_TWO:
        tier = Tier.KEY
    else:
        tier = Tier.NETWORK
    return Judged(tier, fired, tuple(each for each in Trigger if is_untold(each, answers)))


def firing(trigger: Trigger, answers: Answers, figures: Figures) -> Fired | None:
    """Return the trigger with its threshold when it fires, or None."""
    if trigger in YES_OR_NO:
        said = answers.said(trigger)
        return Fired(trigger, "Yes", "Yes") if said == Told.YES else None
    if trigger == Trigger.RISK:
        return of_risk(answers.risk, figures.risk_from)
    said_so, least = {
        Trigger.YEARLY_INPUT: (answers.yearly_input, figures.yearly_input),
        Trigger.SMALLER_INPUT: (answers.yearly_input, figures.smaller_input),
        Trigger.OFFICER_DAYS: (answers.officer_days, figures.officer_days),
    }[trigger]
    if said_so is None or said_so < least:
        return None
    words = in_days if trigger == Trigger.OFFICER_DAYS else in_pounds
    return Fired(trigger, words(said_so), f"{words(least)} or more")


def of_risk(risk: str, risk_from: str) -> Fired | None:
    """Return the trigger of risk where it is as high as the threshold."""
    order = [each.value for each in RISKS]
    if risk not in order or order.index(risk) < order.index(risk_from):
        return None
    least = Risk(risk_from).label
    return Fired(
        Trigger.RISK, Risk(risk).label, least if risk_from == order[-1] else f"{least} or more"
    )


def is_untold(trigger: Trigger, answers: Answers) -> bool:
    """Tell whether nobody has answered the question; one amount answers two."""
    if trigger in YES_OR_NO:
        return answers.said(trigger) == Told.UNTOLD
    if trigger == Trigger.RISK:
        return answers.risk == Risk.UNTOLD
    if trigger == Trigger.SMALLER_INPUT:
        return False
    told = answers.officer_days if trigger == Trigger.OFFICER_DAYS else answers.yearly_input
    return told is None


def in_days(number: Decimal) -> str:
    """Return a number of days: 12.5 days."""
    return f"{number.normalize():,f} days"
