from django.db.models import TextChoices


class Trigger(TextChoices):
    """What makes a partnership significant or key (domain.md 5.1): each is a question."""

    YEARLY_INPUT = "YEARLY_INPUT", "What we put in, in a year"
    ESSENTIAL = "ESSENTIAL", "It is essential to one of our priorities"
    STATUTORY = "STATUTORY", "It carries a duty by law"
    HOLDS_MONEY = "HOLDS_MONEY", "We hold money for it"
    MEMBERS_DECIDE = "MEMBERS_DECIDE", "Elected members sit where it decides"
    RISK = "RISK", "The risk that is left"
    PERSONAL_DATA = "PERSONAL_DATA", "It shares personal data, or works with people at risk"
    SMALLER_INPUT = "SMALLER_INPUT", "What we put in, in a year"
    OFFICER_DAYS = "OFFICER_DAYS", "Days of our officers’ time"
    SHARED = "SHARED", "It shares staff or assets"
    OBLIGATIONS = "OBLIGATIONS", "It has a signed agreement with duties in it"
    OWN_NAME = "OWN_NAME", "It has a public name of its own"
    OVER_A_YEAR = "OVER_A_YEAR", "It is expected to last more than a year"


OF_TIER_1 = (
    Trigger.YEARLY_INPUT,
    Trigger.ESSENTIAL,
    Trigger.STATUTORY,
    Trigger.HOLDS_MONEY,
    Trigger.MEMBERS_DECIDE,
    Trigger.RISK,
    Trigger.PERSONAL_DATA,
)
OF_TIER_2 = (
    Trigger.SMALLER_INPUT,
    Trigger.OFFICER_DAYS,
    Trigger.SHARED,
    Trigger.OBLIGATIONS,
    Trigger.OWN_NAME,
    Trigger.OVER_A_YEAR,
)
# Answered yes, no or not yet told; the others are an amount, a number of days and a risk.
YES_OR_NO = (
    Trigger.ESSENTIAL,
    Trigger.STATUTORY,
    Trigger.HOLDS_MONEY,
    Trigger.MEMBERS_DECIDE,
    Trigger.PERSONAL_DATA,
    Trigger.SHARED,
    Trigger.OBLIGATIONS,
    Trigger.OWN_NAME,
    Trigger.OVER_A_YEAR,
)
ANY_TWO = 2
