import contextlib
import io

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.scoring.answer_file import AnswerProblems, read_answers
from joinedup.domain.scoring.sheets import Sheet
from tests.domain.instruments.made import small

UNSCORED = """
[[unscored]]
id = "dk"
label = "I do not know"
[[unscored]]
id = "na"
label = "Does not apply here"
[[open_questions]]
id = "future"
text = "What next?"
"""
SMALL = small(MORE=UNSCORED)
HEADING = "respondent,organisation,A1,A2,B1,B2\n"
ALLOWED = "Write one of 1, 2, 3, 4, 5, dk, na, or leave it empty."


def answers_of(*lines: str, heading: str = HEADING) -> list[tuple[object, ...]]:
    """Each row read: respondent, organisation and the four answers."""
    read = read_answers(SMALL, (heading + "\n".join(lines)).encode())
    return [row(sheet) for sheet in read.sheets]


def row(sheet: Sheet) -> tuple[object, ...]:
    return (sheet.respondent, sheet.organisation, *sheet.answers.values())


def problems_of(data: bytes) -> list[str]:
    with pytest.raises(AnswerProblems) as refused:
        read_answers(SMALL, data)
    assert str(refused.value) == "\n".join(map(str, refused.value.problems))
    return [str(problem) for problem in refused.value.problems]


def test_answers_are_values_words_without_a_score_or_nothing():
    assert answers_of("p1,Council,5,dk,na,") == [("p1", "Council", 5, "dk", "na", None)]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("2.0", 2),
        ("2.", 2),
        ("02", 2),
        ("+2", 2),
        ('"2,0"', 2),
        ("DK", "dk"),
        (" Dk ", "dk"),
        ("d/k", "dk"),
        ("Don't know", "dk"),
        ("don’t  know", "dk"),
        ("I do not know", "dk"),
        ("NA", "na"),
        (" N/A ", "na"),
        ("n/a", "na"),
        ("Not applicable", "na"),
        ("does not apply", "na"),
        ("Does not apply here", "na"),
        ("", None),
        ("   ", None),
        ("\u00a0", None),
    ],
)
def test_an_answer_is_read_as_people_and_spreadsheets_write_it(typed, read):
    assert answers_of(f"p1,A,{typed},1,1,1") == [("p1", "A", read, 1, 1, 1)]


@pytest.mark.parametrize(
    "typed", ["0", "6", "-1", "2.5", "2.01", "1e0", "two", "yes", "d k", "0x2", "1 2", "²", "#N/A"]
)
def test_anything_else_is_no_answer(typed):
    assert problems_of(f"{HEADING}p1,A,{typed},1,1,1".encode()) == [
        f"Row 2, column A1: “{typed}” is not an answer. {ALLOWED}"
    ]


def test_a_word_without_a_score_counts_only_where_the_questionnaire_has_it():
    with pytest.raises(AnswerProblems, match="Write one of 1, 2, 3, 4, 5, or leave it empty"):
        read_answers(small(), f"{HEADING}p1,A,dk,1,1,1".encode())


def test_blank_lines_and_short_rows_are_no_trouble():
    assert answers_of("", "p1,A,1", ",,,,,", "  ", "p2,B,2,2,2,2,,,") == [
        ("p1", "A", 1, None, None, None),
        ("p2", "B", 2, 2, 2, 2),
    ]


def test_headings_are_found_in_any_order_and_capitals_and_open_questions_are_passed_over():
    heading = "\n\nFuture, b1 ,ORGANISATION,Respondent,a1\n"

    assert answers_of("Carry on,4,Council,p1,5", heading=heading) == [
        ("p1", "Council", 5, None, 4, None)
    ]


def test_columns_that_are_missing_are_unanswered_and_said_so():
    read = read_answers(SMALL, b"respondent,organisation,A1\np1,A,3")

    assert read.notes == ("No column for A2, B1, B2: counted as not answered.",)


