from collections.abc import Iterator
from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.arrangements.kinds import RELATED_HINTS, RelatedKind, Scope
from joinedup.domain.basics.folding import folded
from joinedup.domain.ideas.kinds import CHOICE_HINTS, OverlapChoice
from joinedup.domain.ideas.models import Idea
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import bearing
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.places.models import Area
from joinedup.web.partnerships.scope_forms import ScopeForm

VERSIONS = ("version", "record_version")


def part(label: str, help_text: str = "") -> forms.CharField:
    """Return one part of an idea that has to be told."""
    return forms.CharField(
        label=label, help_text=help_text, max_length=2000, widget=LongText(rows=3)
    )


class IdeaForm(Form):
    """An idea in words."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    record_version = forms.IntegerField(widget=forms.HiddenInput())
    name = forms.CharField(label="What would you call it?", max_length=200)
    purpose = part("What would it do?", "What would be different for people, in two sentences.")
    for_whom = part("For whom?", "Who would notice: of what age, in what situation.")
    place_name = forms.CharField(
        label="Where?",
        help_text="The name of the district, parish or ward. Partnerships there are looked at.",
        max_length=200,
        required=False,
    )
    place_code = forms.CharField(
        label="Official code of the place",
        help_text="Only if nobody has used the place here before: the GSS code, like E07000123.",
        max_length=9,
        required=False,
        widget=Text(width=10),
    )
    themes = forms.CharField(
        label="Themes",
        help_text="A word or two each, with commas between: young people, transport.",
        max_length=600,
        required=False,
    )
    need = part("How do you know that it is needed?", "Figures, complaints, what people told you.")
    asked_of_partner = part(
        "What would you ask of a partner?", "Time, money, people, rooms, an introduction."
    )
    likely_partners = forms.CharField(
        label="Whom might you ask?",
        help_text="One organisation of the directory to a line. "
        "Only those who keep the record see this.",
        max_length=6000,
        required=False,
        widget=LongText(rows=3),
    )

    def clean_themes(self) -> list[str]:
        """Return the themes one by one."""
        typed = self.cleaned_data["themes"].replace(";", ",").split(",")
        return [theme for each in typed if (theme := " ".join(each.split()))]

    def clean_likely_partners(self) -> list[Organisation]:
        """Return the organisations that bear these very names."""
        lines = self.cleaned_data["likely_partners"].splitlines()
        return [body_named(name) for typed in lines if (name := " ".join(typed.split()))]

    def clean(self) -> dict[str, Any]:
        """Return the place as code and name together; one used here before is known by its name."""
        typed = super().clean() or self.cleaned_data
        code, name = (typed.pop(box, "").strip() for box in ("place_code", "place_name"))
        if name and not code and "place_code" not in self.errors:
            known = list(Area.objects.filter(folded_name=folded(name))[:2])
            if len(known) == 1:
                code, name = known[0].code, known[0].name
            else:
                self.add_error("place_code", f"Enter the official code of {name}")
        return typed | {"place": (code, name)}

    def renew(self) -> None:
        """Take up both versions that stand now: that of the idea and that of its record."""
        self.data = self.data.copy()
        for name in VERSIONS:
            if name in self.fields:
                self.data[name] = str(self.initial[name])
        self.reads_now = list(self.differences())

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield label and present words of each part that was typed otherwise."""
        for bound in self.visible_fields():
            kept = str(self.initial.get(bound.name) or "")
            if kept.split() != str(bound.value() or "").split():
                yield str(bound.label), kept or "Nothing"


def body_named(name: str) -> Organisation:
    """Return the one organisation of this name; ask where there is none, or several."""
    bearers = list(bearing(name)[:2])
    if not bearers:
        raise forms.ValidationError(f"“{name}” is not in the directory. Type its whole name.")
    if len(bearers) > 1:
        raise forms.ValidationError(f"Several organisations bear or bore the name “{name}”.")
    return bearers[0]


def told_of_record(record: Partnership) -> dict[str, Any]:
    """Return what the boxes hold at first of a record."""
    return {
        "record_version": record.version,
        "name": record.name,
        "purpose": record.purpose,
        "place_code": record.area.code if record.area else "",
        "place_name": record.area.name if record.area else "",
        "themes": ", ".join(theme.name for theme in record.themes.all()),
    }


def told_of(idea: Idea) -> dict[str, Any]:
    """Return what the boxes hold at first of an idea."""
    bodies = idea.likely_partners.order_by("folded_name", "pk")
    return told_of_record(idea.partnership) | {
        "version": idea.version,
        "for_whom": idea.for_whom,
        "need": idea.need,
        "asked_of_partner": idea.asked_of_partner,
        "likely_partners": "\n".join(body.name for body in bodies),
    }


class BegunIdeaForm(IdeaForm):
    """The idea behind a record that is there already."""

    version = None


class NewIdeaForm(IdeaForm):
    """A new idea, for one of the person's own organisations."""

    version = None
    record_version = None
    host = forms.ChoiceField(label="For which organisation?", choices=[], widget=Radios())

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


class AnswerForm(Form):
    """How the idea stands to one thing that is there already."""

    version = forms.IntegerField(widget=forms.HiddenInput())
    choice = forms.ChoiceField(label="How does your idea stand to it?", widget=Radios())
    words = forms.CharField(
        label="How, or why?",
        help_text="Everybody who may open both can read this.",
        max_length=1000,
        widget=LongText(rows=3),
    )

    def __init__(self, *args: Any, may_join: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [each for each in OverlapChoice if may_join or each != OverlapChoice.JOIN]
        hints = {each.value: CHOICE_HINTS[each] for each in choices}
        self.fields["choice"].widget = Radios(hints=hints)
        self.fields["choice"].choices = [(each.value, each.label) for each in choices]


class IdeaScopeForm(ScopeForm):
    """The four questions, asked of an idea."""

    version = forms.IntegerField(widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        """Return which questions were answered no."""
        typed = super().clean() or self.cleaned_data
        noes = [each for each in Scope if typed.get(each.value) == "no"]
        return {"noes": noes, "version": typed.get("version")}


def scope_told(idea: Idea) -> dict[str, Any]:
    """Return what was answered to the four questions last, and nothing where they were not."""
    if idea.scoped_at is None:
        return {"version": idea.version}
    said = {each.value: "no" if each.value in idea.noes else "yes" for each in Scope}
    return {"version": idea.version} | said


class KeepForm(Form):
    """What the idea is when it is not a partnership."""

    kind = forms.ChoiceField(
        label="What is it?",
        choices=RelatedKind.choices,
        widget=Radios(hints={key.value: hint for key, hint in RELATED_HINTS.items()}),
    )


def because(label: str, help_text: str) -> forms.CharField:
    """Return the box for a reason that stands in the history."""
    return forms.CharField(
        label=label, help_text=help_text, max_length=1000, widget=LongText(rows=3)
    )


class JoinForm(Form):
    because = because(
        "Why is the idea given up?",
        "Everybody on the record can read this, also who may not open the other one.",
    )


class ProposeForm(Form):
    because = because("Why should it go on?", "Everybody on the partnership can read this.")
