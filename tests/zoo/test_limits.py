"""The limits of trust.md G11: any file is answered within 5 seconds of work and 300 MB."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.spreadsheets import workbook
from joinedup.domain.spreadsheets.delimited import TextLines
from joinedup.domain.spreadsheets.reading import read_rows
from joinedup.domain.spreadsheets.table import Unreadable
from tests.zoo.hostile import HARMLESS, HOSTILE
from tests.zoo.letters import CHOSEN, LETTERS
from tests.zoo.making import HEADINGS, book, text
from tests.zoo.sheets import SHEETS

MEGABYTES, SECONDS = 300, 5
WEIGHED = """
import re, resource, sys
from pathlib import Path
from joinedup.domain.spreadsheets.reading import read_rows
print(sum(1 for _ in read_rows(Path(sys.argv[1]))))
# Not ru_maxrss of our own: it remembers the size of whoever started us.
own = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text()).group(1))
print(max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""
ALL_WEIGHED = """
import os, re, resource, sys
from pathlib import Path
from joinedup.domain.spreadsheets.reading import read_rows
from joinedup.domain.spreadsheets.table import Unreadable
slowest = 0
files = sorted(Path(sys.argv[1]).iterdir())
for file in files:
    began = sum(os.times()[:4])
    try:
        sum(1 for _ in read_rows(file))
    except Unreadable:
        pass
    slowest = max(slowest, sum(os.times()[:4]) - began)
own = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text()).group(1))
print(slowest, len(files), max(own, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)
"""
FEWEST_FILES = 120
LINES = [[f"Partnership {n}", f"To work on matter {n}", "Police; Fire"] for n in range(20_000)]


@pytest.mark.parametrize("kind", ["text", "workbook"])
def test_a_long_list_is_read_within_the_memory_we_promise(kind, tmp_path):
    file = tmp_path / "list"
    file.write_bytes(text([HEADINGS, *LINES]) if kind == "text" else long_book(LINES))

    told = subprocess.run(
        [sys.executable, "-c", WEIGHED, str(file)], capture_output=True, text=True, check=True
    )

    rows, most = map(int, told.stdout.split())
    assert rows == len(LINES)
    assert most < MEGABYTES


@pytest.mark.deep
def test_no_file_of_the_zoo_takes_more_time_or_memory_than_we_promise(tmp_path):
    """One process reads every file; each workbook is read in a process of its own."""
    named = [
        data for table in (LETTERS, CHOSEN, SHEETS, HOSTILE, HARMLESS) for data in files_of(table)
    ]
    for number, data in enumerate(named):
        (tmp_path / f"{number:03}").write_bytes(data() if callable(data) else data)

    told = subprocess.run(
        [sys.executable, "-c", ALL_WEIGHED, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
    )

    slowest, files, most = map(float, told.stdout.split())
    assert files == len(named) >= FEWEST_FILES
    assert (slowest < SECONDS, most < MEGABYTES) == (True, True), (slowest, most)


def files_of(table):
    """Return the file of each row of a table of the zoo, or what makes it."""
    return [row[0] for row in table.values()]


def long_book(lines):
    return book(HEADINGS, *lines, constant_memory=True)


def outcome(read):
    """Return the rows read, or the sentence of the refusal; anything else is a fault."""
    try:
        return read()
    except Unreadable as refusal:
        return str(refusal)


SMALL_BOOK = book(HEADINGS, ("A", "x", "Police"))
CELLS = st.text(max_size=12)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    assert outcome(lambda: list(read_rows(data.replace(b"PK", b""))))


@given(st.integers(0, len(SMALL_BOOK) - 1), st.binary(max_size=6))
def test_a_workbook_with_bytes_changed_is_read_or_refused(place, others):
    data = SMALL_BOOK[:place] + others + SMALL_BOOK[place + len(others) :]

    assert outcome(lambda: list(workbook.read_book(data)))


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5),
    st.sampled_from(",;\t|"),
)
def test_lines_come_back_as_they_were_written(lines, sign):
    data = text(lines, sign=sign, quotes=True)

    read = list(TextLines(data, "utf-8", sign))

    assert len(read) == len(lines)
    assert [len(line) for line in read] == [len(line) for line in lines]
