"""Files that are no list or would harm whoever opens them; each is refused with a sentence."""

from tests.domain.spreadsheets.files import parts_of, zipped
from tests.zoo.making import SHEET, book, changed, lying, old_office, text, twice, with_parts

LIST = book(("Name", "Aim"), ("A", "x"))
DOCUMENT = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
MEGABYTE = 1024 * 1024
HEADER = b"Name,Aim\n"
PACKED = "unpacks to far more than a list needs"
DAMAGED = "damaged and cannot be opened"
FAR = b'<c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'


def locked(data):
    """Return a zip that says its first part is enciphered."""
    place = data.index(b"PK\x01\x02") + 8
    return data[:place] + b"\x01" + data[place + 1 :]


def cells(count):
    """Return a sheet with so many filled cells, each with something else in it."""
    return b"".join(b'<c r="A%d"><v>%d</v></c>' % (n, n * 7919) for n in range(1, count + 1))


# name: (file, or how the large ones are made, words of the sentence that refuses it)
HOSTILE = {
    "nothing": (b"", "This file is empty. Choose the file that holds your list."),
    "only a mark": (b"\xef\xbb\xbf\r\n \t", "This file is empty."),
    "only separators": (b",,,\r\n,,,\r\n", "This file is empty."),
    "only zeros": (b"\0" * 5000, "This file is empty."),
    "headings without rows": (HEADER, "There are headings but no rows under them"),
    "numbers without headings": (b"1,2019-04-03\n2,2020-04-03\n", "find a row of headings"),
    "a web page named .csv": (b"<!DOCTYPE html><table><tr><td>Name", "This is a web page"),
    "a table of a web page named .xls": (b"\n <table><tr><th>Name</th></tr></table>", "a web page"),
    "XML of an old spreadsheet": (b'<?xml version="1.0"?><Workbook/>', "This is a web page"),
    "a picture with a script": (b"<svg onload='alert(1)'/>", "This is a web page"),
    "XML with a foreign entity": (DOCUMENT, "This is a web page"),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3", "This is a PDF, which holds pages, not rows."),
    "a picture": (b"\x89PNG\r\n\x1a\n", "This is a picture."),
    "a photograph": (b"\xff\xd8\xff\xe0\0\x10JFIF", "This is a photograph."),
    "a moving picture": (b"GIF89a\x01\0\x01\0", "This is a picture."),
    "a text document": (b"{\\rtf1\\ansi Name}", "This is a text document."),
    "an old workbook": (old_office("Workbook"), "This is an old Excel workbook (.xls)"),
    "an old workbook named .csv": (old_office("Book"), "whatever its name says"),
    "a workbook with a password": (old_office("EncryptedPackage"), "protected by a password"),
    "a password inside the zip": (locked(LIST), "protected by a password. Take it off."),
    "gzip": (b"\x1f\x8b\x08\0", "packed (gzip). Unpack it"),
    "RAR": (b"Rar!\x1a\x07", "packed (RAR)"),
    "7z": (b"7z\xbc\xaf\x27\x1c", "packed (7z)"),
    "a database": (b"SQLite format 3\0" + b"\0" * 99, "This is a database"),
    "a program": (b"\x7fELF\x02\x01\x01" + b"\0" * 99, "This is a program"),
    "a program of Windows": (b"MZ\x90\0\x03" + b"\0" * 99, "This is a program"),
    "a Word document": (zipped({"word/document.xml": b"<w/>"}), "This is a Word document."),
    "slides": (zipped({"ppt/presentation.xml": b"<p/>"}), "These are slides"),
    "a zip with a list in it": (zipped({"list.csv": HEADER}), "This is a zip file"),
    "a zip of nothing": (zipped({}), "a zip file with nothing in it"),
    "OpenDocument": (zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "OpenDocument"),
    "a binary workbook": (zipped({"xl/workbook.bin": b"x"}), "binary Excel workbook (.xlsb)"),
    "zeros among letters": (HEADER + b"A,\0\nB,y\n", "characters that do not belong in a list"),
    "letters of no kind": (HEADER + b"\x81\x8d,\xff\x90\n", "how the letters in this file"),
    "a quotation mark never closed": (HEADER + b'A,"x\n' + b"B,y\n" * 400, "begins on line 2"),
    "one endless cell": (HEADER + b"A," + b"x" * 300_000, "far too long"),
    "a million columns": (
        lambda: b"Name" + b",Aim" * 1_000_000 + b"\nA,x\n",
        "columns. One import takes",
    ),
    "a million commas": (lambda: HEADER + b"A" + b",x" * 1_000_000, "columns. One import takes"),
    "too many rows": (lambda: HEADER + b"A,x\n" * 400_000, "more than 200,000 rows"),
    "51 MB": (lambda: HEADER + b"A,x\n" * 13_400_000, "One import takes 50 MB"),
    "a workbook cut off": (LIST[: len(LIST) // 2], DAMAGED),
    "the beginning of a workbook": (b"PK\x03\x04", DAMAGED),
    "a workbook with bytes changed": (LIST.replace(b"xl/", b"xx/", 3), ""),
    "a part that is no XML": (with_parts(LIST, **{"xl/workbook.xml": b"<workbook"}), DAMAGED),
    "a sheet that is no XML": (with_parts(LIST, **{SHEET: b"<worksheet><sheetData><row>"}), ""),
    "no sheet": (
        with_parts(LIST, **{"xl/workbook.xml": b"<workbook><sheets/></workbook>"}),
        "no sheet with a list in it",
    ),
    "a sheet that is not there": (
        zipped({n: p for n, p in parts_of(LIST).items() if n != SHEET}),
        "",
    ),
    "a bomb by size": (lambda: with_parts(LIST, xl__media__a=b"\0" * 60_000_000), PACKED),
    "a bomb by its sheet": (lambda: with_parts(LIST, **{SHEET: b" " * 60_000_000}), PACKED),
    "1 GB claimed": (lying(LIST, SHEET, 1024 * MEGABYTE), PACKED),
    "4 GB claimed": (lying(LIST, SHEET, 0xFFFFFFFE), PACKED),
    "less claimed than there is": (lying(LIST, SHEET, 9), DAMAGED),
    "3,000 parts": (lambda: with_parts(LIST, **{f"p{n}": b"" for n in range(3_000)}), PACKED),
    "a part twice": (twice(LIST, SHEET), PACKED),
    "a zip in a zip": (zipped({"inner.zip": LIST}), "This is a zip file"),
    "entities that multiply": (with_parts(LIST, xl__styles=b"", **{"xl/a.xml": LAUGHS}), "belong"),
    "a foreign entity in a sheet": (with_parts(LIST, **{SHEET: DOCUMENT}), "instructions that do"),
    "a foreign entity among shared words": (
        with_parts(LIST, **{"xl/sharedStrings.xml": DOCUMENT}),
        "instructions that do not belong",
    ),
    "a cell in the farthest corner": (
        changed(LIST, SHEET, b"</row></sheetData>", FAR),
        "a cell far outside the list is filled in",
    ),
    "2.6 million cells": (lambda: with_parts(LIST, **{SHEET: cells(2_600_000)}), "is enormous"),
    "300 columns": (lambda: book([f"C{n}" for n in range(300)], ["x"] * 300), "has 300 columns"),
    "a sheet by a name there is not": (LIST, "There is no sheet called “Other”"),
    "a heading row past the end": (LIST, "Row 99 is empty, so it cannot be the headings."),
    "a semicolon list of one line": (b"Name;Aim", "There are headings but no rows"),
}
HOW = {
    "a sheet by a name there is not": {"sheet": "Other"},
    "a heading row past the end": {"heading_row": 99},
}

# Odd names and dangerous words that do no harm are read as words. name: (file, first row)
HARMLESS = {
    "formulas as text": (
        text([("Name", "Aim"), ("=1+1", "@SUM(A1)")]),
        ("=1+1", "@SUM(A1)"),
    ),
    "a formula that runs a program": (
        text([("Name", "Aim"), ("=cmd|'/C calc'!A0", "x")]),
        ("=cmd|'/C calc'!A0", "x"),
    ),
    "guarded formulas of an export": (text([("Name", "Aim"), ("'=1+1", "'-5")]), ("=1+1", "-5")),
    "a formula in a workbook gives what it showed": (
        changed(book(("Name", "Aim"), ("A", "=1+1")), SHEET, b"<v>0</v>", b"<v>2</v>"),
        ("A", "2"),
    ),
    "a script in a cell": (
        text([("Name", "Aim"), ("<script>alert(1)</script>", "x")]),
        ("<script>alert(1)</script>", "x"),
    ),
    "marks that turn the direction of reading": (
        text([("Name", "Aim"), ("Safer\u202e Town", "x")]),
        ("Safer Town", "x"),
    ),
    "bells and other controls": (text([("Name", "Aim"), ("A\x07\x1b[2J", "x")]), ("A[2J", "x")),
    "a part whose name climbs out": (
        with_parts(LIST, **{"../../etc/passwd": b"x"}),
        ("A", "x"),
    ),
    "a part with the name of a drive": (with_parts(LIST, **{"C:\\x.exe": b"MZ"}), ("A", "x")),
    "styled cells far away that hold nothing": (
        changed(LIST, SHEET, b"</row></sheetData>", b'<c r="XFD2" s="0"/></row></sheetData>'),
        ("A", "x"),
    ),
    "words that name a column of a database": (
        text([("Name", "Aim"), ("'; DROP TABLE x;--", "x")]),
        ("'; DROP TABLE x;--", "x"),
    ),
    "a very long name": (text([("Name", "Aim"), ("n" * 30_000, "x")]), ("n" * 30_000, "x")),
}
