"""Plain forms: they clean what was typed and stop. Pages draw them with ``draw_form``.

class RenameForm(Form):
    name = forms.CharField(label="New name", max_length=200)
    from_on = DayField(label="From when", help_text="For example, 27 3 2026")
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from joinedup.delivery import drawing, widgets
from joinedup.domain.basics.days import in_words

MONTHS = tuple(date(2000, month, 1).strftime("%B").casefold() for month in range(1, 13))
SHORTEST_MONTH = 3
LONGEST_NAME = 5
YEAR_FIGURES = 4
# What Django writes before the choices, and what we write.
DASHES = "---------"
NOT_CHOSEN = "Choose one"

# Django's own sentences say what is wrong; ours say what to do about it.
SENTENCES = {
    "max_length": "{Label} must be %(limit_value)d characters or fewer",
    "min_length": "{Label} must be %(limit_value)d characters or more",
    "min_value": "{Label} must be %(limit_value)s or more",
    "max_value": "{Label} must be %(limit_value)s or less",
    "invalid_choice": "Choose {thing} from the list",
    "invalid_list": "Choose {thing} from the list",
}
FOUND_ALREADY = {"your", "our", "their", "the", "a", "an", "this", "these"}
FOUND_ALREADY |= {"how", "what", "when", "where", "which", "who", "whom"}


class Form(forms.Form):
    """The base of every form: errors that say how to mend them, and fields a page can draw."""

    # The field whose label is the heading of the whole page, where the page asks one thing.
    page_heading = ""
    # Filters are all optional and need not say so.
    marks_optional = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.reads_now: list[tuple[str, str]] = []
        for name, field in self.fields.items():
            speak_plainly(field, str(field.label or name.replace("_", " ").capitalize()))
            if isinstance(field, forms.ModelChoiceField) and field.empty_label == DASHES:
                is_chosen = field.required and self.get_initial_for_field(field, name)
                field.empty_label = None if is_chosen else NOT_CHOSEN

    def renew(self) -> None:
        """Take up the version that stands now, so that what was typed can be sent once more.

        Called when somebody else changed the thing meanwhile. The page shows what they wrote
        (``reads_now``) above what was typed, and the choice is the person's.
        """
        if "version" in self.fields:
            self.data = self.data.copy()
            self.data[self.add_prefix("version")] = str(self.initial["version"])
            self.reads_now = list(self.differences())

    def differences(self) -> Iterator[tuple[str, str]]:
        """Yield label and present value of each field in which the record differs."""
        for bound in self.visible_fields():
            kept, typed = self.initial.get(bound.name), self.cleaned_data.get(bound.name)
            if (kept or "") != (typed or ""):
                yield str(bound.label), in_plain_words(bound.field, kept)

    def error_links(self) -> list[dict[str, str]]:
        """Return each error, with a link to the box that mends it where there is one."""
        return [
            {"text": text} | self.link_to(name)
            for name, texts in self.errors.items()
            for text in texts
        ]

    def link_to(self, name: str) -> dict[str, str]:
        """Return the link to a field's first box; errors of the whole form have none."""
        if name not in self.fields or self[name].is_hidden:
            return {}
        return {"href": f"#{drawing.target(self[name])}"}

    def drawn(self, only: list[str] | None = None) -> Iterator[dict[str, Any]]:
        """Yield each visible field, or those named, as a component and the options it takes."""
        for bound in [self[name] for name in only] if only else self.visible_fields():
            yield drawing.draw(bound, is_heading=bound.name == self.page_heading)


class NothingForm(Form):
    """For acts that ask nothing but a press."""


class VersionForm(Form):
    """Of something that others may change meanwhile; it asks nothing but the press, or more."""

    version = forms.IntegerField(widget=forms.HiddenInput())


def in_plain_words(field: forms.Field, value: Any) -> str:
    """Return a value of a field as a person would read it."""
    if value in (None, "", []):
        return "Nothing"
    if isinstance(value, list):
        return ", ".join(in_plain_words(field, each) for each in value)
    if isinstance(value, date):
        return in_words(value)
    if isinstance(field, forms.ChoiceField):
        return str(dict(field.choices).get(value, value))
    return str(value)


class WrongDay(ValidationError):
    """An error about a day that remembers which of its boxes to point at."""

    def __init__(self, message: str, parts: list[str]) -> None:
        super().__init__(message, "invalid")
        self.parts = parts


