from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText
from joinedup.domain.people.models import Person
from joinedup.domain.signoffs.models import LONGEST_CAPACITY, LONGEST_DIGEST


class ShownForm(Form):
    """The base of forms about a text: the digest of what was shown goes along unseen."""

    digest = forms.CharField(max_length=LONGEST_DIGEST, widget=forms.HiddenInput)


class SignForm(ShownForm):
    """Signing asks nothing more than the press of the button."""


class RefuseForm(ShownForm):
    reasons = forms.CharField(
        label="Why not?",
        help_text="What would have to change. Every member can read this.",
        max_length=4000,
        widget=LongText(rows=5),
    )


class PaperForm(ShownForm):
    name = forms.CharField(label="Who signed?", max_length=200)
    capacity = forms.CharField(
        label="As what?",
        help_text="Their post or place. For example, treasurer.",
        max_length=LONGEST_CAPACITY,
    )
    paper = forms.CharField(
        label="On which paper?",
        help_text="So that somebody can find it. For example, signed copy in the green folder.",
        max_length=300,
    )
    paper_on = DayField(label="On which day was it signed?", help_text="The day on the paper.")


class SignatoryForm(Form):
    person = forms.ModelChoiceField(label="Who?", queryset=Person.objects.none())
    capacity = forms.CharField(
        label="As what do they sign?",
        help_text="Their post or place, as it is to stand beside the signature. "
        "For example, director of communities, or trustee.",
        max_length=LONGEST_CAPACITY,
    )
    from_on = DayField(label="From which day?", help_text="Today or a day to come.")

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class EndForm(Form):
    on = DayField(label="The last day on which they sign")
    version = forms.IntegerField(widget=forms.HiddenInput)
