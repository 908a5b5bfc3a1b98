"""One section of an appraisal as a form, drawn from its questions."""

from collections.abc import Iterator
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios, Text
from joinedup.domain.appraisals.deciding import ANSWERS, DECISIONS, SHORT_OF_YES
from joinedup.domain.appraisals.kinds import ACTION, TYPED
from joinedup.domain.appraisals.models import AppraisalAnswer
from joinedup.domain.appraisals.questions import Question, Section


def boxes_of(question: Question) -> dict[str, forms.Field]:
    """Return the boxes of one question; each label names it, since a page has many alike."""
    number = question.id
    return {
        "answer": forms.ChoiceField(
            label=f"{number}. {question.text}",
            help_text=question.hint,
            choices=list(ANSWERS.items()),
            widget=Radios(small=True),
            required=False,
        ),
        "evidence": forms.CharField(
            label=f"{number}: evidence, or the reason why it does not apply",
            max_length=5000,
            widget=LongText(rows=3),
            required=False,
        ),
        "action": forms.CharField(
            label=f"{number}: what is to be done", max_length=500, required=False
        ),
        "action_owner": forms.CharField(
            label=f"{number}: who does it", max_length=200, widget=Text(width=20), required=False
        ),
        "action_due_on": DayField(label=f"{number}: by when", required=False),
    }


class SectionForm(Form):
    """The questions of a section; everything may be left for another day."""

    marks_optional = False
    section: Section
    version = forms.IntegerField(widget=forms.HiddenInput())

    def clean(self) -> dict[str, Any]:
        """Return the answers question by question."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        given = {
            question.id: {part: typed[f"{question.id}-{part}"] for part in TYPED}
            for question in self.section.questions
        }
        return {"given": given, "version": typed["version"]}

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield what the record says where it differs from what was typed."""
        given = self.cleaned_data["given"]
        flat = {f"{q}-{part}": value for q, told in given.items() for part, value in told.items()}
        self.cleaned_data |= flat
        yield from super().differences()

    def asked(self) -> Iterator[tuple[list[str], list[str], bool]]:
        """Yield for each question its first boxes, those of its action, and whether to open."""
        for question in self.section.questions:
            names = {part: f"{question.id}-{part}" for part in TYPED}
            to_do = [names[part] for part in ACTION]
            short = self[names["answer"]].value() in SHORT_OF_YES
            wrong = any(self[name].errors for name in to_do)
            yield [names["answer"], names["evidence"]], to_do, short or wrong


def form_for(section: Section) -> type[SectionForm]:
    """Return the form of a section."""
    boxes = {
        f"{question.id}-{part}": box
        for question in section.questions
        for part, box in boxes_of(question).items()
    }
    return type("FormOfSection", (SectionForm,), {"section": section, **boxes})


def initial_of(
    section: Section, answers: dict[str, AppraisalAnswer], version: int
) -> dict[str, Any]:
    """Return what the boxes of a section hold at first."""
    kept = {
        f"{question.id}-{part}": getattr(answers[question.id], part)
        for question in section.questions
        if question.id in answers
        for part in TYPED
    }
    return kept | {"version": version}


class FinishForm(Form):
    """Finishing asks a press; ``shown`` is the decision that stood above the button."""

    shown = forms.ChoiceField(choices=list(DECISIONS.items()), widget=forms.HiddenInput)

    def renew(self) -> None:
        """Take up the decision that follows now, which the page shows from then on."""
        super().renew()
        self.data = self.data.copy()
        self.data[self.add_prefix("shown")] = self.initial["shown"]
