"""What is asked about a paper that is kept as evidence."""

from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText
from joinedup.domain.evidence.kinds import LARGEST, LONGEST_WHAT, LONGEST_WORDS
from joinedup.domain.evidence.rules import why_not_large
from joinedup.domain.spreadsheets.table import MEGABYTE

ACCEPTED = ".pdf,.jpg,.jpeg,.png,.tif,.tiff"


class PaperForm(Form):
    file = forms.FileField(
        label="The scan",
        help_text=f"A PDF, or a JPEG, PNG or TIFF picture, of up to {LARGEST // MEGABYTE} MB.",
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )
    what = forms.CharField(
        label="What is it?",
        help_text="For example, the partnership agreement as it was signed.",
        max_length=LONGEST_WHAT,
    )
    dated_on = DayField(
        label="Which day does it bear?",
        help_text="For example, 27 3 2022. Leave this empty if it bears none.",
        required=False,
    )
    signed_by = forms.CharField(
        label="Who signed it?",
        help_text="Names, what they are, and for whom, as they stand on the paper.",
        max_length=LONGEST_WORDS,
        required=False,
        widget=LongText(rows=3),
    )
    note = forms.CharField(
        label="Note",
        help_text="For example, where the original is kept.",
        max_length=LONGEST_WORDS,
        required=False,
        widget=LongText(rows=2),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too large before it is read."""
        file = self.cleaned_data["file"]
        if reason := why_not_large(file.size):
            raise forms.ValidationError(reason)
        return file


class TakeAwayForm(Form):
    because = forms.CharField(
        label="Why is it taken away?",
        help_text="Everybody who may read the agreement can read this in its history.",
        max_length=LONGEST_WORDS,
        widget=LongText(rows=3),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
