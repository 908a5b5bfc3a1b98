import pytest

from joinedup.domain.mappings.headings import all_choices, choices_of, guess_kind, guess_mapping
from joinedup.domain.mappings.headings import mapping_from as made_of
from joinedup.domain.mappings.lines import read_lines
from joinedup.domain.mappings.mapping import as_plain, mapping_of, problems_with
from joinedup.domain.spreadsheets.reading import read_table

GROUPS_BY_ROW = """Partnership|Police|Fire Service|Age UK
Safer Town|X|x|
Better Health|core|assoc|✓
Warm Homes||n|tbc
"""
BODIES_BY_ROW = """Organisation|Safer Town|Better Health|Warm Homes
Police|X|JL|
Fire Service|Jo Lee||no
Age UK||A|✗
"""


def read(text, **decisions):
    table = read_table(text.encode(), delimiter="|")
    return read_lines(table, guess_mapping(table), decisions)


def belonging(reading):
    return [
        (line.name, member.body.name, member.standing)
        for line in reading.lines
        for member in line.members
    ]


@pytest.mark.parametrize(
    ("text", "kind"), [(GROUPS_BY_ROW, "partnerships"), (BODIES_BY_ROW, "memberships")]
)
def test_a_table_of_marks_is_known_by_its_cells(text, kind):
    table = read_table(text.encode(), delimiter="|")

    mapping = guess_mapping(table)

    assert guess_kind(table) == kind
    assert mapping.marks == table.columns[1:]
    assert problems_with(mapping, table) == []
    assert made_of(kind, choices_of(mapping)) == mapping == mapping_of(as_plain(mapping))
    assert {"matrix.mark"} <= {key for key, _ in all_choices(mapping)}


def test_marks_say_which_bodies_belong_to_the_group_of_a_row():
    reading = read(GROUPS_BY_ROW)

    assert belonging(reading) == [
        ("Safer Town", "Police", ""),
        ("Safer Town", "Fire Service", ""),
        ("Better Health", "Police", "CORE"),
        ("Better Health", "Fire Service", "ASSOCIATE"),
        ("Better Health", "Age UK", ""),
    ]
    assert [line.name for line in reading.lines] == ["Safer Town", "Better Health", "Warm Homes"]
    assert reading.questions == ()


def test_marks_say_to_which_groups_the_body_of_a_row_belongs():
    reading = read(BODIES_BY_ROW, initials="belongs")

    assert belonging(reading) == [
        ("Safer Town", "Police", ""),
        ("Better Health", "Police", ""),
        ("Safer Town", "Fire Service", ""),
    ]
    assert [seat.person for line in reading.lines for seat in line.seats] == ["Jo Lee"]
    assert [(left.row, left.text) for left in reading.left_out] == [(2, "JL")]


def test_initials_and_words_we_do_not_know_are_asked_once():
    asked = [question.sentence for question in read(BODIES_BY_ROW).questions]

    assert asked == [
        "Row 2: “JL” and its like may be people’s initials. Do they say who belongs?",
        "Row 4: What does “A” under “Better Health” stand for?",
        "Row 4: What does “✗” under “Warm Homes” stand for?",
    ]


def test_columns_of_yes_and_no_are_no_table_of_marks():
    table = read_table(b"Name|Web page|Logo|Budget\nA|yes|no|yes\nB|no|yes|no\n", delimiter="|")

    assert guess_mapping(table).marks == ()