@pytest.mark.parametrize(
    "encode",
    [
        lambda text: text.encode(),
        lambda text: text.encode("utf-8-sig"),
        lambda text: text.encode("utf-16"),
        lambda text: text.encode("cp1252"),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace(",", ";").encode(),
        lambda text: text.replace(",", "\t").encode(),
        lambda text: ("sep=;\n" + text.replace(",", ";")).encode(),
    ],
    ids=["UTF-8", "BOM", "UTF-16", "Windows", "CRLF", "CR", "semicolons", "tabs", "sep="],
)
def test_letters_line_ends_and_separators_are_found_out(encode):
    read = read_answers(SMALL, encode(f"{HEADING}Siân,Café “Zoë”,1,2,3,4\n"))

    assert [row(sheet) for sheet in read.sheets] == [("Siân", "Café “Zoë”", 1, 2, 3, 4)]


def test_commas_within_answers_do_not_separate_where_the_heading_says_otherwise():
    lines = [f"Person {number}, of A;A, B, C;2,0;2,0;2,0;2,0" for number in range(30)]

    found = answers_of(*lines, heading=HEADING.replace(",", ";"))

    assert found[0] == ("Person 0, of A", "A, B, C", 2, 2, 2, 2)
    assert len(found) == 30


def test_a_workbook_will_do_as_well():
    written = io.BytesIO()
    with xlsxwriter.Workbook(written) as workbook:
        sheet = workbook.add_worksheet()
        for number, cells in enumerate([HEADING.strip().split(","), ["p1", "A", 1, 2.0, "dk"]]):
            sheet.write_row(number, 0, cells)

    read = read_answers(SMALL, written.getvalue())

    assert [row(sheet) for sheet in read.sheets] == [("p1", "A", 1, 2, "dk", None)]


def test_one_organisation_is_one_however_its_capitals_and_spaces_were_typed():
    found = answers_of("p1,Age  Concern,1", "p2,AGE CONCERN,1", "p3,,1")

    assert [organisation for _, organisation, *_ in found] == ["Age  Concern", "Age  Concern", ""]


def test_every_problem_is_told_at_once_by_row_and_column():
    text = "respondent,organisation,A1,A9,,a1\np1,A,7,,,\n\nP1,B,x,1,stray,3\n,C,1\n"

    assert problems_of(text.encode()) == [
        "Row 1, column A9: there is no question of this name in “A small one”.",
        "Row 1, column a1: there are two columns of this name.",
        f"Row 2, column A1: “7” is not an answer. {ALLOWED}",
        "Row 4: “stray” stands in a column without a heading.",
        "Row 4, column respondent: “P1” has answered already, in row 2.",
        f"Row 4, column A1: “x” is not an answer. {ALLOWED}",
        "Row 5, column respondent: say who answered; a number will do.",
    ]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["This file is empty. Choose the file that holds your list."]),
        (" ,,\n ,,\n", ["The file is empty."]),
        (HEADING, ["There are no answers below the heading."]),
        (
            "name,body\nx,y",
            [
                "Row 1, column name: there is no question of this name in “A small one”.",
                "Row 1, column body: there is no question of this name in “A small one”.",
                "Row 1, column respondent: this column is missing.",
                "Row 1, column organisation: this column is missing.",
                "Row 1: there is no column for any statement.",
            ],
        ),
        (
            HEADING + 'p1,"A"B,1,1,1,1',
            [
                "Quotation marks near line 2 are not in pairs. Look closely at the rows there.",
            ],
        ),
    ],
)
def test_a_file_that_is_not_what_was_asked_is_refused(text, problems):
    assert problems_of(text.encode()) == problems


def test_a_document_is_not_a_spreadsheet():
    (problem,) = problems_of(b"%PDF-1.7\n")

    assert problem.startswith("This is a PDF")


@given(st.binary(max_size=300))
def test_any_bytes_are_either_read_or_refused_in_sentences(data):
    assert all(problem.endswith(".") for problem in problems_of(data))


@given(st.lists(st.lists(st.sampled_from(["1", "6", "dk", "", "x", '"', ",", "p1"]), max_size=7)))
def test_any_rows_are_either_read_or_refused(rows):
    data = (HEADING + "\n".join(",".join(cells) for cells in rows)).encode()

    with contextlib.suppress(AnswerProblems):
        read = read_answers(SMALL, data)
        assert len({sheet.respondent for sheet in read.sheets}) == len(read.sheets) > 0
