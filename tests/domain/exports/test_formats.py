import csv
import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from joinedup.domain.exports.formats import KINDS, RUNS, guarded, in_format
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import clean_cell

NASTY = st.text(st.sampled_from("=+-@\t'＝＋－＠ab é;,|\"\nŵ&<>]"), min_size=1, max_size=12)


def made(sort, rows, headings=("Name", "Note")):
    return b"".join(in_format(sort, "Register", headings, rows))


def read_again(sort, rows):
    table = read_table(made(sort, rows), f"register.{sort}")
    return [tuple(row.cells) for row in table.rows]


@pytest.mark.parametrize("sort", KINDS)
def test_every_format_gives_back_what_was_written(sort):
    rows = [["Ŵyn & Co <x>", date(2026, 3, 3)], ["  two  spaces \n lines", 7], [None, "only"]]

    assert read_again(sort, rows) == [
        ("Ŵyn & Co <x>", "2026-03-03"),
        ("two  spaces \n lines", "7"),
        ("", "only"),
    ]


# A workbook is opened in a process of its own, so that few made-up ones are tried usually.
@pytest.mark.parametrize("sort", KINDS)
@settings(max_examples=2)
@given(rows=st.lists(NASTY.map(clean_cell).filter(lambda text: text.strip("'")), max_size=30))
def test_a_cell_that_looks_like_a_formula_comes_back_as_it_was(sort, rows):
    given_back = read_again(sort, [["Name it is", text] for text in (*rows, "=1+1", "'=1+1")])

    assert [text for _, text in given_back] == [*rows, "=1+1", "'=1+1"]


@pytest.mark.parametrize("sign", RUNS.replace("\\", ""))
def test_no_cell_of_a_csv_begins_a_formula(sign):
    text = made("csv", [[f"{sign}cmd|' /C calc'!A0", f"'{sign}1"]]).decode("utf-8-sig")
    cells = list(csv.reader(io.StringIO(text)))[1]

    assert [cell[:1] for cell in cells] == ["'", "'"]
    assert cells[1] == f"''{sign}1"


@given(NASTY)
def test_a_guard_is_taken_off_again(text):
    assert guarded(text) == text or guarded(text) == f"'{text}"


def test_a_workbook_holds_no_formula_and_no_link():
    book = zipfile.ZipFile(io.BytesIO(made("xlsx", [["=1+1", "https://example.org"]])))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()

    assert ("<f>" in sheet, "hyperlink" in sheet) == (False, False)


def test_an_open_document_names_its_kind_first_and_writes_text_as_text():
    parts = zipfile.ZipFile(io.BytesIO(made("ods", [["=1+1", 5]])))
    first = parts.infolist()[0]
    content = parts.read("content.xml").decode()

    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert parts.read("mimetype").decode() == KINDS["ods"]
    assert 'office:value-type="string"><text:p>=1+1</text:p>' in content
    assert "formula" not in content


@pytest.mark.parametrize("sort", KINDS)
def test_what_no_file_may_hold_is_left_out(sort):
    assert read_again(sort, [["a\x00b\x0bc\x1f", "d\ufffee"]])[0][0] in ("abc",)


def test_a_long_csv_comes_in_pieces():
    rows = (["x" * 100, str(number)] for number in range(5000))

    pieces = list(in_format("csv", "Register", ("Name", "Note"), rows))

    assert len(pieces) > 5
    assert max(map(len, pieces)) < 80_000
