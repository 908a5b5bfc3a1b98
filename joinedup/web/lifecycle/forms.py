from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText


class BeginForm(Form):
    because = forms.CharField(
        label="Anything to say on the day it begins?",
        help_text="Everybody on the partnership can read this.",
        max_length=1000,
        widget=LongText(rows=3),
        required=False,
    )
