from collections.abc import Callable
from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import Text
from joinedup.domain.channels.answer_sheets import Filled, Known, read_filled
from joinedup.domain.channels.kinds import TYPED, Way
from joinedup.domain.channels.typed import (
    LONGEST_WORDS,
    Mistyped,
    lettered,
    listed,
    numbered,
    read_comments,
    read_mark,
    read_words,
    with_comments,
)
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.scoring.answer_file import AnswerProblems

MOST_TOLD = 50
COMMENTS = "comments"
HTML = "html"
SORTS = [
    ("pdf", "PDF to print"),
    ("docx", "Word"),
    (HTML, "A plain web page"),
    ("xlsx", "Excel, to fill in on a computer"),
    ("ods", "OpenDocument, to fill in on a computer"),
    ("csv", "CSV, to fill in on a computer"),
]


class SheetCodeForm(Form):
    code = forms.CharField(
        label="Code of the sheet",
        help_text="Ten letters and figures. Spaces and capitals do not matter.",
        max_length=20,
        widget=Text(width=10, autocomplete="off", autofocus=True),
    )
    way = forms.ChoiceField(
        label="How the answers came",
        choices=[(way.value, way.label) for way in TYPED],
        widget=forms.RadioSelect,
    )


class KeyingForm(Form):
    """A whole sheet on one page, a box for each statement: a figure, d or n, then the tab key."""

    marks_optional = False
    way = forms.ChoiceField(choices=[(way.value, "") for way in TYPED], widget=forms.HiddenInput)

    def __init__(self, *args: Any, instrument: Instrument, **kwargs: Any) -> None:
        self.instrument = instrument
        statements = numbered(instrument)
        for number, statement in statements.items():
            first = {"autofocus": True} if number == "1" else {}
            self.base_fields = self.base_fields | {
                statement.id: forms.CharField(
                    label=f"{number}. {statement.text}",
                    required=False,
                    strip=False,
                    widget=Text(width=2, autocomplete="off", **first),
                )
            }
        for letter, question in lettered(instrument).items():
            self.base_fields = self.base_fields | {question.id: words_box(letter, question)}
        if instrument.comments:
            self.base_fields = self.base_fields | {COMMENTS: comments_box()}
        super().__init__(*args, **kwargs)

    def boxes_of(self, section: Any) -> list[str]:
        """Return the names of the boxes of a section."""
        return [statement.id for statement in section.statements]

    def own_words(self) -> list[str]:
        """Return the names of the boxes for words."""
        names = [question.id for question in self.instrument.open_questions]
        return [*names, COMMENTS] if self.instrument.comments else names

    def clean(self) -> dict[str, Any]:
        """Gather what was typed, by question; each box that holds no answer is named."""
        answers: dict[str, Given] = {}
        for statement in self.instrument.statements:
            answers[statement.id] = self.read(statement.id, read_mark, self.instrument, statement)
        for question in self.instrument.open_questions:
            answers[question.id] = self.read(question.id, read_words, self.instrument, question)
        said = self.read(COMMENTS, read_comments, self.instrument)
        comments = said if isinstance(said, dict) else {}
        return {"way": Way(self.cleaned_data.get("way") or Way.PAPER)} | {
            "answers": with_comments(answers, comments)
        }

    def read(self, name: str, reading: Callable[..., Any], *about: Any) -> Any:
        """Return what a box holds, read; or nothing, and say what is wrong beside the box."""
        try:
            return reading(*about, self.cleaned_data.get(name) or "")
        except Mistyped as problem:
            self.add_error(name, str(problem))
            return Given()

    def typed(self) -> list[tuple[str, str]]:
        """Return every box with what was typed into it, to be sent once more."""
        return [(bound.html_name, bound.value() or "") for bound in self]


def words_box(letter: str, question: Any) -> forms.Field:
    """Return a box for words, or for the number of a choice."""
    label = f"{letter}. {question.text}"
    if question.kind == "text":
        return forms.CharField(
            label=label,
            required=False,
            max_length=LONGEST_WORDS,
            widget=forms.Textarea(attrs={"rows": 3}),
        )
    choices = enumerate(question.choices, start=1)
    return forms.CharField(
        label=label,
        help_text="; ".join(f"{number} {choice.label}" for number, choice in choices),
        required=False,
        widget=Text(width=2, autocomplete="off"),
    )


def comments_box() -> forms.Field:
    """Return the box for comments, each on a line that begins with a statement's number."""
    return forms.CharField(
        label="Comments",
        help_text="Begin each with the number of its statement. For example: 3. Nobody told us.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def signs_of(instrument: Instrument) -> str:
    """Return what may be typed for an answer, of the first statement."""
    return listed(instrument, instrument.statements[0])


class PaperForm(Form):
    review = forms.ChoiceField(label="Whose sheets", required=False)
    language = forms.ChoiceField(label="Questions in", widget=forms.RadioSelect)
    sort = forms.ChoiceField(label="As", choices=SORTS, widget=forms.RadioSelect)
    large = forms.BooleanField(label="In large print", required=False)
    letters = forms.BooleanField(label="With a letter to each person", required=False)
    back_to = forms.CharField(
        label="Where sheets are sent back to",
        help_text="A postal address. It stands on the letter and on the sheet.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(
        self,
        *args: Any,
        choices: list[tuple[str, str]],
        languages: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review"].choices = choices  # type: ignore[attr-defined]
        self.fields["language"].choices = languages  # type: ignore[attr-defined]
        if not languages:
            del self.fields["language"]


class ShowForm(Form):
    """Which partnership's people are listed."""

    marks_optional = False
    review = forms.ChoiceField(label="Show everybody asked about", required=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="show_%s", **kwargs)
        self.fields["review"].choices = choices  # type: ignore[attr-defined]


class FileForm(Form):
    """A spreadsheet of answers; what is wrong in it is named, place by place."""

    file = forms.FileField(
        label="Spreadsheet with answers",
        help_text="Excel (.xlsx), OpenDocument (.ods) or CSV, as it was downloaded here.",
    )

    def __init__(self, *args: Any, known: Known, **kwargs: Any) -> None:
        self.known = known
        super().__init__(*args, **kwargs)

    def clean_file(self) -> list[Filled]:
        """Return the columns that were filled in, or every problem there is."""
        chosen = self.cleaned_data["file"]
        try:
            return read_filled(chosen.read(), chosen.name, self.known)
        except AnswerProblems as found:
            raise forms.ValidationError(
                [str(each) for each in found.problems[:MOST_TOLD]]
            ) from None
