from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.domain.people.models import Person


class TellForm(Form):
    to = forms.ModelChoiceField(label="Who gets the five lines", queryset=Person.objects.none())

    def __init__(self, *args: Any, directors: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = directors  # type: ignore[attr-defined]
