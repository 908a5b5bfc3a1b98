import datetime

import pytest

from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Row
from tests.domain.spreadsheets.files import parts_of, workbook, zipped


def test_cells_are_read_as_people_see_them():
    data = workbook(
        ["Name", "Started", "Members", "Cost", "Live"],
        ["Safer Thornford", datetime.date(2025, 4, 3), 12.0, 10.5, True],
        ["Old", datetime.time(12, 30), 3, -1, False],
    )

    table = read_table(data, "register.xlsx")

    assert table.rows[0] == Row(2, ("Safer Thornford", "2025-04-03", "12", "10.5", "TRUE"))
    assert table.rows[1].cells[2:] == ("3", "-1", "FALSE")


def test_the_sheet_read_and_those_left_are_named():
    data = workbook(["Name", "Aim"], ["A", "x"], hidden=("Lists", "Old"))

    table = read_table(data)

    assert (table.sheet, table.sheets) == ("Register", ("Register", "Lists", "Old"))
    assert table.notes == ("This workbook has hidden sheets, which were not read: “Lists”, “Old”.",)


def test_another_sheet_can_be_chosen():
    data = workbook(["Name", "Aim"], ["A", "x"], hidden=("Lists",))

    with pytest.raises(Exception, match="headings but no rows"):
        read_table(data, sheet="Lists")


def test_joined_cells_are_read_in_each_of_their_rows():
    data = workbook(
        ["Partnership", "Member"],
        ["", "Thornford Police"],
        ["", "Thornshire Council"],
        joined=((1, 0, 2, 0, "Safer Thornford"),),
    )

    table = read_table(data)

    assert [row.cells for row in table.rows] == [
        ("Safer Thornford", "Thornford Police"),
        ("Safer Thornford", "Thornshire Council"),
    ]
    assert table.notes == (
        "1 joined cells reach over several rows: each row was read with their words.",
    )


def test_a_title_over_joined_cells_is_above_the_headings():
    data = workbook(
        [],
        ["", "Updated March"],
        ["Name", "Aim", "Members", "Lead"],
        ["A", "x", "y", "z"],
        joined=((0, 0, 0, 3, "Register of partnerships"),),
    )

    table = read_table(data)

    assert (table.heading_row, table.rows) == (3, (Row(4, ("A", "x", "y", "z")),))


def test_a_formula_gives_the_value_it_last_showed():
    parts = parts_of(workbook(["Name", "Aim"], ["A", "=1+1"]))
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"<v>0</v>", b"<v>2</v>")

    table = read_table(zipped(parts | {"xl/worksheets/sheet1.xml": sheet}))

    assert table.rows == (Row(2, ("A", "2")),)


def test_a_workbook_with_macros_is_read_and_its_macros_are_not():
    parts = parts_of(workbook(["Name", "Aim"], ["A", "x"]))

    table = read_table(zipped(parts | {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0 macro"}))

    assert table.rows == (Row(2, ("A", "x")),)


def test_a_heading_across_the_sheet_between_rows_is_left_out_and_said():
    data = workbook(
        ["Name", "Aim", "Lead", "Members"],
        [],
        ["A", "x", "y", "z"],
        [],
        ["B", "x", "y", "z"],
        joined=((1, 0, 1, 3, "SAFETY"), (3, 0, 3, 3, "PLACE")),
    )

    table = read_table(data)

    assert [row.number for row in table.rows] == [3, 5]
    assert table.notes == (
        "Rows 2 and 4 stand across the sheet as headings, such as “SAFETY”; not imported.",
    )
