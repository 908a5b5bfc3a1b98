"""Read each row of a list by its mapping: the partnership it tells of, its members, its people."""

import re
from collections.abc import Iterator
from typing import Any

from joinedup.domain.fields.kinds import LONGEST_NAME, RECORD
from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, Decisions, LeftOut
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import Line, Reading, ScoreLine
from joinedup.domain.mappings.mapping import MEMBERSHIPS, Mapping, Part
from joinedup.domain.mappings.matrix import MatrixReader
from joinedup.domain.mappings.members import MemberReader
from joinedup.domain.phrases.members import IsKnown, nobody_known
from joinedup.domain.phrases.values import date_beside, is_told, read_score, read_year
from joinedup.domain.phrases.words import read_identifier
from joinedup.domain.spreadsheets.table import Row, Table

# What stands to say yes where a row says when, as in "Signed 3 April 2019".
DATED = {"agreement": "agreement_signed_on", "data_sharing": "data_sharing_on"}
LONGEST_THEME = 60
# A row is taken for a heading between rows when it fills one cell where others fill this many.
USUALLY_FILLED = 3
NAME = re.compile(r"""\s*"((?:[^"]|"")+)"\s*(?=[;\n|]|$)|([^;\n|]+)""")
# Themes are a word or two each, so people put commas between them as well.
THEME = re.compile(r"""\s*"((?:[^"]|"")+)"\s*(?=[;,\n|]|$)|([^;,\n|]+)""")


def read_lines(
    table: Table, mapping: Mapping, decisions: Decisions, is_known: IsKnown = nobody_known
) -> Reading:
    """Return every row of a list as facts, under the decisions made so far."""
    reader = LineReader(table, mapping, decisions, is_known)
    lines = tuple(reader.lines())
    cells = reader.cells
    return Reading(
        lines,
        tuple(cells.problems),
        cells.questions,
        tuple(cells.left_out),
        tuple(cells.notes),
    )


