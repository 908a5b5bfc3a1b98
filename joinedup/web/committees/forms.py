from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.committees.kinds import Outcome


class NoteForm(Form):
    """By whom, when and under which minute a report was noted; ``version`` is as it was seen."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    noted_body = forms.CharField(
        label="Who noted it", help_text="For example, Audit Committee", max_length=200
    )
    noted_on = DayField(label="The day they noted it", help_text="For example, 27 3 2026")
    minute = forms.CharField(
        label="Minute number", max_length=60, required=False, widget=Text(width=10)
    )


class CheckForm(Form):
    """What an auditor found."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    outcome = forms.ChoiceField(
        label="What did the papers show?",
        choices=[each for each in Outcome.choices if each[0] != Outcome.WAITING],
        widget=Radios(),
    )
    words = forms.CharField(
        label="What you saw",
        help_text="Which papers, of which day, and what differs.",
        required=False,
        max_length=4000,
        widget=LongText(rows=5, limit=4000),
    )

    def clean(self) -> dict[str, Any] | None:
        """Ask for words where the papers did not show what was said."""
        cleaned = super().clean()
        outcome = self.cleaned_data.get("outcome")
        if outcome and outcome != Outcome.SHOWN and not self.cleaned_data.get("words", "").strip():
            self.add_error("words", "Say what differs, or what was not shown")
        return cleaned
