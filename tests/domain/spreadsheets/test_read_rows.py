import tracemalloc

import pytest

from joinedup.domain.spreadsheets import confined
from joinedup.domain.spreadsheets.reading import read_rows, read_table
from joinedup.domain.spreadsheets.table import Row, Unreadable
from tests.domain.spreadsheets.files import workbook

TEXT = "Name;Aim\nCafé 1;x\n\nB;y\n".encode("cp1252")
BOOK = workbook(["Name", "Aim"], ["A", "x"], [], ["B", "y"])


@pytest.mark.parametrize("data", [TEXT, BOOK], ids=["text", "workbook"])
def test_rows_come_one_by_one_as_often_as_asked_and_like_the_whole_table(data, tmp_path):
    file = tmp_path / "list"
    file.write_bytes(data)

    rows = read_rows(file)

    assert rows.count == 2
    assert [row.number for row in rows] == [2, 4]
    assert rows.whole() == rows.whole() == read_table(data)


def test_a_stray_quotation_mark_is_read_and_said():
    rows = read_rows(b'Name,Aim\nA,the "best" one\nB,"a "bad" one"\nC,z\n')

    assert next(iter(rows)) == Row(2, ("A", 'the "best" one'))
    assert rows.count == 3
    assert "Quotation marks near line 2 are not in pairs. Look closely at the rows there." in (
        rows.notes
    )


def test_a_long_list_is_read_in_little_memory(tmp_path):
    file = tmp_path / "long.csv"
    with file.open("w", encoding="utf-8") as lines:
        lines.write("Partnership,Member,Aim\n")
        lines.writelines(f"P{n // 8},Body {n},To work on matter {n}\n" for n in range(20_000))

    tracemalloc.start()
    count = sum(1 for _ in read_rows(file))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count == 20_000
    assert most < 12_000_000


def test_a_workbook_whose_reader_comes_to_grief_is_refused(monkeypatch):
    monkeypatch.setattr(confined, "MODULE", "joinedup.not_there")

    with pytest.raises(Unreadable, match="takes more time or memory to open than a list needs"):
        read_rows(BOOK)


def test_a_workbook_that_takes_too_long_is_refused(monkeypatch):
    def run_out(command, *, timeout, **_):
        raise confined.subprocess.TimeoutExpired(command, timeout)

    monkeypatch.setattr(confined.subprocess, "run", run_out)

    with pytest.raises(Unreadable, match="takes more time or memory"):
        read_rows(BOOK)
