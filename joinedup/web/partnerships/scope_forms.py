"""The four questions that tell a partnership from what is like it, and the list of the rest."""

from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.arrangements.kinds import RELATED_HINTS, RelatedKind, Scope

HINTS = {
    Scope.FREE: "A company that one of them owns cannot.",
    Scope.AIM: "Something both want to change, not only money for work.",
    Scope.EFFORT: "Planning, doing or deciding something together.",
}


def yes_or_no(question: Scope) -> forms.ChoiceField:
    """Return one of the four questions."""
    return forms.ChoiceField(
        label=question.label,
        help_text=HINTS.get(question, ""),
        choices=[("yes", "Yes"), ("no", "No")],
        widget=Radios(inline=True),
    )


class ScopeForm(Form):
    parties = yes_or_no(Scope.PARTIES)
    free = yes_or_no(Scope.FREE)
    aim = yes_or_no(Scope.AIM)
    effort = yes_or_no(Scope.EFFORT)


class ArrangementForm(Form):
    """One line of the list of related arrangements."""

    version = forms.IntegerField(widget=forms.HiddenInput(), required=False)
    name = forms.CharField(label="Name", max_length=200)
    kind = forms.ChoiceField(
        label="What is it?",
        choices=RelatedKind.choices,
        widget=Radios(hints={key.value: hint for key, hint in RELATED_HINTS.items()}),
    )
    with_whom = forms.CharField(label="With whom?", max_length=200, required=False)
    from_on = DayField(label="From", required=False)
    to_on = DayField(label="To", required=False)
    note = forms.CharField(label="Note", max_length=1000, required=False, widget=LongText(rows=3))


class NewArrangementForm(ArrangementForm):
    """A new line, on the list of one of the person's own organisations."""

    version = None
    host = forms.ChoiceField(label="On whose list?", choices=[], widget=Radios())

    def __init__(self, *args: Any, hosts: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.hosts = hosts
        self.fields["host"].choices = [(key, host.name) for key, host in hosts.items()]
        if len(hosts) == 1:
            self.fields["host"].widget = forms.HiddenInput()
            self.fields["host"].initial = next(iter(hosts))

    def clean_host(self) -> Any:
        """Return the organisation itself."""
        return self.hosts.get(self.cleaned_data["host"])