class DayField(forms.MultiValueField):
    """A day, typed as three numbers; the month may be typed as a word."""

    widget = widgets.Day

    def __init__(self, **kwargs: Any) -> None:
        parts = [forms.CharField(required=False) for _ in widgets.Day.PARTS]
        super().__init__(parts, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> date | None:
        """Return the day, or say which part is missing or cannot be."""
        typed = [str(part or "").strip() for part in value or ["", "", ""]]
        if not any(typed):
            if self.required:
                raise ValidationError(self.error_messages["required"], "required")
            return None
        label = str(self.label or "The date")
        missing = [p for p, text in zip(widgets.Day.PARTS, typed, strict=True) if not text]
        if missing:
            raise WrongDay(f"{label} must include a {' and a '.join(missing)}", missing)
        return day_from(typed, label)


def day_from(typed: list[str], label: str) -> date:
    """Return the day that three typed parts mean."""
    numbers = [typed[0], month_number(typed[1]), typed[2]]
    for part, text in zip(widgets.Day.PARTS, numbers, strict=True):
        if not (text.isascii() and text.isdigit()):
            raise WrongDay(f"{label}: the {part} must be a number", [part])
    if len(numbers[2]) != YEAR_FIGURES or numbers[2].startswith("0"):
        raise WrongDay(f"{label}: the year must have 4 figures, like 2026", ["year"])
    try:
        return date(int(numbers[2]), int(numbers[1]), int(numbers[0]))
    except ValueError:
        raise WrongDay(f"{label} must be a real date, like 27 3 2026", ["day", "month"]) from None


def month_number(typed: str) -> str:
    """Return the number of a month typed as a word of three letters or more, or what was typed."""
    word = typed.casefold()
    if len(word) < SHORTEST_MONTH:
        return typed
    return next((str(i) for i, month in enumerate(MONTHS, 1) if month.startswith(word)), typed)


def speak_plainly(field: forms.Field, label: str) -> None:
    """Replace Django's stock error messages, never those a form wrote for itself."""
    stock: dict[str, Any] = {}
    for kind in reversed(type(field).__mro__):
        stock |= getattr(kind, "default_error_messages", {})
    is_question = is_whole_sentence(label)
    words = {
        "thing": "an answer" if is_question else as_thing(label),
        # Sentences with a place for a figure go through % formatting.
        "Label": "Your answer" if is_question else label.replace("%", "%%"),
    }
    ours = {"required": if_missing(field, label)} | {
        code: sentence.format(**words) for code, sentence in SENTENCES.items()
    }
    for code, sentence in (ours | if_invalid(field, words["Label"])).items():
        if field.error_messages.get(code) == stock.get(code):
            field.error_messages[code] = sentence


def if_missing(field: forms.Field, label: str) -> str:
    """Return what to say when nothing was typed or chosen."""
    if isinstance(field, forms.FileField):
        return "Choose a file"
    if isinstance(field, forms.BooleanField):
        return f"Tick “{label}” to go on"
    if is_whole_sentence(label):
        return f"Give an answer to “{label}”"
    verb = "Choose" if isinstance(field, forms.ChoiceField) else "Enter"
    return f"{verb} {as_thing(label)}"


def if_invalid(field: forms.Field, label: str) -> dict[str, str]:
    """Return what to say when what was typed is of the wrong sort."""
    if isinstance(field, forms.EmailField):
        return {"invalid": "Enter an email address in the right form, like name@example.org"}
    if isinstance(field, forms.IntegerField | forms.DecimalField):
        return {"invalid": f"{label} must be a number, like 12".replace("%%", "%")}
    if isinstance(field, forms.FileField):
        return {"empty": "The file is empty"}
    return {}


def is_whole_sentence(label: str) -> bool:
    """Tell a question or a statement from the name of a thing."""
    return label.endswith(("?", ".", "…")) or label.count(" ") > LONGEST_NAME


def as_thing(label: str) -> str:
    """Return a label as it stands in a sentence: “Email address” becomes “the email address”."""
    first = label.split(" ", 1)[0]
    lowered = label if first.isupper() and len(first) > 1 else label[:1].lower() + label[1:]
    return lowered if first.lower() in FOUND_ALREADY else f"the {lowered}"
