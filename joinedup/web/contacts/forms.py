from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.contacts.kinds import ABOUT_HINTS, About, Power
from joinedup.domain.contacts.models import Contact


class ContactForm(Form):
    name = forms.CharField(label="Full name", max_length=200)
    title = forms.CharField(label="What they are there", max_length=200, required=False)
    remit = forms.CharField(
        label="What to ask them for",
        help_text="For example, young people, buildings or money.",
        max_length=300,
        required=False,
    )
    power = forms.ChoiceField(
        label="How far does their word go?",
        choices=Power.choices,
        initial=Power.UNTOLD,
        widget=Radios(),
    )
    email = forms.EmailField(label="Email address", max_length=254, required=False)
    phone = forms.CharField(label="Telephone number", max_length=40, required=False)
    introduced_by = forms.ModelChoiceField(
        label="Who introduced them?",
        help_text="Somebody else we know there.",
        queryset=Contact.objects.none(),
        to_field_name="public_id",
        required=False,
    )
    from_on = DayField(label="To be asked from", required=False)

    def __init__(self, *args: Any, others: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["introduced_by"]
        field.queryset, field.empty_label = others, "Nobody, or we do not know"
        field.label_from_instance = lambda contact: contact.name


class ChangeContactForm(ContactForm):
    version = forms.IntegerField(widget=forms.HiddenInput())


class LastDayForm(Form):
    on = DayField(label="Last day on which to ask for them")


class RemarkForm(Form):
    about = forms.ChoiceField(
        label="What is it about?", choices=About.choices, widget=Radios(hints=dict(ABOUT_HINTS))
    )
    words = forms.CharField(
        label="What do you want to say?",
        help_text="Say what you would say to their face: they read it.",
        max_length=2000,
        widget=LongText(rows=5, limit=2000),
    )


class ResponseForm(Form):
    words = forms.CharField(
        label="What do you say to that?", max_length=2000, widget=LongText(rows=5, limit=2000)
    )


class WithdrawForm(Form):
    because = forms.CharField(
        label="Why do you take it back?",
        help_text="Everybody who signs in can read this in the history of the entry.",
        max_length=1000,
        widget=LongText(rows=3),
    )
