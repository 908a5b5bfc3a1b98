import time

import pytest

from joinedup.domain.spreadsheets import archive, layout, reading
from joinedup.domain.spreadsheets.reading import read_table
from joinedup.domain.spreadsheets.table import Unreadable
from tests.domain.spreadsheets.files import parts_of, workbook, zipped

OLE = reading.OLD_OFFICE
BOOK = workbook(["Name", "Aim"], ["A", "x"])
SHEET = "xl/worksheets/sheet1.xml"


def with_parts(**parts):
    return zipped(parts_of(BOOK) | {name.replace("__", "/"): data for name, data in parts.items()})


def with_sheet(old, new):
    sheet = parts_of(BOOK)[SHEET]
    assert old in sheet
    return zipped(parts_of(BOOK) | {SHEET: sheet.replace(old, new)})


def locked(data):
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + b"\x01" + data[place + 1 :]


ZOO = {
    "empty": (b"", "This file is empty"),
    "blank": (b"\xef\xbb\xbf \r\n\t", "This file is empty"),
    "only separators": (b",,,\n,,,\n", "This file is empty"),
    "web page": (b"\n<!DOCTYPE html><table>", "This is a web page named list.csv"),
    "table alone": (b"<table><tr><td>Name</td></tr></table>", "This is a web page"),
    "xml": (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', "This is a web page"),
    "picture of svg": (b"<svg onload=alert(1)>", "This is a web page"),
    "old excel": (OLE + b"\0" * 600, "This is an old Excel workbook"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
    "pdf": (b"%PDF-1.7", "This is a PDF"),
    "png": (b"\x89PNG\r\n", "This is a picture"),
    "jpeg": (b"\xff\xd8\xff\xe0", "This is a photograph"),
    "rtf": (b"{\\rtf1", "This is a text document"),
    "gzip": (b"\x1f\x8b\x08", "packed (gzip)"),
    "NULs": (b"Name,Aim\nA,\x00\nB,y\n", "characters that do not belong"),
    "unknown letters": (b"Name,Aim\n\x81\x8d,\xff\x90\n", "how the letters in this file"),
    "no headings": (b"1,E09000002,2\n2,E09000003,4\n", "could not find a row of headings"),
    "only headings": (b"Name,Aim\n", "headings but no rows"),
    "open quotation": (b'Name,Aim\nA,"x\n' + b"B,y\n" * 300, "begins on line 2 is far too long"),
    "long cell": (b"Name,Aim\nA," + b"x" * 200_000, "far too long"),
    "word": (zipped({"word/document.xml": b"<w/>"}), "This is a Word document"),
    "zip": (zipped({"list.csv": b"Name\nA\n"}), "This is a zip file"),
    "ods": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
    "xlsb": (zipped({"xl/workbook.bin": b"x"}), "binary Excel workbook"),
    "cut off": (BOOK[: len(BOOK) // 2], "damaged"),
    "only a beginning": (b"PK\x03\x04", "damaged"),
    "bytes changed": (BOOK.replace(b"PK\x03\x04\x14", b"PK\x03\x04\x99", 1)[:-300], "damaged"),
    "password in the zip": (locked(BOOK), "protected by a password"),
    "bomb": (with_parts(xl__media__a=b"\0" * 60_000_000), "unpacks to far more"),
    "many parts": (with_parts(**{f"p{n}": b"" for n in range(2_100)}), "unpacks to far more"),
    "entities": (
        with_parts(xl__workbook=b"", **{"xl/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]>'}),
        "instructions that do not belong",
    ),
    "far corner": (with_sheet(b'r="B2"', b'r="XFD1048576"'), "This sheet is enormous"),
    "not xml": (with_parts(**{"xl/workbook.xml": b"<workbook"}), "damaged"),
    "no sheet": (with_parts(**{"xl/workbook.xml": b"<workbook><sheets/></workbook>"}), "no sheet"),
}


@pytest.mark.parametrize("kind", ZOO)
def test_what_cannot_be_read_is_refused_with_what_to_do(kind):
    data, sentence = ZOO[kind]

    with pytest.raises(Unreadable) as refusal:
        read_table(data, "list.csv")

    assert sentence in str(refusal.value)
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"Name,Aim\n" + b"A,x\n" * 11, "This sheet has more than 10 rows"),
        (b"a,b,c,d,e\n1,2,3,4,5\n", "This sheet has 5 columns. One import takes 4"),
    ],
)
def test_sheets_past_what_one_import_takes_are_refused(monkeypatch, data, sentence):
    monkeypatch.setattr(layout, "MOST_ROWS", 10)
    monkeypatch.setattr(layout, "MOST_COLUMNS", 4)

    with pytest.raises(Unreadable, match=sentence):
        read_table(data)


def test_a_file_past_the_size_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(reading, "BIGGEST_FILE", 10)

    with pytest.raises(Unreadable, match="split it into several files"):
        read_table(b"Name,Aim\nA,x\n")


def test_a_part_larger_than_the_zip_declares_is_refused():
    real = parts_of(BOOK)[SHEET]
    data = BOOK.replace(len(real).to_bytes(4, "little"), (len(real) - 9).to_bytes(4, "little"))

    with pytest.raises(Unreadable):
        read_table(data)


def test_overlapping_parts_are_refused():
    entries = archive.zipfile.ZipFile(archive.io.BytesIO(BOOK)).infolist()

    with pytest.raises(Unreadable, match="unpacks to far more"):
        archive.refuse_by_directory(entries * 2, len(BOOK))


@pytest.mark.parametrize(
    "xml",
    [b"<c " * 400_000, b'<c r="' * 200_000, b"<c a=1 " * 150_000 + b">" * 150_000, b"<" * 10**6],
)
def test_looking_at_a_hostile_sheet_takes_no_longer_than_its_size(xml):
    extent = archive.Extent()
    began = time.process_time()

    archive.measure(xml, extent)

    assert time.process_time() - began < 2
    assert (extent.rows, extent.columns) == (0, 0)


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_CELLS", 3)

    with pytest.raises(Unreadable, match="This sheet is enormous"):
        archive.refuse_unsafe_archive(BOOK)


def test_styled_cells_far_away_that_hold_nothing_do_no_harm():
    far = b'<c r="B2" s="1" t="s"><v>3</v></c><c r="XFD2" s="1"/>'
    sheet = parts_of(BOOK)[SHEET]
    begin = sheet.index(b'<c r="B2"')
    end = sheet.index(b"</c>", begin) + 4

    table = read_table(zipped(parts_of(BOOK) | {SHEET: sheet[:begin] + far + sheet[end:]}))

    assert table.columns == ("Name", "Aim")


def test_a_row_chosen_for_headings_must_hold_words():
    with pytest.raises(Unreadable, match="Row 3 is empty"):
        read_table(b"Name,Aim\nA,x\n\n", heading_row=3)
