from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.people.models import Person
from joinedup.domain.risks.kinds import IMPACTS, LIKELIHOODS, Category, Size
from joinedup.domain.risks.models import RiskScore

ASKED_FOR = {
    "likelihood": "How likely, if nothing were done",
    "impact": "How grave, if nothing were done",
    "residual_likelihood": "How likely, with what is done about it",
    "residual_impact": "How grave, with what is done about it",
    "target_likelihood": "How likely we mean it to become",
    "target_impact": "How grave we mean it to become",
}
FREE = "Write it so that anybody may read it: it may be asked for under freedom of information law."


def step(name: str) -> forms.TypedChoiceField:
    """Return a choice of a step of the matrix; the form of a page gives it its names."""
    return forms.TypedChoiceField(label=ASKED_FOR[name], coerce=int, choices=[])


class MarksForm(Form):
    """Six steps on a matrix; ``size`` is the one that was shown."""

    size = forms.TypedChoiceField(coerce=int, choices=Size.choices, widget=forms.HiddenInput)

    def __init__(self, *args: Any, size: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = Size(size)
        for name in ASKED_FOR:
            steps = LIKELIHOODS[shown] if name.endswith("likelihood") else IMPACTS[shown]
            named = [(at, f"{at}: {text}") for at, text in enumerate(steps, 1)]
            self.fields[name].choices = [("", "Choose"), *named]  # type: ignore[attr-defined]


class OwnedForm(Form):
    # A person or a post is needed, so neither is marked as optional; the rest is marked by hand.
    marks_optional = False

    def __init__(self, *args: Any, owners: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = owners  # type: ignore[attr-defined]


def category() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What kind of risk is it?", choices=[("", "Choose"), *Category.choices]
    )


def cause() -> forms.CharField:
    return forms.CharField(label="What could happen, and why", help_text=FREE, max_length=300)


def effect() -> forms.CharField:
    return forms.CharField(label="What would come of it", max_length=300)


def controls() -> forms.CharField:
    return forms.CharField(
        label="What is done about it (optional)",
        max_length=2000,
        required=False,
        widget=LongText(rows=4),
    )


def owner() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        label="Person who answers for it",
        help_text="Name a person, a post, or both. A person is reminded when the day below passes.",
        queryset=Person.objects.none(),
        to_field_name="public_id",
        required=False,
    )


def owner_post() -> forms.CharField:
    return forms.CharField(label="Post that answers for it", max_length=200, required=False)


class RiskForm(OwnedForm, MarksForm):
    cause = cause()
    effect = effect()
    category = category()
    likelihood = step("likelihood")
    impact = step("impact")
    controls = controls()
    residual_likelihood = step("residual_likelihood")
    residual_impact = step("residual_impact")
    target_likelihood = step("target_likelihood")
    target_impact = step("target_impact")
    owner = owner()
    owner_post = owner_post()
    review_on = DayField(label="When it is looked at again", help_text="For example, 27 3 2027")


class WordsForm(OwnedForm):
    cause = cause()
    effect = effect()
    category = category()
    controls = controls()
    owner = owner()
    owner_post = owner_post()
    version = forms.IntegerField(widget=forms.HiddenInput)


class ScoreForm(MarksForm):
    likelihood = step("likelihood")
    impact = step("impact")
    residual_likelihood = step("residual_likelihood")
    residual_impact = step("residual_impact")
    target_likelihood = step("target_likelihood")
    target_impact = step("target_impact")
    remark = forms.CharField(label="What has changed", max_length=300, required=False)
    review_on = DayField(label="When it is looked at again", help_text="For example, 27 3 2027")
    version = forms.IntegerField(widget=forms.HiddenInput)


class CloseForm(Form):
    because = forms.CharField(
        label="Why is it closed?",
        help_text="It can still be read, with every score it had.",
        max_length=1000,
        widget=LongText(rows=3),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)


class MatrixForm(Form):
    size = forms.TypedChoiceField(
        label="How many steps has your matrix?",
        coerce=int,
        choices=Size.choices,
        widget=Radios(),
    )
    from_on = DayField(label="From which day", help_text="For example, 1 4 2027")
    because = forms.CharField(label="Who decided it", max_length=300, required=False)


def initial_marks(score: RiskScore, size: int) -> dict[str, int]:
    """Return the steps to begin with: those of last time, unless the matrix is another now."""
    if score.size != size:
        return {}
    return {name: getattr(score, name) for name in ASKED_FOR}
