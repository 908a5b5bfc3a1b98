from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Checkboxes, LongText, Radios
from joinedup.domain.organisations.kinds import Group, Sector, Side
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.stakeholders.kinds import (
    MOVES,
    STATE_HINTS,
    WISH_HINTS,
    ApproachState,
    Source,
    Weight,
    Wish,
)
from joinedup.domain.stakeholders.prospects import Prospect
from joinedup.web.organisations.finding import ChosenForm

BY_NAME = "name"
NOBODY = "nobody"


def several(label: str, *, rows: int = 3, hint: str = "") -> forms.CharField:
    """Return a field of several lines that may stay empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=2000,
        required=False,
        widget=LongText(rows=rows, limit=2000),
    )


def weighed(label: str, hint: str) -> forms.ChoiceField:
    """Return a field for low, medium or high."""
    return forms.ChoiceField(
        label=label, help_text=hint, choices=Weight.choices, initial=Weight.UNTOLD, widget=Radios()
    )


def wished() -> forms.ChoiceField:
    """Return the field for whether we want them."""
    return forms.ChoiceField(
        label="Do we want them?",
        choices=Wish.choices,
        initial=Wish.UNTOLD,
        widget=Radios(hints={str(wish): hint for wish, hint in WISH_HINTS.items()}),
    )


def sourced() -> forms.ChoiceField:
    """Return the field for how we came to think of them."""
    return forms.ChoiceField(
        label="How did we come to think of them?",
        choices=Source.choices,
        initial=Source.UNTOLD,
        widget=Radios(),
    )


class NewForm(ChosenForm):
    """A body of those found, or the name as it was typed."""

    wish, source = wished(), sourced()

    def __init__(self, *args: Any, typed_name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed_name = typed_name.strip()
        field: Any = self.fields["organisation"]
        field.label = "Whom do you mean?"
        field.choices = [*field.choices, (BY_NAME, f"“{self.typed_name}”, by its name only")]
        if self.found:
            field.widget.divider_before = BY_NAME

    def clean(self) -> dict[str, Any]:
        """Return the body itself, or the name in its place."""
        typed = super().clean() or self.cleaned_data
        is_named = self.data.get("organisation") == BY_NAME
        return typed | {"name": self.typed_name if is_named else ""}


class SeenForm(Form):
    """How a stakeholder is seen, what is asked and gained, and how to reach it."""

    wish = wished()
    influence = weighed("How much influence do they have?", "On whether this works at all.")
    interest = weighed("How much does it matter to them?", "As they see it, not as we wish.")
    aims = several("What are they after themselves?", hint="Their own aims, in their words.")
    asks = several("What do we ask of them?")
    gains = several("What do they gain?")
    ask_for = forms.CharField(label="Who to approach there", max_length=200, required=False)
    introduced_by = forms.CharField(
        label="Who can introduce us, or did", max_length=200, required=False
    )
    champion = forms.CharField(
        label="Who there is keen, and would speak for it", max_length=200, required=False
    )
    source = sourced()
    version = forms.IntegerField(widget=forms.HiddenInput())


class StepForm(Form):
    """How far it has come: the step, its day, and what was said."""

    to = forms.ChoiceField(label="What happened?", choices=[], widget=Radios())
    on = DayField(label="When?", help_text="For example, 27 3 2026")
    note = several("What was said, or agreed", hint="Only those who keep the record read this.")
    because = several("If we do not invite them: why not?")
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, state: ApproachState, name: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        next_ones = [to for to in MOVES[state] if to != ApproachState.JOINED]
        field: Any = self.fields["to"]
        field.widget = Radios(hints={str(to): STATE_HINTS[to] for to in next_ones})
        field.choices = [(to.value, to.label) for to in next_ones]
        if ApproachState.NOT_INVITED not in next_ones:
            del self.fields["because"]
            return
        self.fields["because"].help_text = (
            f"People who speak for {name} can read these words when they ask. Write what you "
            "would say to them, and how it could change."
        )


class WithdrawForm(Form):
    """Nothing is asked but the press."""

    version = forms.IntegerField(widget=forms.HiddenInput())


class ProspectsForm(Form):
    """Which of those proposed to put on the map."""

    bodies = forms.MultipleChoiceField(label="Whom to put on the map", choices=[])

    def __init__(self, *args: Any, prospects: list[Prospect], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found = {each.organisation.public_id: each.organisation for each in prospects}
        field: Any = self.fields["bodies"]
        hints = {each.organisation.public_id: each.reason for each in prospects}
        field.widget = Checkboxes(hints=hints)
        field.choices = [(key, body.name) for key, body in self.found.items()]
        field.error_messages["required"] = "Tick those to put on the map"

    def clean_bodies(self) -> list[Organisation]:
        """Return the bodies themselves."""
        return [self.found[key] for key in self.cleaned_data["bodies"]]


def ticked(label: str, choices: Any, hint: str = "") -> forms.MultipleChoiceField:
    """Return a field of boxes to tick, of which none need be."""
    shown = [choice for choice in choices if choice[0] != "UNTOLD"]
    return forms.MultipleChoiceField(
        label=label,
        help_text=hint,
        choices=shown,
        required=False,
        widget=Checkboxes(small=True),
    )


class YardstickForm(Form):
    """What must be here for the partnership to be whole."""

    marks_optional = False

    sides = ticked("Kinds of body", Side.choices)
    sectors = ticked("Sectors", Sector.choices)
    groups = ticked(
        "People who must be served or spoken for",
        Group.choices,
        "Told from what the directory says of each member.",
    )
    places = several("Places that somebody must speak for", hint="One to a line.", rows=4)
    services = several(
        "Services that somebody must bring",
        hint="One to a line. For example, a night shelter.",
        rows=4,
    )
    version = forms.IntegerField(widget=forms.HiddenInput())

    def clean_places(self) -> str:
        """Return the places as they are kept: one to a line, no line empty."""
        return "\n".join(lines_in(self.cleaned_data["places"]))

    def clean_services(self) -> str:
        """Return the services in the same form."""
        return "\n".join(lines_in(self.cleaned_data["services"]))


def lines_in(text: str) -> list[str]:
    """Return the lines that say something."""
    return [line.strip() for line in text.splitlines() if line.strip()]


class SpeakerForm(Form):
    """Which member speaks for a place, or brings a service."""

    member = forms.ChoiceField(label="Who does?", choices=[], widget=Radios(divider_before=NOBODY))
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, members: dict[str, Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.members = members
        named = [(key, member.member_name) for key, member in members.items()]
        field: Any = self.fields["member"]
        field.choices = [*named, (NOBODY, "Nobody yet")]

    def clean_member(self) -> Membership | None:
        """Return the member itself, or None."""
        return self.members.get(self.cleaned_data["member"])
