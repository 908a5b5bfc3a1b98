from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import Radios
from joinedup.domain.structure.kinds import FROM_ABOVE, LinkSort, Part

UP, DOWN = "up", "down"


def ways() -> list[tuple[str, str]]:
    """Return each sort of link in both directions, as it is said of this partnership."""
    up = [(f"{UP}-{sort.value}", f"It {sort.label} …") for sort in LinkSort]
    return up + [(f"{DOWN}-{sort.value}", f"It {FROM_ABOVE[sort]} …") for sort in LinkSort]


class LinkForm(Form):
    """How this partnership hangs together with another."""

    way = forms.ChoiceField(
        label="How do they hang together?", choices=[], widget=Radios(small=True)
    )
    other = forms.ChoiceField(label="With which partnership?", choices=[], widget=Radios())
    part = forms.ChoiceField(
        label="Is it about one theme of the upper partnership?",
        help_text="For each theme one partnership leads, and several may support it.",
        choices=Part.choices,
        initial=Part.NONE,
        widget=Radios(small=True),
    )
    theme = forms.CharField(label="Which theme?", max_length=60, required=False)
    from_on = DayField(
        label="Since when?", help_text="Today, if you leave it empty.", required=False
    )

    def __init__(self, *args: Any, found: dict[str, Any], here: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found, self.here = found, here
        self.fields["way"].choices = ways()
        self.fields["other"].choices = [(key, other.name) for key, other in found.items()]

    def clean(self) -> dict[str, Any]:
        """Return which partnership stands under which, and how."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        direction, _, sort = typed.pop("way").partition("-")
        other = self.found[typed.pop("other")]
        lower, upper = (self.here, other) if direction == UP else (other, self.here)
        return typed | {"lower": lower, "upper": upper, "sort": sort}


class UnlinkForm(Form):
    on = DayField(label="Last day on which they hung together")
