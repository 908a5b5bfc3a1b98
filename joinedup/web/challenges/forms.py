from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.challenges.kinds import Ruling
from joinedup.domain.organisations.models import Organisation


class ChallengeForm(Form):
    organisation = forms.ModelChoiceField(
        label="For which member?", queryset=Organisation.objects.none()
    )
    about = forms.ChoiceField(label="What is wrong?", choices=[], widget=Radios(small=True))
    words = forms.CharField(
        label="What is wrong with it, and what would be right?",
        help_text="Members and hosts see it beside the result, with your organisation’s name.",
        max_length=2000,
        widget=LongText(rows=5),
    )

    def __init__(self, *args: Any, spoken_for: Any, named: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = spoken_for  # type: ignore[attr-defined]
        self.fields["about"].choices = list(named.items())  # type: ignore[attr-defined]


class RulingForm(Form):
    ruling = forms.ChoiceField(
        label="Is the challenge right?", choices=Ruling.choices, widget=Radios()
    )
    answer = forms.CharField(
        label="What you put right in the record, or why it stays as it is",
        help_text="Members see this beside the challenge, now and when the result stands.",
        max_length=2000,
        widget=LongText(rows=5),
    )
