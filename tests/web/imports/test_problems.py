import csv
import io

import pytest
from django.urls import reverse

from joinedup.domain.mappings.asking import Problem
from joinedup.web.imports.problems import Alike, alike
from tests.cast import EVERYBODY
from tests.domain.imports.bringing import staged
from tests.web.imports.test_what_changes import words_of

pytestmark = pytest.mark.django_db
BROKEN = "\n".join(
    ["Partnership|Start|Ends", *(f"Group {n}|=soon{n}|" for n in range(2, 322)), "Old|2020|never\n"]
)


def page_of(cast, who, name, file):
    return cast.client(who).get(reverse(name, args=[file.public_id]))


def test_problems_that_differ_only_in_their_words_are_told_as_one_with_their_rows():
    problems = (
        Problem(2, "Start", "“soon” is not a date."),
        Problem(3, "Ends", "“soon” is not a date."),
        Problem(9, "Start", "“later” is not a date."),
    )

    assert alike(problems) == [
        Alike("Start", "“soon” is not a date.", [2, 9]),
        Alike("Ends", "“soon” is not a date.", [3]),
    ]


def test_many_alike_problems_are_one_line_and_each_is_in_the_list(cast, now):
    file = staged(cast, now, BROKEN)

    page = words_of(page_of(cast, "priya", "import_problems", file))
    sent = page_of(cast, "priya", "import_to_mend", file)

    assert "321 cells need mending." in page
    assert "2, 3, 4, 5, 6, 7, 8, 9 and 312 more of the same" in page
    assert "“=soon3”" not in page
    rows = list(csv.reader(io.StringIO(b"".join(sent.streaming_content).decode("utf-8-sig"))))
    assert (len(rows), rows[0]) == (322, ["Row", "Column", "What is wrong"])
    assert rows[1][:2] == ["2", "Start"]
    assert rows[-1][:2] == ["322", "Ends"]
    assert "to-mend-" in sent["Content-Disposition"]


def test_no_cell_of_the_list_is_run_as_a_formula(cast, now):
    file = staged(cast, now, "Partnership|=Start date\nSafer|soon\n")
    file.mapping["partnership"] = {"name": "Partnership", "starts_on": "=Start date"}
    type(file).objects.filter(pk=file.pk).update(mapping=file.mapping)

    sent = page_of(cast, "priya", "import_to_mend", file)

    assert b"2,'=Start date," in b"".join(sent.streaming_content)


@pytest.mark.parametrize("who", EVERYBODY.values())
def test_nobody_but_its_officers_gets_the_list(cast, now, who):
    file = staged(cast, now, BROKEN)

    sent = page_of(cast, who, "import_to_mend", file)

    assert (sent.status_code == 200) == (who == "priya")
