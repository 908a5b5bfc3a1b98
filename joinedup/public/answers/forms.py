from collections.abc import Iterable, Iterator
from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import Text
from joinedup.domain.instruments.definition import (
    SECOND,
    Instrument,
    OpenQuestion,
    Section,
    Statement,
    as_second,
)
from joinedup.domain.languages.texts import Spoken
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Answer
from joinedup.public.answers.language import marked

WORDS = "_words"


class SpokenForm(Form):
    """Questions in some language: each text that is not English says so to whoever reads aloud."""

    def __init__(self, *args: Any, spoken: Spoken, **kwargs: Any) -> None:
        self.spoken = spoken
        super().__init__(*args, **kwargs)

    def drawn(self, only: list[str] | None = None) -> Iterator[dict[str, Any]]:
        """Yield each visible field, or those named, as a component and the options it takes."""
        for field in super().drawn(only):
            yield field | {"options": marked(field["options"], self.spoken)}


class SectionForm(SpokenForm):
    """One section of a questionnaire as a page: every statement may be left unanswered."""

    def __init__(self, *args: Any, instrument: Instrument, section: Section, **kwargs: Any) -> None:
        self.section = section
        for statement in section.statements:
            self.base_fields = self.base_fields | fields_of(instrument, statement)
            if statement.second_scale:
                self.base_fields = self.base_fields | {
                    statement.id + SECOND: answers_field(instrument, as_second(statement))
                }
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Given]:
        """Return what was put down, by question."""
        codes = [statement.id for statement in self.section.statements]
        codes += [each.id + SECOND for each in self.section.statements if each.second_scale]
        return {
            code: as_given(self.cleaned_data.get(code, ""), self.cleaned_data.get(code + WORDS, ""))
            for code in codes
        }


class OpenForm(SpokenForm):
    """The questions that carry no score: words of one's own, or one choice of several."""

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        self.questions = instrument.open_questions
        for question in self.questions:
            self.base_fields = self.base_fields | {question.id: open_field(question)}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Given]:
        """Return what was put down, by question."""
        return {q.id: Given(words=self.cleaned_data.get(q.id, "")) for q in self.questions}


def fields_of(instrument: Instrument, statement: Statement) -> dict[str, forms.Field]:
    """Return the boxes of one statement: the answers, and room for a comment."""
    answers = answers_field(instrument, statement)
    if not instrument.comments:
        return {statement.id: answers}
    return {statement.id: answers, statement.id + WORDS: words_field("Your comment")}


def answers_field(instrument: Instrument, statement: Statement) -> forms.ChoiceField:
    """Return the answers of one statement on its scale."""
    title = instrument.scale_of(statement).title
    return forms.ChoiceField(
        label=f"{statement.text} {title}" if title else statement.text,
        choices=choices_of(instrument, statement),
        widget=forms.RadioSelect,
        required=False,
    )


def words_field(label: str, hint: str = "") -> forms.CharField:
    """Return a box for words."""
    return forms.CharField(
        label=label,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


def open_field(question: OpenQuestion) -> forms.Field:
    """Return the box of an open question."""
    if question.kind == "text":
        return words_field(question.text, question.hint or "")
    return forms.ChoiceField(
        label=question.text,
        help_text=question.hint or "",
        choices=[(choice.id, choice.label) for choice in question.choices],
        widget=forms.RadioSelect,
        required=False,
    )


def as_typed(saved: dict[str, Answer]) -> dict[str, str]:
    """Return saved answers as they stand in the boxes of a form."""
    typed = {}
    for question, answer in saved.items():
        value = answer.unscored if answer.value is None else str(answer.value)
        typed |= {question: value or answer.words, question + WORDS: answer.words}
    return typed


def as_given_before(questions: Iterable[str], saved: dict[str, Answer]) -> dict[str, Given]:
    """Return what is saved for these questions."""
    return {
        each: Given(saved[each].value, saved[each].unscored, saved[each].words)
        if each in saved
        else Given()
        for each in questions
    }


class CodeForm(Form):
    code = forms.CharField(
        label="Code",
        help_text="Six figures, from the mail we have just sent.",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )


class NumberForm(CodeForm):
    """The number that was shown to somebody who has no email address."""

    code = forms.CharField(
        label="Your number",
        help_text="Six figures, which you wrote down when you began.",
        max_length=12,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )


class SheetForm(Form):
    """The code of a printed sheet, which stands for a personal link."""

    code = forms.CharField(
        label="Code on your sheet",
        help_text="Ten letters and figures. Spaces and capitals do not matter.",
        max_length=20,
        widget=Text(width=20, autocomplete="off"),
    )


class NamesForm(Form):
    names = forms.CharField(
        label="People, one to a line",
        help_text="Name, email address, organisation. For example: "
        "Ann Bell, ann@foodshare.example, Riverside Food Share",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20_000,
    )


def choices_of(instrument: Instrument, statement: Statement) -> list[tuple[str, str]]:
    """Return what can be answered: the best first, then the answers that carry no score."""
    scale = instrument.scale_of(statement)
    high_is_good = instrument.scoring.direction == "high is good"
    best_first = reversed(scale.values) if high_is_good else scale.values
    scored = [(str(each.value), each.label) for each in best_first]
    return scored + [(each.id, each.label) for each in instrument.unscored]


def as_given(choice: str, words: str = "") -> Given:
    """Return a typed choice as a value of the scale, or as an answer without one."""
    if choice.lstrip("-").isdigit():
        return Given(value=int(choice), words=words)
    return Given(unscored=choice, words=words)
