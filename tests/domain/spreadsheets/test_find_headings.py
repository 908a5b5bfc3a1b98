import pytest

from joinedup.domain.spreadsheets.layout import lay_out

DATA = ["Safer Town", "Jo Lee", "jo@example.org", "Ada Roe", "ada@example.org"]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        (["Partnership", "Lead officer", "", "Chair", ""], ["", "Name", "Email", "Name", "Email"]),
        (
            ["", "Lead officer", "", "Chair", ""],
            ["Partnership", "Name", "Email", "Name", "Email"],
        ),
        (
            ["Partnership", "Lead officer", "", "Chair", ""],
            ["Partnership", "Name", "Email", "Name", "Email"],
        ),
    ],
    ids=["above is fuller", "below is fuller", "joined down"],
)
def test_two_rows_of_headings_are_read_together(upper, lower):
    table = lay_out([["Register of partnerships", "", "", "", ""], upper, lower, DATA, DATA])

    assert table.columns == (
        *("Partnership", "Lead officer name", "Lead officer email"),
        *("Chair name", "Chair email"),
    )
    assert table.heading_row == 3
    assert len(table.rows) == 2
    assert (
        "The headings are in rows 2 and 3, read together. The lines above were not imported."
    ) in table.notes


def test_a_first_row_that_leaves_a_cell_empty_is_no_heading():
    table = lay_out([["Name", "Aim", "Lead"], ["A", "", "Jo"], ["B", "y", ""]])

    assert table.columns == ("Name", "Aim", "Lead")
    assert len(table.rows) == 2


def test_notes_that_stand_under_a_list_are_left_out_and_said():
    grid = [["Name", "Aim", "Lead"], ["A", "x", "Jo"], ["B", "y", "Al"], [], ["Updated in May"]]

    table = lay_out(grid)

    assert [row.number for row in table.rows] == [2, 3]
    assert table.notes == ("Row 5 stands under the list and was not imported: “Updated in May”.",)


def test_a_name_alone_at_the_end_of_a_list_is_a_row():
    grid = [["Name", "Aim", "Lead"], ["A", "x", "Jo"], ["B", "y", "Al"], ["C", "", ""]]

    table = lay_out(grid)

    assert [row.number for row in table.rows] == [2, 3, 4]
