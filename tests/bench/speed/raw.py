"""The least that work inside a process costs: rows read or written raw, the typesetter alone."""

# ruff: noqa: S608 - the words of these statements are ours

import csv
import io
from collections.abc import Sequence
from typing import Any

TYPST = """#set page(paper: "a4", numbering: "1 / 1")
#set text(size: 10pt)
= A report
#lorem(120)
#table(columns: {columns}, table.header({header}), {cells})
== Findings
#lorem(250)
"""


def bare_import(text: str) -> int:
    """Read a CSV file and write its rows by one statement into a table made for them."""
    from django.db import connection, transaction  # noqa: PLC0415 - in the app's database

    reader = csv.reader(io.StringIO(text))
    width = len(next(reader))
    columns = [f"c{n}" for n in range(width)]
    marks = ", ".join(["%s"] * width)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"CREATE TABLE bare_import ({', '.join(f'{c} text' for c in columns)})")
        cursor.executemany(f"INSERT INTO bare_import VALUES ({marks})", list(reader))
        cursor.execute("SELECT count(*) FROM bare_import")
        found = int(cursor.fetchone()[0])
        cursor.execute("DROP TABLE bare_import")
    return found


def bare_answers(round: int) -> int:
    """Read every answer of a round, as rows and no more."""
    from django.db import connection  # noqa: PLC0415

    sql = (
        "SELECT a.sheet_id, a.question, a.value, a.unscored, a.words FROM joinedup_answer a "
        "JOIN joinedup_answersheet s ON s.id = a.sheet_id "
        "JOIN joinedup_review r ON r.id = s.review_id WHERE r.round_id = %s"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [round])
        return len(cursor.fetchall())


def bare_pdf(rows: Sequence[Sequence[str]]) -> bytes:
    """Set the same rows by the typesetter from a few lines of its own language.

    With the app's typefaces, read once: looking for those of the system would take a second.
    """
    import typst  # noqa: PLC0415

    from joinedup.domain.documents.typesetter import _typefaces  # noqa: PLC0415

    header = ", ".join(f"[Column {n}]" for n in range(len(rows[0])))
    cells = ", ".join(f"[{cell}]" for row in rows for cell in row)
    source = TYPST.format(columns=len(rows[0]), header=header, cells=cells)
    made: bytes = typst.compile(source.encode(), font_paths=_typefaces())
    return made


def bare_workbook(rows: Sequence[Sequence[Any]]) -> bytes:
    """Write the same rows by the library for workbooks, in constant memory."""
    import xlsxwriter  # noqa: PLC0415

    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"constant_memory": True})
    sheet = book.add_worksheet()
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)
    book.close()
    return memory.getvalue()
