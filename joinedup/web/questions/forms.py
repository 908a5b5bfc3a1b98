import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from joinedup.delivery.forms import Form
from joinedup.domain.instruments.reading import DefinitionProblems, read_definition
from joinedup.domain.organisations.models import Organisation

LONGEST = 200_000
# How a problem names the thing it is about: "… 3 (SF3), …", "Statement SF3: …", "'SF3' …".
NAMED = re.compile(
    r"\((?P<a>[\w-]+)\)[^(]*$|^(?:Statement|Section|Band) (?P<b>[\w-]+):|'(?P<c>[\w-]+)'"
)


class LoadForm(Form):
    owner = forms.ModelChoiceField(
        label="Whose questionnaire is it?", queryset=Organisation.objects.none()
    )
    file = forms.FileField(label="The file", help_text="A TOML file.", required=False)
    text = forms.CharField(
        label="Or its text",
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
        if file := typed.get("file"):
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


def text_of(file: Any) -> str:
    """Return the text of a file, or refuse one that is not text or too long."""
    if file.size > LONGEST:
        raise ValidationError("This file is too long for a questionnaire.")
    try:
        return str(file.read().decode("utf-8-sig").replace("\r\n", "\n"))
    except UnicodeDecodeError:
        raise ValidationError("This file is not a text. Save it as TOML in UTF-8.") from None


def with_line(problem: str, text: str) -> str:
    """Return a problem with the line to be mended, where the thing it names is found."""
    named = NAMED.search(problem)
    code = next((each for each in named.groups() if each), "") if named else ""
    for number, line in enumerate(text.splitlines(), start=1):
        if code and re.match(rf'\s*(?:id|name)\s*=\s*["\']{re.escape(code)}["\']', line):
            return f"Line {number}: {problem}"
    return problem
