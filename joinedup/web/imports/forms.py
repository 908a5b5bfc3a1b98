import hashlib
from collections.abc import Iterable
from typing import Any

from django import forms

from joinedup.delivery.forms import Form
from joinedup.delivery.widgets import Checkboxes, Radios, Text
from joinedup.domain.intake.plan import Proposal
from joinedup.domain.mappings.asking import LEAVE_OUT, Question
from joinedup.domain.mappings.headings import (
    GROUPS,
    all_choices,
    choices_of,
    guess_mapping,
    mapping_from,
)
from joinedup.domain.mappings.mapping import KINDS, Mapping, Part, UnusableMapping
from joinedup.domain.spreadsheets.delimited import DELIMITERS, ENCODINGS
from joinedup.domain.spreadsheets.table import BIGGEST_FILE, MEGABYTE, Table

NOT_READ = ("", "Do not bring it in")
UNSURE = "unsure"
LETTERS = [("", "Find out"), *ENCODINGS.items()]
EXAMPLES = 3
LONGEST_EXAMPLE = 60


class HowForm(Form):
    """How a file is read, where what was found out is not right."""

    sheet = forms.CharField(label="Sheet of a workbook", max_length=100, required=False)
    heading_row = forms.IntegerField(
        label="Row with the headings", min_value=1, required=False, widget=Text(width=4)
    )
    encoding = forms.ChoiceField(label="Letters are stored as", choices=LETTERS, required=False)
    delimiter = forms.ChoiceField(
        label="Columns are divided by",
        choices=[("", "Find out"), *DELIMITERS.items()],
        required=False,
    )

    def clean_heading_row(self) -> int:
        """Return the row of headings, 0 to look for it."""
        return self.cleaned_data["heading_row"] or 0


class ReadingForm(HowForm):
    """What was found out about a waiting file, to be put right."""

    marks_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, found: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if found.get("sheets"):
            names = [(name, name) for name in found["sheets"]]
            label = self.fields["sheet"].label
            self.fields["sheet"] = forms.ChoiceField(label=label, choices=names)
            del self.fields["encoding"], self.fields["delimiter"]
            return
        del self.fields["sheet"]
        letters = found.get("encoding", "")
        if letters and letters not in dict(LETTERS):
            self.fields["encoding"].choices = [*LETTERS, (letters, letters.upper())]


