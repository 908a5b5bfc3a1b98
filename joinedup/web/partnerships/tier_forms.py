"""The questions that decide a tier, and the figures an organisation goes by."""

from decimal import Decimal
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Radios, Text
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.thresholds.kinds import RISKS, Figures, Risk
from joinedup.domain.thresholds.rules import LONGEST
from joinedup.domain.tiers.kinds import Trigger
from joinedup.web.partnerships.fact_forms import line
from joinedup.web.partnerships.forms import told
from joinedup.web.partnerships.side_forms import money


class TierForm(Form):
    """Thirteen plain questions; what nobody knows is left."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    yearly_input = money(
        "What do we put in, in a year?", "Money and what our things would cost, together."
    )
    ESSENTIAL = told("Is it essential to one of our priorities?")
    STATUTORY = told("Does it carry a duty by law?")
    HOLDS_MONEY = told("Do we hold money for it?")
    MEMBERS_DECIDE = told("Do elected members sit where it decides?")
    risk = forms.ChoiceField(
        label="How much risk is left, after all that is done about it?",
        choices=[
            *((risk.value, risk.label) for risk in RISKS),
            (Risk.UNTOLD, "Nobody has told us yet"),
        ],
        initial=Risk.UNTOLD,
        widget=Radios(small=True),
    )
    PERSONAL_DATA = told(
        "Does it share personal data as a matter of course, or work with people at risk?"
    )
    officer_days = forms.DecimalField(
        label="How many days of our officers’ time does it take in a year?",
        min_value=0,
        max_digits=6,
        decimal_places=1,
        required=False,
        widget=Text(width=5, suffix="days"),
    )
    SHARED = told("Does it share staff or assets?")
    OBLIGATIONS = told("Is there a signed agreement with duties in it?")
    OWN_NAME = told("Does it have a public name of its own?")
    OVER_A_YEAR = told("Is it expected to last more than a year?")

    def __init__(self, *args: Any, risk_hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["risk"].help_text = risk_hint

    def answers(self) -> dict[str, Any]:
        """Return the answers in the form in which they are kept."""
        return {
            name: str(value) if isinstance(value, Decimal) else value
            for name, value in self.cleaned_data.items()
            if name != "version" and value is not None
        }

    def clean(self) -> dict[str, Any]:
        """Return the version, and all answers under one name."""
        typed = super().clean() or self.cleaned_data
        return {"version": typed.get("version"), "answers": self.answers()}


class ReportForm(Form):
    """A tier that was decided elsewhere."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    tier = forms.TypedChoiceField(
        label="Which tier was decided?",
        choices=[*Tier.choices, ("", "Not yet told us")],
        coerce=int,
        empty_value=None,
        required=False,
        widget=Radios(),
    )
    because = line("By whom, when and why?", limit=300)


def months(label: str) -> forms.IntegerField:
    """Return a question for a number of months."""
    return forms.IntegerField(
        label=label,
        min_value=1,
        max_value=LONGEST,
        initial=12,
        widget=Text(width=3, suffix="months"),
    )


class ThresholdForm(Form):
    """The figures from a day on."""

    from_on = DayField(label="From which day?", help_text="Today or a day to come.")
    yearly_input = money("Tier 1 from this much put in, in a year")
    smaller_input = money("Tier 2 counts this much put in, in a year")
    officer_days = forms.DecimalField(
        label="Tier 2 counts this many days of officers’ time in a year",
        min_value=0,
        max_digits=6,
        decimal_places=1,
        widget=Text(width=5, suffix="days"),
    )
    risk_from = forms.ChoiceField(
        label="Tier 1 from how much risk?",
        choices=[(risk.value, risk.label) for risk in RISKS],
        widget=Radios(inline=True, small=True),
    )
    day_rate = money(
        "What a day of an officer’s time costs",
        "Used to say what a partnership costs you. Leave it empty if nobody knows.",
    )
    months_of_1 = months("Tier 1 is reviewed every")
    months_of_2 = months("Tier 2 is reviewed every")
    months_of_3 = months("Tier 3 is reviewed every")
    because = line("Who decided this?", "For example: cabinet, 3 March 2026.", limit=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("yearly_input", "smaller_input"):
            self.fields[name].required = True

    def clean(self) -> dict[str, Any]:
        """Return the figures as one."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        because, from_on = typed.pop("because"), typed.pop("from_on")
        return {"figures": Figures(**typed), "because": because, "from_on": from_on}


# How each trigger is said when it fired: what was told, then the threshold it met.
SAID = {
    Trigger.YEARLY_INPUT: "We put in {said} a year; {threshold} makes tier 1",
    Trigger.SMALLER_INPUT: "We put in {said} a year; {threshold} counts for tier 2",
    Trigger.OFFICER_DAYS: (
        "It takes {said} of our officers’ time a year; {threshold} counts for tier 2"
    ),
    Trigger.RISK: "The risk that is left is {said}; {threshold} makes tier 1",
}
