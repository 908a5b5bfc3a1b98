"""Members and their places: who joins, who sits there, whom a deputy stands in for."""

from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.partnerships.kinds import Capacity, Standing
from joinedup.web.organisations.finding import ChosenForm


class MemberForm(ChosenForm):
    standing = forms.ChoiceField(
        label="What sort of member?",
        choices=Standing.choices,
        initial=Standing.CORE,
        widget=Radios(
            hints={
                Standing.CORE: "Takes part in every decision.",
                Standing.ASSOCIATE: "Takes part in some of the work.",
                Standing.OBSERVER: "Listens, and is told.",
            }
        ),
    )
    unit = forms.CharField(
        label="Part of the organisation that joins",
        help_text="Only if one team or department joins, not the whole.",
        max_length=200,
        required=False,
    )
    from_on = DayField(label="Member since", required=False)


class EndForm(Form):
    on = DayField(label="Last day as a member")
    because = forms.CharField(
        label="Why does it leave?",
        help_text="Everybody on the partnership can read this.",
        max_length=1000,
        widget=LongText(rows=3),
    )


class PersonForm(Form):
    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(
        label="Email address",
        help_text="We write to this address when there is something to answer.",
        max_length=254,
    )


class DeputyForm(Form):
    """For which other place a deputy stands in."""

    stands_in_for = forms.ChoiceField(
        label="Whom do they stand in for?", choices=[], required=False
    )

    def __init__(self, *args: Any, places: dict[str, tuple[Any, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = {key: place for key, (place, _) in places.items()}
        told = [(key, line) for key, (_, line) in places.items()]
        self.fields["stands_in_for"].choices = [("", "Nobody in particular"), *told]

    def clean_stands_in_for(self) -> Any:
        """Return the place itself, or None."""
        return self.places.get(self.cleaned_data["stands_in_for"])


class PlaceForm(DeputyForm, PersonForm):
    """A new place, with or without somebody to hold it."""

    field_order = ("capacity", "stands_in_for", "name", "email")
    capacity = forms.ChoiceField(
        label="What sort of place?",
        choices=Capacity.choices,
        initial=Capacity.REPRESENTATIVE,
        widget=Radios(),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = self.fields["email"].required = False
        self.fields["stands_in_for"].label = "If it is a deputy’s, whom do they stand in for?"

    def clean(self) -> dict[str, Any]:
        """Ask for name and address together, or neither."""
        typed = super().clean() or self.cleaned_data
        if typed.get("name") and not typed.get("email") and "email" not in self.errors:
            self.add_error("email", "Enter the email address, or leave the name empty as well")
        if typed.get("email") and not typed.get("name"):
            self.add_error("name", "Enter the full name, or leave the address empty as well")
        return typed


class LeaveForm(Form):
    on = DayField(label="Last day in this place")
