import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Row

PLAIN = "Partnership,Member\nSafer Thornford,Thornford Police\nSafer Thornford,Thornshire Council\n"


@pytest.mark.parametrize(
    ("data", "encoding", "delimiter"),
    [
        (PLAIN.encode(), "utf-8", ","),
        (PLAIN.encode("utf-8-sig"), "utf-8", ","),
        (PLAIN.encode("utf-16"), "utf-16", ","),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "utf-16", ","),
        (PLAIN.replace(",", ";").encode(), "utf-8", ";"),
        (PLAIN.replace(",", "\t").encode("utf-16"), "utf-16", "\t"),
        (PLAIN.replace(",", "|").encode(), "utf-8", "|"),
        (PLAIN.replace("\n", "\r\n").encode(), "utf-8", ","),
        (PLAIN.replace("\n", "\r").encode(), "utf-8", ","),
        (b"sep=;\n" + PLAIN.replace(",", ";").encode(), "utf-8", ";"),
    ],
)
def test_text_is_read_in_whatever_letters_and_columns_it_came(data, encoding, delimiter):
    table = read_table(data)

    assert (table.encoding, table.delimiter) == (encoding, delimiter)
    assert table.columns == ("Partnership", "Member")
    assert [row.cells[1] for row in table.rows] == ["Thornford Police", "Thornshire Council"]


def test_windows_letters_are_read_and_shown_for_checking():
    table = read_table("Name,Members\nCaffè,“Friends” of Dŵr\n".replace("ŵ", "w").encode("cp1252"))

    assert table.rows == (Row(2, ("Caffè", "“Friends” of Dwr")),)
    assert table.notes == (
        "The columns are divided by commas; the letters are stored as Windows Western European. "
        "Does “Caffè” look right? If not, choose other letters.",
    )


def test_letters_and_separator_can_be_overruled():
    table = read_table(b"Name|a,b\nx|\xe8\n", encoding="mac_roman", delimiter="|")

    assert (table.columns, table.rows[0].cells) == (("Name", "a,b"), ("x", "Ë"))


def test_commas_inside_a_file_of_semicolons_stay_where_they_are():
    table = read_table(b"Name;Members\nA;x, y, z\nB;x, y\nC;x, y, z, w\n")

    assert [row.cells for row in table.rows] == [
        ("A", "x, y, z"),
        ("B", "x, y"),
        ("C", "x, y, z, w"),
    ]


def test_a_list_of_one_column_is_read():
    table = read_table(b"Organisation\nThornford Police\nFriends of the River\n")

    assert (table.columns, len(table.rows)) == (("Organisation",), 2)


def test_rows_keep_the_numbers_the_spreadsheet_shows():
    table = read_table(b'\nRegister of partnerships\n\nName,Aim\n,\nA,"one\ntwo"\n\nB,three\n')

    assert table.heading_row == 4
    assert table.rows == (Row(6, ("A", "one\ntwo")), Row(8, ("B", "three")))
    assert "The headings are in row 4. The lines above were not imported." in table.notes


def test_totals_repeated_headings_and_blank_columns_are_left_out_and_said():
    table = read_table(
        b"Name,,Cost,Cost\nA,,1,2\nName,,Cost,Cost\nB,,3,4\nSub-total,,4,6\nTOTAL: 2,,,\n"
    )

    assert table.columns == ("Name", "Cost", "Cost (2)")
    assert [row.number for row in table.rows] == [2, 4]
    assert table.notes[1:] == (
        "Several columns are headed “Cost”. Column D is called “Cost (2)” here.",
        "Rows 5 and 6 look like a total and were not imported.",
        "Row 3 repeats the headings and was not imported.",
    )


def test_a_partnership_called_total_place_is_not_a_total():
    table = read_table(b"Name,Aim\nTotal Place Board,Together\n")

    assert table.rows == (Row(2, ("Total Place Board", "Together")),)


def test_words_past_the_last_heading_are_kept_under_a_name_of_ours():
    table = read_table(b"Name,Aim\nA,tidy, and clean\n")

    assert table.columns == ("Name", "Aim", "Column C")
    assert table.rows == (Row(2, ("A", "tidy", "and clean")),)


def test_stray_quotation_marks_are_read_and_pointed_at():
    table = read_table(b'Name,Aim\nA,"say "hello" there"\nB,five" pipe\n')

    assert [row.cells[0] for row in table.rows] == ["A", "B"]
    assert "Quotation marks near line 2 are not in pairs" in table.notes[0]


def test_what_nobody_can_see_is_taken_away():
    table = read_table("Name,Aim\n\u202eA\u200b\u00a0b ,\u00adx\n".encode())

    assert table.rows == (Row(2, ("A b", "x")),)


def test_the_guard_that_exports_put_before_a_formula_is_taken_off():
    table = read_table(b"Name,Aim\n'=1+1,'tis\n=2+2,'-5\n")

    assert [row.cells for row in table.rows] == [("=1+1", "'tis"), ("=2+2", "-5")]


cells = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs"), exclude_characters="'"),
    max_size=12,
).map(lambda text: " ".join(text.split()))
rows = st.lists(st.tuples(cells.map(lambda text: "x" + text), cells, cells), min_size=1, max_size=8)


@given(rows, st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_is_written_comes_back(lines, delimiter, encoding):
    memory = io.StringIO()
    writer = csv.writer(memory, delimiter=delimiter, quoting=csv.QUOTE_ALL)
    writer.writerows([["Name", "Aim", "Members"], *lines])
    expected = read_table(memory.getvalue().encode("utf-8"), delimiter=delimiter)

    table = read_table(memory.getvalue().encode(encoding))

    assert (table.columns, table.rows) == (expected.columns, expected.rows)
    assert [row.number for row in table.rows] == list(range(2, len(lines) + 2))
