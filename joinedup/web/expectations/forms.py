from collections import Counter
from collections.abc import Iterator
from typing import Any

from django import forms

from joinedup.delivery.forms import DayField, Form
from joinedup.delivery.widgets import LongText, Radios
from joinedup.domain.expectations.kinds import COLUMNS, QUESTIONS, Question, Settled
from joinedup.domain.partnerships.kinds import KIND_SENTENCES


class AskForm(Form):
    closes_on = DayField(
        label="By when is everybody to answer?",
        help_text="Two or three weeks are usual. For example, 27 3 2027",
    )


class AnswersForm(Form):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {name: asked(question) for name, question in QUESTIONS.items()}

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield nothing: what somebody else answered meanwhile is theirs alone to read."""
        yield from ()


def asked(question: Question) -> forms.ChoiceField:
    """Return a question to be answered by the words nearest the truth.

    The kinds are not named, so that nobody answers for a name; but where two of them read the
    same, or nobody could choose.
    """
    doubled = Counter(question.says)
    hints = {
        kind.value: KIND_SENTENCES[kind]
        for kind, words in zip(COLUMNS, question.says, strict=True)
        if doubled[words] > 1
    }
    choices = [(k.value, words) for k, words in zip(COLUMNS, question.says, strict=True)]
    field = forms.ChoiceField(label=question.text, choices=choices, widget=Radios(hints=hints))
    field.error_messages["required"] = f"Give an answer to “{question.text}”"
    return field


class SettleForm(Form):
    settled = forms.ChoiceField(
        label="How do you deal with it?", choices=Settled.choices, widget=Radios()
    )
    kind = forms.ChoiceField(
        label="Which kind is it?",
        help_text="Only if you agree now.",
        choices=[(kind.value, kind.label) for kind in COLUMNS],
        widget=Radios(hints={kind.value: KIND_SENTENCES[kind] for kind in COLUMNS}),
        required=False,
    )
    because = forms.CharField(
        label="Why?",
        help_text="What was said, and what each of you expects now. Everybody who may open the "
        "partnership can read this.",
        max_length=4000,
        widget=LongText(rows=6),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
