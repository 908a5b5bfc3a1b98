from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.organisations.kinds import NameSort, Sector
from joinedup.domain.partnerships.kinds import (
    KIND_SENTENCES,
    Kind,
    Level,
    State,
    Tier,
    Told,
)
from joinedup.domain.search.narrowing import NOBODY, OVERDUE

ANY = ("", "Any")
MISSING = [
    ANY,
    ("yes", "Only those with something missing"),
    (OVERDUE, "Only those whose review is overdue"),
]
STATES = {
    State.IDEA: "Nothing has been agreed yet.",
    State.PROPOSED: "It has been put forward and waits for a decision.",
    State.ACTIVE: "The members are working together.",
    State.CLOSING: "It is being wound up.",
    State.CLOSED: "It has ended. The record is kept and cannot be changed any more.",
    State.DECLINED: "It was decided not to go on with it.",
}


class FindForm(Form):
    """What narrows the register; anything unusable is left out of account."""

    marks_optional = False
    name = forms.CharField(label="Search by any name it ever had", required=False, max_length=200)
    state = forms.ChoiceField(label="State", choices=[ANY, *State.choices], required=False)
    tier = forms.ChoiceField(label="Tier", choices=[ANY, *Tier.choices], required=False)
    kind = forms.ChoiceField(label="Kind", choices=[ANY, *Kind.choices], required=False)
    theme = forms.ChoiceField(label="Theme", choices=[], required=False)
    sector = forms.ChoiceField(
        label="Has a member that is", choices=[ANY, *Sector.choices], required=False
    )
    place = forms.CharField(label="Place (name or code)", required=False, max_length=200)
    host = forms.ChoiceField(label="Host", choices=[], required=False)
    missing = forms.ChoiceField(label="What is missing", choices=MISSING, required=False)

    def __init__(
        self,
        *args: Any,
        hosts: list[tuple[str, str]],
        themes: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["host"].choices = [ANY, (NOBODY, "Nobody: it needs a lead host"), *hosts]
        self.fields["theme"].choices = [ANY, *themes]


class NewForm(Form):
    """All that a network is registered with, on one short page."""

    name = forms.CharField(label="Name of the partnership", max_length=200)
    is_another = forms.BooleanField(
        label="It is another one: register it", required=False, initial=False
    )
    purpose = forms.CharField(
        label="What it is for",
        help_text="In a sentence or two, as you would tell a neighbour.",
        max_length=2000,
        widget=LongText(rows=3),
    )
    is_running = forms.TypedChoiceField(
        label="Is it already running?",
        choices=[("yes", "Yes, it is at work"), ("no", "No, it is an idea")],
        coerce=lambda answer: answer == "yes",
        widget=Radios(),
    )
    host = forms.ChoiceField(
        label="Who keeps its record?",
        help_text="The organisation that leads its administration.",
        choices=[],
        widget=Radios(),
    )
    answers_name = forms.CharField(
        label="Who answers for it?",
        help_text="Somebody of that organisation. They coordinate it.",
        max_length=200,
        required=False,
    )
    answers_email = forms.EmailField(label="Their email address", max_length=254, required=False)
    members = forms.CharField(
        label="Its other members",
        help_text="One organisation to a line. Those not in the directory yet are put there.",
        max_length=6000,
        required=False,
        widget=LongText(rows=5),
    )
    next_review_on = DayField(label="When will you look at it again?", required=False)
    ends_on = DayField(label="Or when does it end?", required=False)

    def __init__(
        self, *args: Any, hosts: dict[str, Any], alike: Any, bodies: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.hosts, self.alike, self.bodies = hosts, alike, bodies
        self.fields["host"].choices = [(key, host.name) for key, host in hosts.items()]
        if len(hosts) == 1:
            self.fields["host"].widget = forms.HiddenInput()
            self.fields["host"].initial = next(iter(hosts))

    def clean_host(self) -> Any:
        """Return the organisation itself."""
        return self.hosts.get(self.cleaned_data["host"])

    def clean_members(self) -> list[Any]:
        """Return each body that is known by its very name, and the names of those that are new."""
        lines = self.cleaned_data["members"].splitlines()
        return [self.bodies(name) for typed in lines if (name := " ".join(typed.split()))]

    def clean(self) -> dict[str, Any]:
        """Ask once more where a partnership like this is in the register already."""
        typed = super().clean() or self.cleaned_data
        found = list(self.alike(typed.get("name", ""))[:3])
        if found and not typed.pop("is_another", False):
            names = " and ".join(partnership.name for partnership in found)
            self.add_error(
                "name", f"{names} is in the register already. If this is another one, tick below."
            )
        elif not found:
            typed.pop("is_another", None)
        if typed.get("answers_name") and not typed.get("answers_email"):
            self.add_error("answers_email", "Enter their email address, or leave the name empty")
        return typed

    @property
    def asks_again(self) -> bool:
        """Whether the box for another one of the same name is shown."""
        return self.is_bound and bool(self.alike(self.data.get("name", ""))[:1])

    @property
    def shown(self) -> list[str]:
        """The fields of the page in their order."""
        hidden = {"host"} if self["host"].is_hidden else set()
        hidden |= set() if self.asks_again else {"is_another"}
        return [name for name in self.fields if name not in hidden]


class ChangeForm(Form):
    """The shared record, apart from its papers."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    name = forms.CharField(label="Name", max_length=200)
    purpose = forms.CharField(
        label="What it is for", max_length=2000, required=False, widget=LongText(rows=4)
    )
    kind = forms.ChoiceField(
        label="Kind",
        choices=Kind.choices,
        widget=Radios(hints=dict(KIND_SENTENCES), small=True),
        help_text="No kind is better than another.",
    )
    level = forms.ChoiceField(label="Level", choices=Level.choices, widget=Radios(small=True))
    is_internal = forms.TypedChoiceField(
        label="Who its members are",
        choices=[("False", "Different organisations"), ("True", "Parts of one organisation")],
        coerce=lambda typed: typed == "True",
        widget=Radios(small=True),
        help_text="In an internal partnership each part counts in reviews as an organisation does.",
    )
    place_code = forms.CharField(
        label="Official code of its place",
        help_text="The GSS code, such as E07000123.",
        max_length=9,
        required=False,
        widget=Text(width=10),
    )
    place_name = forms.CharField(label="Name of its place", max_length=200, required=False)
    starts_on = DayField(label="When it started", required=False)
    ends_on = DayField(label="When it ends", required=False)

    def clean(self) -> dict[str, Any]:
        """Return the place as code and name together."""
        typed = super().clean() or self.cleaned_data
        place = (typed.get("place_code", "").strip(), typed.get("place_name", "").strip())
        if place[1] and not place[0] and "place_code" not in self.errors:
            self.add_error("place_code", "Enter the official code of its place")
        return typed


class NameForm(Form):
    name = forms.CharField(label="Other name", max_length=200)
    sort = forms.ChoiceField(
        label="What sort of name is it?", choices=NameSort.choices, widget=Radios()
    )


class PlanForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput())


class LeadForm(Form):
    organisation = forms.ChoiceField(
        label="Which organisation leads the record from now on?", choices=[], widget=Radios()
    )

    def __init__(self, *args: Any, bodies: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.bodies = bodies
        self.fields["organisation"].choices = [(key, str(body)) for key, body in bodies.items()]

    def clean_organisation(self) -> Any:
        """Return the organisation itself."""
        return self.bodies.get(self.cleaned_data["organisation"])


class StateForm(Form):
    to = forms.ChoiceField(label="What is it now?", choices=[], widget=Radios())
    because = forms.CharField(
        label="Why?",
        help_text="Everybody on the partnership can read this.",
        max_length=1000,
        widget=LongText(rows=3),
    )

    def __init__(self, *args: Any, ways: list[State], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].widget = Radios(hints={state: STATES[state] for state in ways})
        self.fields["to"].choices = [(state.value, state.label) for state in ways]

    def clean_to(self) -> State:
        """Return the state itself."""
        return State(self.cleaned_data["to"])


def told(label: str, help_text: str = "") -> forms.ChoiceField:
    """Return a question that may be answered, or not told yet."""
    choices = [(Told.YES, "Yes"), (Told.NO, "No"), (Told.UNTOLD, "Nobody has told us yet")]
    return forms.ChoiceField(
        label=label,
        choices=choices,
        initial=Told.UNTOLD,
        help_text=help_text,
        widget=Radios(inline=True, small=True),
    )


class PapersForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput())
    agreement = told("Is there a written agreement between the members?")
    agreement_signed_on = DayField(label="When it was signed", required=False)
    agreement_version = forms.CharField(
        label="Which version of it stands?", max_length=40, required=False, widget=Text(width=10)
    )
    agreement_review_on = DayField(label="When it is to be looked at again", required=False)
    agreement_ends_on = DayField(label="When the agreement ends", required=False)
    data_sharing = told(
        "Is there a data-sharing agreement?", "Only where members pass personal data to each other."
    )
    data_sharing_on = DayField(label="When that was signed", required=False)
    exit_plan = told(
        "Is there an exit plan?",
        "It says what happens to people, money and promises when the partnership ends.",
    )
    exit_plan_on = DayField(label="When the exit plan was agreed", required=False)
    risks = told("Is there a list of risks?")
    risks_reviewed_on = DayField(label="When the risks were last looked at", required=False)
    top_risk = forms.CharField(label="The top risk, in a line", max_length=300, required=False)
    measures = told("Are there measures of success?", "How the members will know it works.")
    measures_updated_on = DayField(label="When the measures were last updated", required=False)
