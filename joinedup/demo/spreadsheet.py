"""The spreadsheet the council of the demonstration kept before: ugly, and easily brought in."""

import io
from datetime import UTC, date, datetime
from typing import Any

import xlsxwriter

from joinedup.demo.content import told
from joinedup.domain.phrases.values import ISO

COLUMNS = 11
WIDTHS = (6, 30, 16, 30, 46, 12, 14, 10, 9, 10, 22)


def ugly_register() -> tuple[str, bytes]:
    """Return the file name and the workbook: titles, groups, totals, prose, mixed dates."""
    content = told("spreadsheet")
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(memory, {"in_memory": True})
    # The same bytes whenever it is made, so that the same file twice is the same file.
    book.set_properties({"created": datetime(2025, 2, 3, tzinfo=UTC)})
    Ugliness(book, content).write()
    book.close()
    return content["file"], memory.getvalue()


class Ugliness:
    """Writes the sheets as somebody did over the years."""

    def __init__(self, book: xlsxwriter.Workbook, content: dict[str, Any]) -> None:
        self.content = content
        self.sheet = book.add_worksheet("Register")
        self.key = book.add_worksheet("Lists (do not delete)")
        self.bold = book.add_format({"bold": True, "bg_color": "#DDDDDD"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top"})
        self.number = 0
        self.at = 0

    def write(self) -> None:
        """Write titles, headings, groups with their totals, and a hidden sheet of lists."""
        for words in self.content["titles"]:
            self.sheet.merge_range(self.at, 0, self.at, COLUMNS - 1, words, self.title)
            self.at += 1
        self.at += 1
        self.sheet.write_row(self.at, 0, self.content["headings"], self.bold)
        for column, width in enumerate(WIDTHS):
            self.sheet.set_column(column, column, width)
        for part in self.content["part"]:
            self.write_part(part)
        self.key.write_column(0, 0, ["Yes", "No", "tbc", "n/k"])
        self.key.hide()

    def write_part(self, part: dict[str, Any]) -> None:
        """Write a group: its heading across the sheet, its rows, its total, an empty row."""
        self.at += 1
        self.sheet.merge_range(self.at, 0, self.at, COLUMNS - 1, part["title"], self.bold)
        for row in part["rows"]:
            self.at += 1
            self.number += 1
            self.sheet.write(self.at, 0, f"P{self.number:02}", self.wrapped)
            for column, cell in enumerate(row, start=1):
                self.write_cell(column, cell)
        self.at += 1
        self.sheet.write(self.at, 1, "Total")
        self.sheet.write(self.at, 2, len(part["rows"]))
        self.at += 1

    def write_cell(self, column: int, cell: str) -> None:
        """Write a cell as what it looks like: a real date, a number, or words."""
        if ISO.fullmatch(cell):
            day = datetime.combine(date.fromisoformat(cell), datetime.min.time())
            self.sheet.write_datetime(self.at, column, day, self.day)
        elif cell.isdigit():
            self.sheet.write_number(self.at, column, int(cell))
        else:
            self.sheet.write(self.at, column, cell, self.wrapped)