class LineReader:
    """Reads the rows of one table, one after another."""

    def __init__(
        self, table: Table, mapping: Mapping, decisions: Decisions, is_known: IsKnown
    ) -> None:
        self.table, self.mapping = table, mapping
        self.cells = Cells(table, decisions, mapping)
        self.members = MemberReader(self.cells, mapping, is_known)
        self.matrix = MatrixReader(self.cells, mapping)
        filled = sorted(sum(map(bool, row.cells)) for row in table.rows)
        self.usually = filled[len(filled) // 2] if filled else 0

    def lines(self) -> Iterator[Line]:
        """Yield a line for each row that tells of a partnership, or each mark of a body's row."""
        if self.mapping.kind == MEMBERSHIPS and self.mapping.marks:
            yield from self.matrix.partnerships(self.members)
            return
        column = self.cells.column(self.mapping.partnership, "name")
        above = ""
        for row in self.table.rows:
            text = self.cells.text(row, self.mapping.partnership, "name")
            if self.cells.text(row, self.mapping.partnership, "number"):
                # Whatever its name, even “TBC”: it is known by its number.
                yield self.line(row, column, " ".join(text.split()) or above)
                continue
            if is_told(text) and self.is_heading(row, column, text):
                continue
            named = is_told(text)
            name = self.cells.name(row.number, column, text) if named else ""
            name = name or ("" if named else self.name_above(row, column, above))
            if name:
                yield self.line(row, column, name)
                above = name

    def is_heading(self, row: Row, column: str, text: str) -> bool:
        """Say whether a row is a heading between rows; asked when it looks like one."""
        if self.usually < USUALLY_FILLED or sum(map(bool, row.cells)) > 1:
            return False
        answer = self.cells.ask(
            f"heading:{row.number}",
            row.number,
            column,
            f"There is nothing in this row but “{text}”. Is it a partnership?",
            (
                Choice("partnership", "Yes, it is a partnership"),
                Choice(LEAVE_OUT, "No, it is a heading between rows: leave it out"),
            ),
        )
        if answer == LEAVE_OUT:
            self.cells.left_out.append(
                LeftOut(row.number, column, text, "You said it is a heading between rows.")
            )
        return answer == LEAVE_OUT

    def name_above(self, row: Row, column: str, above: str) -> str:
        """Return the partnership of the row above for a row that names none, once decided so."""
        if not above:
            self.cells.problem(row.number, column, "This row does not name its partnership.")
            return ""
        answer = self.cells.ask(
            "same-as-above",
            row.number,
            column,
            f"No partnership is named. Does the row belong to “{above}”, the one above it?",
            (
                Choice("above", "Yes, such rows belong to the partnership above them"),
                Choice(LEAVE_OUT, "No, leave such rows out"),
            ),
        )
        if answer == LEAVE_OUT:
            words = ", ".join(cell for cell in row.cells if cell)
            self.cells.left_out.append(
                LeftOut(row.number, column, words, "The row does not name its partnership.")
            )
        return above if answer == "above" else ""

    def line(self, row: Row, column: str, name: str) -> Line:
        """Return what one row tells."""
        part = self.mapping.partnership
        suffix = part.name_suffix
        ours = name if name.casefold().endswith(suffix.casefold()) else f"{name} {suffix}"
        lead_host = self.members.body(row, part, "lead_host")
        marked, seated = self.matrix.members(row)
        return Line(
            row=row.number,
            name=self.members.rename(ours),
            column=column,
            values=self.partnership_values(row),
            other_names=self.names_in(row, part, "other_names"),
            themes=self.names_in(row, part, "themes", THEME, LONGEST_THEME),
            area=self.area(row, name),
            lead_host=lead_host,
            accountable_body=self.members.body(row, part, "accountable_body"),
            other_hosts=tuple(self.members.bodies(row, part, "other_hosts")),
            members=(*self.members.members(row), *marked),
            seats=(*self.members.seats(row), *seated),
            score=self.score(row),
            number=self.cells.text(row, part, "number"),
        )

    def partnership_values(self, row: Row) -> dict[str, Any]:
        """Return the told fields of the shared record."""
        part, values = self.mapping.partnership, {}
        for name in (*part.columns, *(part.default.keys() - part.columns.keys())):
            if name in RECORD and (text := self.cells.text(row, part, name)):
                column = self.cells.column(part, name)
                values[name] = self.cells.fact(row.number, column, text, name)
        for paper, when in DATED.items():
            if values.get(paper) == "YES" and when not in values:
                values[when] = date_beside(self.cells.text(row, part, paper))
        told = {name: value for name, value in values.items() if value is not None}
        starts, ends = told.get("starts_on"), told.get("ends_on")
        if starts and ends and ends < starts:
            self.cells.problem(
                row.number,
                self.cells.column(part, "ends_on"),
                "It ends before it starts. Check both dates.",
            )
            del told["ends_on"]
        return told

    def area(self, row: Row, name: str) -> tuple[str, str] | None:
        """Return the code and the name of the partnership's area, where a row tells it."""
        part = self.mapping.partnership
        text = self.cells.text(row, part, "area_code")
        if not is_told(text):
            return None
        code, problem = read_identifier("GSS", text)
        if problem:
            self.cells.problem(row.number, self.cells.column(part, "area_code"), problem, text)
            return None
        return code, self.cells.text(row, part, "area_name") or name

    def score(self, row: Row) -> ScoreLine | None:
        """Return the score that a row reports for an earlier year."""
        part, cells = self.mapping.partnership, self.cells
        texts = {name: self.cells.text(row, part, name) for name in ("score", "band", "score_year")}
        if not is_told(texts["score"]) and not is_told(texts["band"]):
            return None
        columns = {name: self.cells.column(part, name) for name in texts}
        overall = cells.said(
            row.number, columns["score"], texts["score"], read_score(texts["score"])
        )
        year = cells.said(
            row.number, columns["score_year"], texts["score_year"], read_year(texts["score_year"])
        )
        if year is None:
            if is_told(texts["score_year"]):
                return None
            where = columns["score_year"] or columns["score"] or columns["band"]
            cells.problem(row.number, where, "Say which year this score is of, such as 2024.")
            return None
        return ScoreLine(year, overall, texts["band"][:40] if is_told(texts["band"]) else "")

    def names_in(
        self,
        row: Row,
        part: Part,
        name: str,
        each: re.Pattern[str] = NAME,
        longest: int = LONGEST_NAME,
    ) -> tuple[str, ...]:
        """Return the names in a cell that may hold several, divided by semicolons or lines.

        A name in quotation marks is one, whatever is in it: so our own exports write such names.
        """
        text = self.cells.text(row, part, name)
        told = each.findall(text) if is_told(text) else []
        names = [whole.replace('""', '"') or bare for whole, bare in told]
        column = self.cells.column(part, name)
        found = [self.cells.name(row.number, column, word, longest) for word in names]
        return tuple(filter(None, found))
