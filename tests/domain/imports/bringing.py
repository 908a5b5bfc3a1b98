"""Files brought in for tests: a few rows, staged or applied by the officer of the cast."""

from joinedup.domain.imports.actions import answer_questions, apply_import
from joinedup.domain.rereading.actions import stage_and_keep_import
from tests.kept import performed_once

REGISTER = """Name of partnership|Host|Partners|Lead officer|Email|Started|Agreement|Score|Year
Green Thornford|Thornford District Council|Wexmere Police, Riverside Food Share|ANN|3 April 2019\
|Yes|71.2|2025
Warm Homes|Thornford District Council|Thornford Academy, Warm Hearths Trust|ANN|2020|tbc||
""".replace("ANN", "Ann Lee|ann@t.example")
MEMBERS = """Partnership|Organisation|Sector|Charity number|Representative|Role|Email|Standing
Green Thornford|Wexmere Police|Police||Ruth Bello|Chair|ruth.bello@mail.example|Core
Green Thornford|Green Shoots Trust|Charity|1234567|Bo Hill||bo@green.example|Observer
"""


@performed_once
def staged(cast, now, text=REGISTER, *, name="register.csv", **options):
    """Return a file staged for the council by its officer."""
    options.setdefault("organisation", cast.thornford)
    options.setdefault("by", cast.priya)
    return stage_and_keep_import(text.encode(), name, delimiter="|", at=now, **options)


def answered(file, cast, now, **answers):
    """Answer questions of a file as the council's officer."""
    answer_questions(file, answers, version=file.version, by=cast.priya, at=now)
    return file


@performed_once
def brought_in(cast, now, text=REGISTER, **answers):
    """Bring a file in as the council's officer; return it and what was planned."""
    file = staged(cast, now, text)
    if answers:
        answered(file, cast, now, **answers)
    return file, apply_import(file, version=file.version, by=cast.priya, at=now)
