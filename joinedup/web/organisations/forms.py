from typing import Any

from django import forms
from django.utils.functional import cached_property

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Checkboxes, LongText, Radios, Text
from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import (
    FORM_SENTENCES,
    SCHEMES,
    Group,
    NameSort,
    Sector,
    SuccessionSort,
)
from joinedup.domain.organisations.kinds import Form as Shape
from joinedup.domain.organisations.queries import known_as
from joinedup.domain.registers.numbers import normalised
from joinedup.web.organisations.finding import ChosenForm


class FindForm(Form):
    """What narrows the directory; anything unusable is left out of account."""

    marks_optional = False
    name = forms.CharField(label="Search by any name it ever had", required=False, max_length=200)
    sector = forms.ChoiceField(
        label="Sector", choices=[("", "Any"), *Sector.choices], required=False
    )
    group = forms.ChoiceField(
        label="Serves or speaks for", choices=[("", "Anybody"), *Group.choices], required=False
    )
    form = forms.ChoiceField(
        label="What it is", choices=[("", "Any"), *Shape.choices], required=False
    )


class EntryForm(Form):
    """What the directory says of a body."""

    name = forms.CharField(label="Name", max_length=200)
    sector = forms.ChoiceField(label="Sector", choices=Sector.choices, initial=Sector.UNTOLD)
    website = forms.URLField(
        label="Website",
        help_text="Begins with https://",
        max_length=200,
        required=False,
        assume_scheme="https",
        error_messages={"invalid": "Enter a web address, such as https://www.example.org"},
    )
    contact = forms.CharField(
        label="How to reach it",
        help_text="A telephone number or address that anybody who signs in may see.",
        max_length=200,
        required=False,
    )

    from_on = DayField(label="When it began, if you know", required=False)


class NewForm(EntryForm):
    field_order = ("name", "is_another")
    is_another = forms.BooleanField(label="It is another one: add it", required=False)

    def __init__(self, *args: Any, alike: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alike = alike

    @cached_property
    def found(self) -> list[Any]:
        """What is in the directory already and looks like it, with the name that does."""
        return list(self.alike(self.data.get("name", "")[:200])) if self.is_bound else []

    def clean(self) -> dict[str, Any]:
        """Ask once more where a body of this or a like name is in the directory already."""
        typed = super().clean() or self.cleaned_data
        is_another = typed.pop("is_another", False)
        if self.found and not is_another:
            fold = folded(typed.get("name", ""))
            exact = [body.name for body, name in self.found if folded(name) == fold]
            there = (
                f"{' and '.join(exact)} is in the directory already."
                if exact
                else ("There are entries of a like name: see the list below.")
            )
            self.add_error("name", f"{there} If this is another one, tick below.")
        return typed

    @property
    def asks_again(self) -> bool:
        """Whether the box for another one of a like name is shown."""
        return bool(self.found)


class ChangeForm(EntryForm):
    version = forms.IntegerField(widget=forms.HiddenInput())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.initial.get("to_on"):
            self.fields["to_on"] = DayField(label="When it ended", required=False)


READ_BY_ALL = "Everybody who signs in can read this in the history of the entry."


class EndForm(Form):
    on = DayField(label="Last day there was such a body")
    because = forms.CharField(
        label="Why did it end?",
        help_text=READ_BY_ALL,
        max_length=1000,
        required=False,
        widget=LongText(rows=3),
    )


class RemoveForm(Form):
    because = forms.CharField(
        label="Why is it wrong?", help_text=READ_BY_ALL, max_length=1000, widget=LongText(rows=3)
    )


class SuccessorForm(ChosenForm):
    sort = forms.ChoiceField(
        label="How did it come after?",
        choices=SuccessionSort.choices,
        widget=Radios(
            hints={
                SuccessionSort.REPLACED: "One body took the place of the other.",
                SuccessionSort.MERGED: "Several became one.",
                SuccessionSort.SPLIT: "One became several. Add each of them.",
                SuccessionSort.PART: "Both went on, and some of the work moved.",
            }
        ),
    )
    on = DayField(label="From when", required=False)


class NameForm(Form):
    name = forms.CharField(label="Other name", max_length=200)
    sort = forms.ChoiceField(
        label="What sort of name is it?", choices=NameSort.choices, widget=Radios()
    )
    from_on = DayField(label="From when it was called so", required=False)
    to_on = DayField(label="Until when", required=False)


class IdentifierForm(Form):
    scheme = forms.ChoiceField(
        label="Which register knows it?", choices=[("", "Choose one"), *SCHEMES.items()]
    )
    value = forms.CharField(
        label="Its number or code there",
        help_text="Spaces, dashes and small letters make no difference.",
        max_length=40,
        widget=Text(width=20),
    )

    @property
    def whose(self) -> Any:
        """The body that has this number already, where what was typed is a number."""
        scheme, value = self.data.get("scheme", ""), self.data.get("value", "")
        return known_as(scheme, normalised(scheme, value)) if scheme in SCHEMES else None


class FormForm(Form):
    form = forms.ChoiceField(
        label="What is it?",
        choices=[choice for choice in Shape.choices if choice[0] != Shape.PART],
        widget=Radios(hints=dict(FORM_SENTENCES)),
    )


class JoinForm(ChosenForm):
    keeps = forms.ChoiceField(
        label="Which entry is kept?",
        choices=[("this", "This one"), ("other", "The other one")],
        initial="this",
        widget=Radios(),
    )
    joining = forms.BooleanField(
        label="Where both are members of one partnership, join their memberships", required=False
    )
    because = forms.CharField(
        label="How do you know that they are one body?",
        help_text=READ_BY_ALL,
        max_length=1000,
        widget=LongText(rows=3),
    )


class PartForm(Form):
    because = forms.CharField(
        label="Why are they two after all?",
        help_text=READ_BY_ALL,
        max_length=1000,
        widget=LongText(rows=3),
    )


class GroupsForm(Form):
    groups = forms.MultipleChoiceField(
        label="Tick all that are right",
        choices=Group.choices,
        required=False,
        widget=Checkboxes(small=True),
    )


class ConsortiumForm(ChosenForm):
    from_on = DayField(label="In it since", required=False)


class LastDayForm(Form):
    on = DayField(label="Last day in it")


class TurnForm(Form):
    from_on = DayField(label="First day of its turn")
    to_on = DayField(label="Last day of its turn", required=False)


class CorrectNumberForm(Form):
    value = forms.CharField(label="The right number", max_length=40, widget=Text(width=20))
    because = forms.CharField(
        label="Why is it wrong?",
        help_text=READ_BY_ALL,
        max_length=1000,
        required=False,
        widget=LongText(rows=3),
    )
