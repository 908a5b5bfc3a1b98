"""Read a table of bodies against groups, in which a mark says which belong together."""

from collections.abc import Iterator

from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, LeftOut
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import Line, MemberLine, Named, SeatLine
from joinedup.domain.mappings.mapping import MEMBER, Mapping
from joinedup.domain.mappings.members import MemberReader
from joinedup.domain.phrases.marks import Mark, read_mark
from joinedup.domain.spreadsheets.table import Row

IT_BELONGS = (
    Choice("belongs", "Yes, they say who belongs"),
    Choice(LEAVE_OUT, "No, leave such cells out"),
)


class MatrixReader:
    """Reads the marks of a table: columns are bodies where rows are groups, or groups else."""

    def __init__(self, cells: Cells, mapping: Mapping) -> None:
        self.cells, self.mapping = cells, mapping
        table = cells.table
        self.columns = [(c, p) for p, c in enumerate(table.columns) if c in set(mapping.marks)]

    def members(self, row: Row) -> tuple[list[MemberLine], list[SeatLine]]:
        """Return the bodies that marks put into the partnership of a row, and who was named."""
        members, seats = [], []
        for column, place in self.columns:
            standing = self.standing(row, column, row.cells[place])
            if standing is None:
                continue
            body = Named(self.mapping.rename.get(column, column), row.number, column)
            members.append(MemberLine(body, standing))
            seats += self.seated(row, column, row.cells[place], body)
        return members, seats

    def partnerships(self, reader: MemberReader) -> Iterator[Line]:
        """Yield a line for each partnership that a mark puts the body of a row into."""
        for row in self.cells.table.rows:
            for member in reader.members(row):
                yield from self.lines_of(row, member)

    def lines_of(self, row: Row, member: MemberLine) -> Iterator[Line]:
        """Yield a line for each mark in the row of one body."""
        for column, place in self.columns:
            standing = self.standing(row, column, row.cells[place])
            if standing is not None:
                told = MemberLine(member.body, standing or member.standing, member.from_on)
                name = self.mapping.rename.get(column, column)
                seats = self.seated(row, column, row.cells[place], member.body)
                yield Line(row.number, name, column, members=(told,), seats=tuple(seats))

    def standing(self, row: Row, column: str, text: str) -> str | None:
        """Return the standing that a mark gives, empty where it says no more than that it belongs.

        None is not a member, not told, or not yet answered.
        """
        mark = read_mark(text)
        if mark in (Mark.BELONGS, Mark.PERSON):
            return ""
        if mark == Mark.INITIALS:
            return self.initials(row, column, text)
        if mark == Mark.WORD:
            return self.cells.code(row.number, column, text, "standing")
        return None

    def initials(self, row: Row, column: str, text: str) -> str | None:
        """Return whether somebody's initials put a body into a group; asked once for the table."""
        answer = self.cells.ask(
            "initials",
            row.number,
            column,
            f"“{text}” and its like may be people’s initials. Do they say who belongs?",
            IT_BELONGS,
        )
        if answer is not None:
            why = "These look like initials. Say who sits there on the partnership’s page."
            self.cells.left_out.append(LeftOut(row.number, column, text, why))
        return "" if answer == "belongs" else None

    def seated(self, row: Row, column: str, text: str, body: Named) -> list[SeatLine]:
        """Return the place of a person who is named in place of a mark."""
        if read_mark(text) != Mark.PERSON:
            return []
        name = " ".join(text.split())
        return [SeatLine(name, "", "", MEMBER, row.number, column, body)]
