from collections.abc import Mapping
from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import Checkboxes


class HeadingForm(Form):
    name = forms.CharField(
        label="Heading",
        help_text="In a few words, what these answers have in common. For example: Papers earlier",
        max_length=100,
    )
    answers = forms.TypedMultipleChoiceField(
        label="Which answers say this?",
        help_text="An answer may stand under several headings.",
        choices=[],
        coerce=int,
        widget=Checkboxes(small=True),
    )

    def __init__(self, *args: Any, told: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answers"].choices = list(told.items())  # type: ignore[attr-defined]


class HeadingChangeForm(HeadingForm):
    version = forms.IntegerField(widget=forms.HiddenInput)