class UploadForm(HowForm):
    """The file, what its rows are, and, for those who need it, how to read it."""

    file = forms.FileField(
        label="Your list",
        help_text="A CSV file or an Excel workbook (.xlsx), as it is. Nothing is saved yet.",
    )
    kind = forms.ChoiceField(
        label="What is one row of it?",
        choices=[*KINDS.items(), (UNSURE, "I am not sure: work it out")],
        widget=Radios(),
    )
    organisation = forms.ChoiceField(
        label="Whose register is it?",
        help_text="This organisation keeps the record of each new partnership, "
        "unless the file names another.",
        choices=[],
        widget=Radios(),
    )

    def __init__(self, *args: Any, hosts: dict[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [(key, host.name) for key, host in hosts.items()]
        if len(hosts) == 1:
            self.fields["organisation"].widget = forms.HiddenInput()
            self.fields["organisation"].initial = next(iter(hosts))

    def clean_file(self) -> Any:
        """Refuse a file too large to be read, before it is."""
        file = self.cleaned_data["file"]
        if file.size > BIGGEST_FILE:
            raise forms.ValidationError(
                f"This file is larger than {BIGGEST_FILE // MEGABYTE} MB. Keep the columns you "
                "need, or split it into several files"
            )
        return file

    def clean_kind(self) -> str:
        """Return the kind of list, or nothing where it is to be worked out."""
        kind = str(self.cleaned_data["kind"])
        return "" if kind == UNSURE else kind


class ColumnsForm(Form):
    """What each column of a list is; the guess is filled in."""

    marks_optional = False
    kind = forms.ChoiceField(
        label="What is one row of it?", choices=list(KINDS.items()), widget=Radios()
    )
    name_suffix = forms.CharField(
        label="Words to add to each partnership’s name",
        help_text="Leave empty as a rule. For example “Partnership”, where the list leaves it out.",
        max_length=60,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, table: Table, mapping: Mapping, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table, self.mapping = table, mapping
        chosen = choices_of(mapping)
        for place, column in enumerate(table.columns):
            self.fields[f"column{place}"] = forms.ChoiceField(
                label=column,
                choices=[NOT_READ, *all_choices(mapping)],
                initial=chosen.get(column, ""),
                required=False,
                help_text=examples(table, place),
            )

    def columns(self) -> list[str]:
        """Return the names of the fields that stand for columns."""
        return [f"column{place}" for place in range(len(self.table.columns))]

    def clean(self) -> dict[str, Any]:
        """Put the choices together to a mapping."""
        typed = super().clean() or self.cleaned_data
        names = zip(self.table.columns, self.columns(), strict=True)
        choices = {column: typed[name] for column, name in names if typed.get(name)}
        if "kind" in typed and GROUPS.get(typed["kind"]) != GROUPS.get(self.mapping.kind):
            # Columns of another kind of list mean other things, so they are guessed anew.
            typed["mapping"] = guess_mapping(self.table, typed["kind"])
            return typed
        try:
            typed["mapping"] = with_suffix(
                mapping_from(typed.get("kind", ""), choices, self.mapping),
                typed.get("name_suffix", ""),
            )
        except UnusableMapping as problem:
            self.add_error(None, problem.problems[0])
        return typed


def with_suffix(mapping: Mapping, suffix: str) -> Mapping:
    """Return a mapping that adds these words to each partnership's name."""
    old = mapping.partnership
    return Mapping(
        **vars(mapping) | {"partnership": Part(old.columns, old.default, suffix, old.speaks_for)}
    )


def examples(table: Table, place: int) -> str:
    """Return the first few different cells of a column, to know it by."""
    cells = dict.fromkeys(row.cells[place] for row in table.rows if row.cells[place])
    shown = [shortened(" ".join(cell.split())) for cell in list(cells)[:EXAMPLES]]
    return f"For example: {'; '.join(shown)}" if shown else "This column is empty"


def shortened(words: str) -> str:
    """Return words that fit in a line."""
    return words if len(words) <= LONGEST_EXAMPLE else f"{words[:LONGEST_EXAMPLE]}…"


class QuestionsForm(Form):
    """What only a person can decide: one set of choices for each question."""

    marks_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, questions: Iterable[Question], hints: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.ids = {field_name(question.id): question.id for question in questions}
        for question in questions:
            self.fields[field_name(question.id)] = forms.ChoiceField(
                label=question.sentence,
                help_text=hints.get(question.id, ""),
                choices=[(choice.value, choice.label) for choice in question.choices],
                required=False,
                widget=Radios(),
            )

    def clean(self) -> dict[str, Any]:
        """Gather what was answered, by the identifier of the question."""
        typed = super().clean() or self.cleaned_data
        typed["answers"] = {id_: typed.get(name, "") for name, id_ in self.ids.items()}
        return typed


def field_name(question: str) -> str:
    """Return a name for a field that is the same whenever the question comes up."""
    return f"q{hashlib.sha256(question.encode()).hexdigest()[:12]}"


class MembersForm(Form):
    """The members read from cells of prose, ticked; unticked ones are left out."""

    marks_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, groups: dict[str, list[Proposal]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.groups = groups
        for name, proposals in groups.items():
            self.fields[field_name(name)] = forms.MultipleChoiceField(
                label=f"{name} (row {proposals[0].row})",
                choices=[(one.key, as_read(one)) for one in proposals],
                initial=[one.key for one in proposals if not one.is_left_out],
                required=False,
                widget=Checkboxes(
                    small=True,
                    hints={
                        one.key: one.reason
                        for one in proposals
                        if one.is_new or one.name != one.means
                    },
                ),
            )

    def clean(self) -> dict[str, Any]:
        """Gather a decision for each member shown: kept, or left out."""
        typed = super().clean() or self.cleaned_data
        ticked = {key for name in self.groups for key in typed.get(field_name(name), ())}
        shown = [one.key for proposals in self.groups.values() for one in proposals]
        typed["answers"] = {key: "" if key in ticked else LEAVE_OUT for key in shown}
        return typed


def as_read(one: Proposal) -> str:
    """Return a proposed member as the page shows it."""
    if one.is_new:
        return f"{one.name} (new in the directory)"
    return one.name if one.name == one.means else f"{one.name}, that is {one.means}"


class PressForm(Form):
    """A press of a button, for the version that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class CheckForm(PressForm):
    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
