from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.futures.kinds import QUESTIONS, Found, Outcome
from joinedup.web.partnerships.confirm_forms import ForMemberForm


class DecisionForm(Form):
    outcome = forms.ChoiceField(label="What was decided?", choices=Outcome.choices, widget=Radios())
    other = forms.CharField(
        label="With whom, to whom, or who leaves",
        help_text="Only where it merges, is handed over, or a member leaves.",
        max_length=200,
        required=False,
    )
    reason = forms.CharField(
        label="Why?",
        help_text="Ending well is as good a decision as going on.",
        max_length=4000,
        widget=LongText(rows=5),
    )
    deciders = forms.CharField(
        label="Who decided it?",
        help_text="For example: the board, at its meeting in March",
        max_length=300,
    )
    decided_on = DayField(label="When was it decided?", help_text="For example, 27 3 2026")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = {
            name: forms.ChoiceField(label=text, choices=Found.choices, widget=Radios(inline=True))
            for name, text in QUESTIONS.items()
        }
        for field in asked.values():
            field.error_messages["required"] = f"Give an answer to “{field.label}”"
        self.fields = asked | self.fields


class DissentForm(ForMemberForm):
    words = forms.CharField(
        label="Why do you disagree?",
        help_text="Everybody who may open the partnership can read this beside the decision.",
        max_length=2000,
        widget=LongText(rows=5),
    )
