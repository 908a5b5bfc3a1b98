from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.domain.organisations.models import Organisation


class ReplyForm(Form):
    organisation = forms.ModelChoiceField(
        label="Whom you reply for", queryset=Organisation.objects.none()
    )
    words = forms.CharField(
        label="Your reply",
        help_text="Members and hosts see it beside the result, with your organisation’s name.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=4000,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, spoken_for: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = spoken_for  # type: ignore[attr-defined]
