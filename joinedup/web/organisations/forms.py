from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.organisations.kinds import POWERS, SCHEMES, NameSort, PostKind, Sector


class FindForm(Form):
    """What narrows the directory; anything unusable is left out of account."""

    marks_optional = False
    name = forms.CharField(label="Search by any name it ever had", required=False, max_length=200)
    sector = forms.ChoiceField(
        label="Sector", choices=[("", "Any"), *Sector.choices], required=False
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


class NewForm(EntryForm):
    field_order = ("name", "is_another")
    is_another = forms.BooleanField(label="It is another one: add it", required=False)

    def __init__(self, *args: Any, alike: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.alike = alike

    def clean(self) -> dict[str, Any]:
        """Ask once more where a body of this name is in the directory already."""
        typed = super().clean() or self.cleaned_data
        is_another = typed.pop("is_another", False)
        found = list(self.alike(typed.get("name", ""))[:3])
        if found and not is_another:
            names = " and ".join(organisation.name for organisation in found)
            self.add_error(
                "name", f"{names} is in the directory already. If this is another one, tick below."
            )
        return typed

    @property
    def asks_again(self) -> bool:
        """Whether the box for another one of the same name is shown."""
        return self.is_bound and bool(self.alike(self.data.get("name", ""))[:1])


class ChangeForm(EntryForm):
    version = forms.IntegerField(widget=forms.HiddenInput())


class NameForm(Form):
    name = forms.CharField(label="Other name", max_length=200)
    sort = forms.ChoiceField(
        label="What sort of name is it?", choices=NameSort.choices, widget=Radios()
    )
    from_on = DayField(label="From when it was called so", required=False)
    to_on = DayField(label="Until when", required=False)


class IdentifierForm(Form):
    scheme = forms.ChoiceField(
        label="Which register knows it?", choices=list(SCHEMES.items()), widget=Radios(small=True)
    )
    value = forms.CharField(label="Its number or code there", max_length=40, widget=Text(width=20))


class PostForm(Form):
    name = forms.CharField(label="Full name", max_length=200)
    email = forms.EmailField(
        label="Email address",
        help_text="The address this person signs in with.",
        max_length=254,
    )
    kind = forms.TypedChoiceField(
        label="What are they there?",
        choices=PostKind.choices,
        coerce=PostKind,
        widget=Radios(hints=dict(POWERS)),
    )
    title = forms.CharField(label="Their title", max_length=200, required=False)
    unit = forms.CharField(label="Their team or department", max_length=200, required=False)


class EndPostForm(Form):
    on = DayField(label="Last day in this post")
    because = forms.CharField(label="Why does it end?", max_length=1000, widget=LongText(rows=3))
