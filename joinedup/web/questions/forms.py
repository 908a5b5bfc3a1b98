import re
from pathlib import PurePath
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from joinedup.delivery.forms import Form
from joinedup.domain.instruments.reading import DefinitionProblems, read_definition
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.question_tables.reading import TableProblems, read_questions
from joinedup.domain.question_tables.writing import definition_text
from joinedup.domain.spreadsheets.table import MEGABYTE

LONGEST = 200_000
BIGGEST_SPREADSHEET = 2 * MEGABYTE
# As many as somebody mends in one go.
MOST_TOLD = 50
# Spreadsheets, and what is chosen in their place: the reader says what is wrong with it.
SPREADSHEETS = {".csv", ".xlsx", ".ods", ".xlsm", ".xls", ".tsv", ".pdf", ".docx"}
TOO_LONG = "This file is too long for a questionnaire."
# How a problem names the thing it is about: "… 3 (SF3), …", "Statement SF3: …", "'SF3' …".
NAMED = re.compile(
    r"\((?P<a>[\w-]+)\)[^(]*$|^(?:Statement|Section(?: band)?|Band) (?P<b>[\w-]+):"
    r"|^(?P<d>[\w-]+): the weight|'(?P<c>[\w-]+)'"
)


class LoadForm(Form):
    # The name of the spreadsheet that was chosen, if one was.
    spreadsheet = ""
    owner = forms.ModelChoiceField(
        label="Whose questionnaire is it?", queryset=Organisation.objects.none()
    )
    file = forms.FileField(
        label="The file",
        help_text="A spreadsheet (XLSX, ODS or CSV) or a TOML file.",
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.toml"}),
        required=False,
    )
    text = forms.CharField(
        label="Or its text as TOML",
        help_text="Where something is wrong, the text stays here to be mended.",
        widget=forms.Textarea(attrs={"rows": 20, "spellcheck": "false"}),
        max_length=LONGEST,
        required=False,
        strip=False,
    )

    def __init__(self, *args: Any, hosts: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = hosts  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read what was chosen or typed; what cannot be used is named, each with its line."""
        typed = super().clean() or self.cleaned_data
        file = typed.get("file")
        if file and PurePath(file.name).suffix.casefold() in SPREADSHEETS:
            return self.of_spreadsheet(file, typed)
        if file:
            typed["text"] = text_of(file)
            # What was in the file stands in the box, so that nothing is lost.
            self.data = self.data.copy()
            self.data[self.add_prefix("text")] = typed["text"]
        text = typed.get("text") or ""
        if not text.strip():
            raise ValidationError("Choose a file, or type the text of a questionnaire.")
        try:
            read_definition(text)
        except DefinitionProblems as refused:
            self.add_error("text", [with_line(problem, text) for problem in refused.problems])
        return typed

    def of_spreadsheet(self, file: Any, typed: dict[str, Any]) -> dict[str, Any]:
        """Read a spreadsheet, which stays where it is: what is wrong is mended there."""
        self.spreadsheet = file.name
        try:
            typed["text"] = definition_in(file)
        except ValidationError as refused:
            self.add_error("file", refused)
        return typed


def definition_in(file: Any) -> str:
    """Return the questionnaire in a spreadsheet as the text that is kept, or every problem."""
    if file.size > BIGGEST_SPREADSHEET:
        raise ValidationError(TOO_LONG)
    try:
        text = definition_text(read_questions(file.read(), file.name))
    except TableProblems as refused:
        told = [str(each) for each in refused.problems[:MOST_TOLD]]
        more = len(refused.problems) - MOST_TOLD
        told += [f"There are {more} more problems in the rows below."] if more > 0 else []
        raise ValidationError(told) from None
    if len(text) > LONGEST:
        raise ValidationError(TOO_LONG)
    return text


def text_of(file: Any) -> str:
    """Return the text of a file, or refuse one that is not text or too long."""
    if file.size > LONGEST:
        raise ValidationError(TOO_LONG)
    try:
        return str(file.read().decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise ValidationError("This file is not a text. Save it as TOML in UTF-8.") from None


def with_line(problem: str, text: str) -> str:
    """Return a problem with the line to be mended, where the thing it names is found."""
    named = NAMED.search(problem)
    code = next((each for each in named.groups() if each), "") if named else ""
    # The thing may begin in the middle of a line, as one of a list.
    begins = re.compile(rf'(?:^|[{{,])\s*(?:id|name)\s*=\s*["\']{re.escape(code)}["\']')
    for number, line in enumerate(text.splitlines(), start=1):
        if code and begins.search(line):
            return f"Line {number}: {problem}"
    return problem
