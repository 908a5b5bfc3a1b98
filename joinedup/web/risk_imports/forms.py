from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Radios
from joinedup.domain.risks.kinds import Category
from joinedup.domain.spreadsheets.table import MEGABYTE

BIGGEST = 2 * MEGABYTE
SCALES = [
    (0, "Find out"),
    (3, "3 steps, such as low, medium and high"),
    (4, "4 steps, a matrix of 4 by 4"),
    (5, "5 steps, a matrix of 5 by 5"),
]


class RiskFileForm(Form):
    file = forms.FileField(
        label="Your list of risks",
        help_text="A CSV file or a workbook (.xlsx or .ods), as it is. Nothing is saved yet.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv"}),
    )

    def clean_file(self) -> Any:
        """Refuse a file too large for a list of risks, before it is read."""
        file = self.cleaned_data["file"]
        if file.size > BIGGEST:
            raise forms.ValidationError("This file is too large for a list of risks.")
        return file


class RiskReadingForm(Form):
    size = forms.TypedChoiceField(
        label="How many steps is your list scored on?",
        coerce=int,
        choices=SCALES,
        widget=Radios(small=True),
    )
    category = forms.ChoiceField(
        label="What kind is a risk where your list does not say?",
        choices=[("", "I will write it in my list"), *Category.choices],
        required=False,
    )
    review_on = DayField(
        label="When is a risk looked at again where your list names no day to come?",
        help_text="For example, 27 3 2027",
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class TakeForm(Form):
    """``ours`` is the matrix that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    ours = forms.IntegerField(widget=forms.HiddenInput)
