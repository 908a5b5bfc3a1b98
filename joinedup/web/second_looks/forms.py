from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.second_looks.kinds import Better


class LookForm(Form):
    changed = forms.CharField(
        label="What has changed since the result?",
        help_text="What was done about the weakest points, and what was not.",
        max_length=4000,
        widget=LongText(rows=5),
    )
    better = forms.ChoiceField(label="Is it better?", choices=Better.choices, widget=Radios())
    decide_again = forms.TypedChoiceField(
        label="Should its future be decided again now?",
        choices=[("yes", "Yes"), ("no", "No")],
        coerce=lambda answer: answer == "yes",
        widget=Radios(inline=True),
    )
