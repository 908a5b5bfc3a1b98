from typing import Any

from django import forms

from joinedup.delivery.forms import Form, VersionForm
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.matters.kinds import Openness
from joinedup.domain.organisations.models import Organisation


class PublicForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput())
    is_public = forms.ChoiceField(
        label="May anybody read of this partnership, without signing in?",
        choices=(("no", "No"), ("yes", "Yes")),
        widget=Radios(),
    )
    purpose = forms.CharField(
        label="What is it for, in plain words?",
        help_text="One or two sentences for people who live here. Name no person.",
        max_length=1000,
        required=False,
        widget=LongText(rows=3, limit=1000),
    )
    joining = forms.CharField(
        label="How can somebody become part of it?",
        help_text="For example, come to an open meeting, or write to a shared address.",
        max_length=1000,
        required=False,
        widget=LongText(rows=3, limit=1000),
    )
    openness = forms.ChoiceField(
        label="Who can be in it?",
        help_text="This answers “why are we not in it, and how could we be?”",
        choices=Openness.choices,
        widget=Radios(divider_before=Openness.UNTOLD),
    )
    tells_missing = forms.ChoiceField(
        label="May anybody read who is missing?",
        help_text="In the sentences of Who should be here. No organisation is named.",
        choices=(("no", "No"), ("yes", "Yes")),
        widget=Radios(),
    )

    def clean_is_public(self) -> bool:
        """Return whether it was a yes."""
        return bool(self.cleaned_data["is_public"] == "yes")

    def clean_tells_missing(self) -> bool:
        """Return whether it was a yes."""
        return bool(self.cleaned_data["tells_missing"] == "yes")


def named(label: str, hint: str = "") -> forms.ChoiceField:
    """Return the question whether the public page says a name."""
    return forms.ChoiceField(
        label=label, help_text=hint, choices=(("yes", "Yes"), ("no", "No")), widget=Radios()
    )


class PersonNamedForm(Form):
    """Somebody's own consent."""

    is_named = named("May anybody read your name?")

    def clean_is_named(self) -> bool:
        """Return whether it was a yes."""
        return bool(self.cleaned_data["is_named"] == "yes")


class MemberNamedForm(PersonNamedForm):
    """What a member's own side says."""

    is_named = named("May anybody read its name?")
    version = forms.IntegerField(widget=forms.HiddenInput())


class MatterForm(Form):
    name = forms.CharField(
        label="What do people ask about?",
        help_text="In everyday words, such as mopeds at night or noise after midnight.",
        max_length=120,
    )
    other_words = forms.CharField(
        label="Other words people use for it",
        help_text="With commas between, such as motorbikes, scooters. They are only searched.",
        max_length=500,
        required=False,
    )
    organisation = forms.ModelChoiceField(
        label="Which organisation answers for it?",
        help_text="It is asked, and is shown once it accepts.",
        queryset=Organisation.objects.none(),
        to_field_name="public_id",
        required=False,
    )
    post_title = forms.CharField(
        label="Title of the post that answers", max_length=200, required=False
    )
    email = forms.EmailField(
        label="Shared email address",
        help_text="Never one person’s own.",
        max_length=254,
        required=False,
    )
    phone = forms.CharField(label="Shared telephone number", max_length=40, required=False)
    if_not_helped = forms.CharField(
        label="What can somebody do if that does not help?",
        help_text="Where to complain, and how soon it is answered. Needed with an organisation.",
        max_length=1000,
        required=False,
        widget=LongText(rows=3, limit=1000),
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["organisation"]
        field.queryset, field.empty_label = bodies, "Nobody yet"


class ChangeMatterForm(MatterForm):
    version = forms.IntegerField(widget=forms.HiddenInput())


class DeclineForm(VersionForm):
    because = forms.CharField(
        label="Why does it not answer for this?",
        help_text="Those who keep the record read this; residents do not.",
        max_length=1000,
        widget=LongText(rows=3, limit=1000),
    )
