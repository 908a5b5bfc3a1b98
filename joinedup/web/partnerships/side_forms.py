"""Our side of a partnership, a handful of questions to a page; only our own people see it."""

from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Radios, Text
from joinedup.domain.partnerships.kinds import Tier
from joinedup.domain.thresholds.kinds import RISKS, Risk
from joinedup.web.partnerships.fact_forms import line, words


def money(label: str, help_text: str = "") -> forms.DecimalField:
    """Return a box for an amount of pounds that may be left empty."""
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=False,
        widget=Text(width=10, prefix="£"),
    )


class SideForm(Form):
    """A group of what is our own; ``version`` is our side as the person saw it."""

    title = ""
    why = ""
    version = forms.IntegerField(widget=forms.HiddenInput())


class WhoForm(SideForm):
    title = "Who answers for it here"
    why = "When somebody leaves, whoever follows knows that this is theirs now."
    accountable_officer = line("Accountable officer")
    deputy = line("Deputy")
    sponsor = line("Sponsor", "A senior person who backs it.")
    elected_member = line("Elected member or trustee")
    director = line("Director responsible")


class CostForm(SideForm):
    title = "What it costs us"
    why = "A committee asks what a partnership costs and gains. Officers’ time is most of it."
    officer_days = forms.DecimalField(
        label="Days of our officers’ time in a year",
        min_value=0,
        max_digits=6,
        decimal_places=1,
        required=False,
        widget=Text(width=5, suffix="days"),
    )
    cost = money("Money we pay in a year")
    cost_in_kind = money("What else we give would cost in a year", "Rooms, equipment, printing.")
    tier = forms.TypedChoiceField(
        label="Our own tier for it",
        help_text="How much we ask of it ourselves. The lead host’s tier is the one all share.",
        choices=[("", "Not yet told us"), *Tier.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    tier_because = line("Why this tier", limit=300)


class RiskForm(SideForm):
    title = "Our risk in it"
    why = "What it could cost us, after all we do about it."
    risk = forms.ChoiceField(
        label="How much risk is left?",
        choices=[*((risk.value, risk.label) for risk in RISKS), (Risk.UNTOLD, Risk.UNTOLD.label)],
        widget=Radios(small=True),
    )
    risk_remark = words(
        "Remark",
        "Only your own people read this, but it may be asked for under freedom of information law.",
    )
    risk_reviewed_on = DayField(label="When we last looked at it", required=False)

    def __init__(self, *args: Any, risk_hint: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["risk"].help_text = risk_hint


class LeavingForm(SideForm):
    title = "How we would leave"
    why = "Planned at the beginning, leaving harms nobody."
    exit_words = words("What would happen to our people, money and promises?")
    notice_days = forms.IntegerField(
        label="Notice we must give",
        min_value=0,
        max_value=3650,
        required=False,
        widget=Text(width=4, suffix="days"),
    )
    may_leave_on = DayField(label="The first day on which we could leave", required=False)


SIDE_GROUPS: dict[str, type[SideForm]] = {
    "who": WhoForm,
    "cost": CostForm,
    "risk": RiskForm,
    "leaving": LeavingForm,
}


def initial_of_side(form: type[SideForm], side: Any) -> dict[str, Any]:
    """Return what the boxes of a group hold at first."""
    return {name: getattr(side, name) for name in form.base_fields}
