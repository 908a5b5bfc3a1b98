import itertools
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.kinds import Level, State, Tier
from joinedup.domain.reviews.kinds import Asking, OfficialView
from joinedup.domain.running.kinds import MOST_AT_ONCE, Pace


class QuestionnaireField(forms.ModelChoiceField):
    """A questionnaire by its title, with how long it takes and whose it is."""

    def label_from_instance(self, version: Any) -> str:
        """Return one line of the choice."""
        whose = f", of {version.owner}" if version.owner else ""
        return f"{version}{whose}: about {version.minutes} minutes"


class PrepareForm(Form):
    host = forms.ModelChoiceField(label="Who runs the round", queryset=Organisation.objects.none())
    title = forms.CharField(
        label="What the round is called",
        help_text="People see this in the mail. For example: Yearly review 2026",
        max_length=200,
    )
    instrument = QuestionnaireField(
        label="Which questionnaire",
        help_text="Only a yearly one gives the score that the register and reports show.",
        queryset=InstrumentVersion.objects.none(),
    )
    committee_on = DayField(
        label="When the committee meets",
        help_text="We plan the other dates backwards from this. You can change them next.",
    )

    def __init__(self, *args: Any, hosts: Any, questionnaires: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].queryset = hosts  # type: ignore[attr-defined]
        self.fields["instrument"].queryset = questionnaires  # type: ignore[attr-defined]


class DatesForm(Form):
    opens_on = DayField(label="Opening day")
    closes_on = DayField(label="Last day to answer")
    replies_end_on = DayField(label="Last day for members to reply")
    papers_due_on = DayField(label="Day papers are due")
    committee_on = DayField(label="Day the committee meets")
    asking = forms.ChoiceField(
        label="How people are asked",
        help_text="An anonymous round asks only partnerships with five people or more who can be "
        "written to. Once it is open it can never be made a named one.",
        choices=(
            (
                Asking.NAMED,
                "By name: answers hang on a personal link; people can stop and go on",
            ),
            (Asking.ANONYMOUS, "Anonymously: nothing joins an answer to whoever gave it"),
        ),
        widget=forms.RadioSelect,
    )
    official_view = forms.ChoiceField(
        label="Whose voices count for the official score",
        help_text="Both ways are worked out, and both are shown where they differ. In an anonymous "
        "round every person counts the same.",
        choices=OfficialView.choices,
        widget=forms.RadioSelect,
    )

    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, Any]:
        """Insist that the days follow one another."""
        typed = super().clean() or self.cleaned_data
        order = ["opens_on", "closes_on", "replies_end_on", "papers_due_on", "committee_on"]
        for before, after in itertools.pairwise(order):
            if typed.get(before) and typed.get(after) and typed[after] < typed[before]:
                label = str(self.fields[before].label).lower()
                self.add_error(after, f"{self.fields[after].label} comes before “{label}”")
        return typed


class ChooseForm(Form):
    """Which partnerships: by tier, level and state, or every one; then by hand."""

    name = forms.CharField(label="With these words in the name", required=False, max_length=100)
    tier = forms.MultipleChoiceField(
        label="Tier",
        choices=[*Tier.choices, ("none", "Not yet told us")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    level = forms.MultipleChoiceField(
        label="Level", choices=Level.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    state = forms.MultipleChoiceField(
        label="State",
        choices=[(s.value, s.label) for s in (State.ACTIVE, State.CLOSING)],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    host = forms.ChoiceField(label="A body that keeps its record", choices=[], required=False)
    place = forms.CharField(
        label="Place",
        help_text="The name of a place, or its official code",
        required=False,
        max_length=100,
    )
    theme = forms.ChoiceField(label="Theme", choices=[], required=False)

    def __init__(self, *args: Any, hosts: Any = (), themes: Any = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].choices = [("", "Any"), *hosts]  # type: ignore[attr-defined]
        self.fields["theme"].choices = [("", "Any"), *((t, t) for t in themes)]  # type: ignore[attr-defined]


class OpenForm(Form):
    """How fast the invitations go out."""

    each = forms.ChoiceField(
        label="How the mails go out",
        choices=[
            ("", "All at once"),
            (Pace.HOUR, "So many an hour"),
            (Pace.DAY, "So many a day"),
        ],
        widget=forms.RadioSelect,
        required=False,
    )
    many = forms.IntegerField(
        label="How many at a time",
        help_text="Only where they do not all go at once. A mail server that takes 200 an hour "
        "will thank you.",
        min_value=1,
        max_value=MOST_AT_ONCE,
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """Insist on a number where the mails do not all go at once."""
        typed = super().clean() or self.cleaned_data
        if typed.get("each") and "many" in typed and not typed["many"]:
            self.add_error("many", "Enter how many at a time, like 50")
        return typed


class NamesForm(Form):
    names = forms.CharField(
        label="People, one to a line",
        help_text="Name, email address, organisation. You can paste from a spreadsheet.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=20_000,
    )


class AskForm(Form):
    name = forms.CharField(label="Who knows", max_length=200)
    email = forms.EmailField(label="Their email address", max_length=254)


class BecauseForm(Form):
    because = forms.CharField(
        label="Why",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": "Say why"},
    )
