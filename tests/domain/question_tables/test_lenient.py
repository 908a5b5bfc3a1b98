"""What people do to a table in their spreadsheet program does not get in the way."""

from joinedup.domain.instruments.reading import read_parts
from joinedup.domain.question_tables.layout import COLUMNS
from joinedup.domain.question_tables.reading import questions_in, read_questions
from joinedup.domain.spreadsheets.workbook import read_book
from tests.domain.instruments.made import ONE_TO_FIVE, small
from tests.domain.question_tables.made import file_of, problems_of, small_rows
from tests.domain.spreadsheets.files import workbook

# Where things stand in the small questionnaire.
A1, A2 = 18, 19


def read(rows, headings=COLUMNS):
    return read_parts(read_questions(file_of(rows, headings), "own.csv"))


def test_capitals_spaces_signs_and_decimals_are_read_as_they_were_meant():
    rows = small_rows()
    rows[A1] |= {"Row is": " STATEMENT", "Key": "X", "Tiers": "1, 2.0", "Roles": "Chair,deputy;"}
    rows[A2] |= {"Reverse": "TRUE", "Weight": "1 / 2", "Key": "No"}
    rows[23] = {"Row is": "Setting", "Code": "Scoring . AVERAGE", "Words": "Person-First"}
    rows[24] = {"Row is": "setting", "Code": "Minimums.People", "Words": "4.0"}

    assert read(rows) == small(
        A1='key = true\ntiers = [1, 2]\nroles = ["chair", "deputy"]',
        A2='reverse = true\nweight = "1/2"',
        SCORING='statement = "mean"\nsection = "mean"\noverall = "mean"\n'
        'average = "person first"\n[minimums]\npeople = 4',
    )


def test_columns_may_be_moved_left_out_and_named_as_in_a_definition_file():
    kept = [each for each in reversed(COLUMNS) if each in ("Row is", "Code", "Words", "Notes")]
    rows = small_rows()
    renamed = {number: row | {"text": row.get("Words")} for number, row in rows.items()}

    assert read(rows, kept) == small()
    assert read(renamed, ["Row is", "Code", "text"]) == small()


def test_empty_rows_notes_of_ones_own_and_settings_without_words_say_nothing():
    rows = {number + 3: row for number, row in small_rows().items()}
    rows |= {2: {"Row is": "setting", "Code": "minutes"}, 4: {"Notes": "Ask Tom about this."}}

    assert read(rows) == small()


def test_the_format_need_not_be_said():
    rows = small_rows()
    assert rows.pop(2)["Code"] == "format"

    assert read(rows) == small()


def test_a_table_with_semicolons_tabs_or_another_alphabet_is_read():
    text = file_of(small_rows()).decode("utf-8-sig")

    for data in (
        text.replace(",", ";").encode("cp1252"),
        text.replace(",", "\t").encode("utf-16"),
        f"\n{text}".encode(),
    ):
        assert read_parts(read_questions(data)) == small()


def test_a_title_above_the_headings_is_told_as_it_is_not_kept():
    text = f"Our questions\n{file_of(small_rows()).decode('utf-8-sig')}"

    assert problems_of(text.encode()) == ["Row 2: take out what stands above the headings."]


def test_a_list_may_hold_what_divides_lists():
    versions = ['1; the "first"', '"2"']
    rows = small_rows()
    rows[23] = {"Row is": "setting", "Code": "follows", "Words": '"1; the ""first"""; """2"""'}

    assert read(rows).follows == tuple(versions)


def test_two_scales_are_read_each_with_its_own_answers():
    other = 'scale = "five"\nsecond_scale = "often"'
    scales = f"""{ONE_TO_FIVE.replace('id = "five"', 'id = "five"' + chr(10) + 'title = "How far"')}
[[scales]]
id = "often"
title = "How often"
values = [{{ value = 0, label = "Never" }}, {{ value = 1, label = "Always" }}]
"""
    parts = {"SCALES": scales} | dict.fromkeys(("A1", "A2", "B1", "B2"), other)

    assert read(small_rows(**parts)) == small(**parts)


def test_a_workbook_typed_by_hand_holds_numbers_and_ticks_of_its_own():
    rows = small_rows()
    rows[A1] |= {"Key": True, "Tiers": 1.0, "Weight": 0.5}
    rows[A2] |= {"Reverse": False}
    lines = [[row.get(each, "") for each in COLUMNS] for row in rows.values()]
    version = next(line for line in lines if line[1] == "version")
    version[2] = 1.0

    parts = questions_in(read_book(workbook(list(COLUMNS), *lines)).whole())

    assert read_parts(parts) == small(A1="key = true\ntiers = [1]\nweight = 0.5")
