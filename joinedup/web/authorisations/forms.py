from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form, VersionForm
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.authorisations.kinds import TIERS_TOLD
from joinedup.domain.authorisations.models import Authoriser
from joinedup.domain.people.models import Person


def pounds(label: str, help_text: str = "", *, required: bool = True) -> forms.DecimalField:
    """Return a box for an amount of pounds."""
    return forms.DecimalField(
        label=label,
        help_text=help_text,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        required=required,
        widget=Text(width=10, prefix="£"),
    )


class AuthoriserForm(Form):
    """Who may authorise from a day on."""

    person = forms.ModelChoiceField(label="Who?", queryset=Person.objects.none())
    up_to = pounds("Up to how much?", "Leave it empty for any amount.", required=False)
    tier = forms.TypedChoiceField(
        label="Partnerships of which tiers?",
        choices=[(tier, told.capitalize()) for tier, told in TIERS_TOLD.items()],
        coerce=int,
        widget=Radios(small=True),
    )
    from_on = DayField(label="From which day?", help_text="Today or a day to come.")
    because = forms.CharField(
        label="Who decided this?",
        help_text="For example: scheme of delegation, cabinet, 3 March 2026.",
        max_length=300,
        required=False,
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class EndForm(VersionForm):
    on = DayField(label="The last day on which they authorise")


class OfAuthoriser(forms.ModelChoiceField):  # type: ignore[type-arg]
    """Authorisers, each with the limit that holds for them."""

    def label_from_instance(self, obj: Any) -> str:
        """Return a name with its limit."""
        return f"{obj.person.name}: {obj.limit}"


class AskForm(Form):
    """Whom to ask, and for how much."""

    amount = pounds(
        "How much would we take on, in all?",
        "Payments, posts, things and what we might become liable for, in pounds. 0 where nothing.",
    )
    authoriser = OfAuthoriser(
        label="Who is to decide?",
        queryset=Authoriser.objects.none(),
        empty_label=None,
        widget=Radios(small=True),
    )
    words = forms.CharField(
        label="What should they know?", max_length=2000, widget=LongText(rows=4), required=False
    )

    def __init__(self, *args: Any, authorisers: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["authoriser"].queryset = authorisers  # type: ignore[attr-defined]


class GuideForm(VersionForm):
    guidance = forms.CharField(
        label="Your guidance, if you have any",
        help_text="Whoever decides reads it first. It stays beside the decision.",
        max_length=2000,
        widget=LongText(rows=5),
        required=False,
    )


class GrantForm(VersionForm):
    granted = pounds("Up to how much?", "No more than was asked for.")
    ends_on = DayField(label="Until which day?")
    conditions = forms.CharField(
        label="On which conditions?", max_length=2000, widget=LongText(rows=4), required=False
    )


class RefuseForm(VersionForm):
    reasons = forms.CharField(
        label="Why not?",
        help_text="So that they know what would have to change.",
        max_length=2000,
        widget=LongText(rows=4),
    )


class WithdrawForm(VersionForm):
    """Taking back asks nothing more."""
