"""Officers take a questionnaire along as a spreadsheet, change it there, and load it as theirs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from joinedup.domain.exports.formats import KINDS
from joinedup.domain.instruments.actions import freeze_instrument, load_instrument
from joinedup.domain.instruments.models import InstrumentVersion
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.instruments.reading import parts_of, read_definition
from joinedup.domain.question_tables.reading import read_questions
from joinedup.domain.question_tables.writing import example_rows
from tests.domain.instruments.made import small, small_text
from tests.domain.languages.made import spoken, spoken_text
from tests.domain.question_tables.made import as_file, file_of, small_rows
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db
LOAD = "questionnaire_load"
MENDED_THERE = "Nothing was loaded, and your file stays as it is. Mend own.csv in your spreadsheet"


@pytest.fixture
def kept(cast, now):
    return load_instrument(small_text(), owner=cast.thornford, by=cast.priya, at=now)


def send(cast, data, name="own.csv"):
    typed = {"owner": cast.thornford.pk, "file": SimpleUploadedFile(name, data), "text": "format ="}
    return cast.client("priya").post(reverse(LOAD), typed)


def test_a_questionnaire_changed_in_a_spreadsheet_is_loaded_as_ones_own(cast, kept):
    client = cast.client("priya")
    links = links_of(client.get(reverse("questionnaire", args=[kept.public_id])))
    table = reverse("questionnaire_table", args=[kept.public_id, "csv"])
    taken = client.get(table)
    changed = taken.getvalue().replace(b"One.", "“Ŵe” =1+1".encode())

    page = send(cast, changed)

    made = InstrumentVersion.objects.get(owner=cast.thornford)
    assert (table in links, page.headers["Location"]) == (
        True,
        reverse("questionnaire", args=[made.public_id]),
    )
    assert definition_of(made) == read_definition(small_text().replace("One.", "“Ŵe” =1+1"))


@pytest.mark.parametrize("sort", KINDS)
def test_each_format_is_handed_over_under_its_name_and_kept_by_nobody_between(cast, kept, sort):
    client = cast.client("priya")
    table = client.get(reverse("questionnaire_table", args=[kept.public_id, sort]))
    example = client.get(reverse("questionnaire_example", args=[sort]))

    assert [page.headers["Content-Type"] for page in (table, example)] == [KINDS[sort]] * 2
    assert [page.headers["Content-Disposition"] for page in (table, example)] == [
        f'attachment; filename="small-{kept.pk}.{sort}"',
        f'attachment; filename="questionnaire.{sort}"',
    ]
    assert {page.headers["Cache-Control"] for page in (table, example)} == {"no-store"}
    assert read_questions(table.getvalue()) == parts_of(small_text())


def test_problems_stand_on_the_file_by_row_and_column_and_the_file_is_to_be_mended(cast, now):
    rows = small_rows()
    rows[18] |= {"Weight": 0, "Key": "perhaps"}

    page = send(cast, file_of(rows))

    assert page.status_code == 422
    assert errors_of(page) == [
        "Row 18, column Key: “perhaps” is neither yes nor no. Write yes, or leave it empty.",
        "Row 18, column Weight: the weight must be more than 0.",
    ]
    assert (MENDED_THERE in page_text(page), "format =</textarea>" in page.text) == (True, True)
    assert not InstrumentVersion.objects.filter(owner=cast.thornford).exists()


def test_a_file_that_is_no_spreadsheet_or_too_large_is_refused_in_a_sentence(cast, now):
    files = {
        "own.pdf": b"%PDF-1.7",
        "own.xlsx": b"PK\x03\x04 and nothing else",
        "OWN.CSV": b"Partnership,Member\nA,B\n",
        "own.ods": b"x" * 2_100_000,
    }

    assert {name: errors_of(send(cast, data, name)) for name, data in files.items()} == {
        "own.pdf": [
            "This is a PDF, which holds pages, not rows. Find the spreadsheet it was made from."
        ],
        "own.xlsx": [
            "This workbook is damaged and cannot be opened. Open it in your spreadsheet program, "
            "save it as an Excel workbook (.xlsx) and try that."
        ],
        "OWN.CSV": [
            "Row 1: there is no column headed “Row is” or “Code” or “Words”. "
            "The example shows the headings."
        ],
        "own.ods": ["This file is too long for a questionnaire."],
    }


def test_many_problems_are_told_as_far_as_somebody_mends_them_in_one_go(cast, now):
    rows = small_rows()
    rows |= {number: {"Row is": "statement", "Code": f"X{number}"} for number in range(23, 83)}

    errors = errors_of(send(cast, file_of(rows)))

    assert (len(errors), errors[0], errors[-1]) == (
        51,
        "Row 23, column Words: this is needed where the row is “statement”.",
        "There are 10 more problems in the rows below.",
    )


def test_a_version_that_was_asked_is_refused_with_where_to_mend_it(cast, now, kept):
    freeze_instrument(kept, at=now)
    rows = small_rows()
    rows[18]["Words"] = "Another one."

    page = send(cast, file_of(rows))

    assert (page.status_code, MENDED_THERE in page_text(page)) == (409, True)
    assert "has been asked in a round and stays as it is" in errors_of(page)[0]


def test_the_example_can_be_loaded_as_it_is(cast, now):
    page = send(cast, as_file(example_rows()))

    made = InstrumentVersion.objects.get(owner=cast.thornford)
    assert (page.status_code, made.title, made.definition[:2]) == (302, "Our own check", "fo")


def test_the_page_says_what_each_row_is_for_and_offers_the_example(cast, now):
    page = cast.client("priya").get(reverse(LOAD))

    assert [reverse("questionnaire_example", args=[sort]) in links_of(page) for sort in KINDS] == [
        True
    ] * 3
    assert "A statement of the section above." in page_text(page)
    assert 'accept=".xlsx,.ods,.csv,.toml"' in page.text


@pytest.mark.parametrize("who", ["helen", "ade", "noor"])
def test_whoever_may_not_see_it_is_handed_nothing(cast, kept, who):
    table = reverse("questionnaire_table", args=[kept.public_id, "csv"])
    example = reverse("questionnaire_example", args=["csv"])

    found = [cast.client(who).get(page).status_code for page in (table, example)]

    assert found == [404, 200 if who == "noor" else 404]


def test_there_are_no_other_formats(cast, kept):
    table = reverse("questionnaire_table", args=[kept.public_id, "pdf"])

    assert cast.client("priya").get(table).status_code == 404


def test_the_text_of_one_from_a_spreadsheet_still_tells_the_line_of_a_problem(cast, kept):
    parts = {"A1": "weight = 3"}
    send(cast, file_of(small_rows(**parts)))
    made = InstrumentVersion.objects.get(owner=cast.thornford)
    wrong = made.definition.replace("weight = 3", "weight = 0")

    typed = {"owner": cast.thornford.pk, "text": wrong}
    page = cast.client("priya").post(reverse(LOAD), typed)

    (line,) = [n for n, text in enumerate(wrong.splitlines(), 1) if '"A1"' in text]
    assert errors_of(page) == [f"Line {line}: A1: the weight must be more than 0."]
    assert definition_of(made) == small(**parts)


def test_a_questionnaire_with_another_language_is_taken_along_and_loaded_with_it(cast, now):
    kept = load_instrument(spoken_text(), owner=cast.thornford, by=cast.priya, at=now)

    taken = cast.client("priya").get(reverse("questionnaire_table", args=[kept.public_id, "xlsx"]))
    page = send(cast, taken.getvalue(), "own.xlsx")

    assert page.headers["Location"] == reverse("questionnaire", args=[kept.public_id])
    assert definition_of(InstrumentVersion.objects.get(pk=kept.pk)) == spoken()
