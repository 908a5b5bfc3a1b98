import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from joinedup.delivery.forms import DayField, Form

EVERYBODY, WITHOUT = "everybody", "without"


class DaysField(forms.CharField):
    """Numbers of days, typed with commas or spaces between them."""

    def clean(self, value: Any) -> list[int]:
        """Return the days, the longest before the close first."""
        parts = [part for part in re.split(r"[\s,;]+|\band\b", str(super().clean(value))) if part]
        if not all(part.isascii() and part.isdigit() and len(part) <= 3 for part in parts):
            raise ValidationError("Write numbers of days with commas between, like 14, 7, 2")
        return sorted({int(part) for part in parts}, reverse=True)


class RemindersForm(Form):
    days = DaysField(
        label="How many days before the last day",
        help_text="For example, 14, 7, 2. Leave it empty to plan none.",
        max_length=60,
        required=False,
    )


class MoreTimeForm(Form):
    closes_on = DayField(label="New last day to answer", help_text="For example, 27 3 2026")
    because = forms.CharField(
        label="Why",
        help_text="Kept in the history of the round, and told to those who are written to.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Say why"},
    )


class LettersForm(Form):
    which = forms.ChoiceField(
        label="Whose links",
        choices=[
            (WITHOUT, "Those without an email address"),
            (EVERYBODY, "Everybody who is asked"),
        ],
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        label="What the letters are for",
        help_text="Kept in the history of the round.",
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2000,
    )
    sort = forms.ChoiceField(
        label="Sort of file",
        choices=[("xlsx", "Excel"), ("csv", "CSV")],
        widget=forms.RadioSelect,
    )
