"""Read the bodies and the people that a row names."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, LeftOut
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import MemberLine, Named, SeatLine
from joinedup.domain.mappings.mapping import BRACKETS, MEMBERSHIPS, Mapping, Part
from joinedup.domain.phrases.members import IsKnown, Proposed, Sort, propose_members
from joinedup.domain.phrases.values import is_told, read_email
from joinedup.domain.phrases.words import read_identifier
from joinedup.domain.spreadsheets.table import Row

# A name that holds what divides names from one another, as our own exports write it.
WHOLE = re.compile(r'(?:^|(?<=;))\s*"((?:[^"]|"")+)"\s*(?=;|$)')
IN_BRACKETS = re.compile(r"^(?P<name>[^(]+?)\s*[(\[](?P<body>[^)\]]+)[)\]]$")
PUTS_IN = ("year", "sort", "amount", "words")


class MemberReader:
    """Reads who belongs to the partnership of a row, and who speaks for them."""

    def __init__(self, cells: Cells, mapping: Mapping, is_known: IsKnown) -> None:
        self.cells, self.mapping, self.is_known = cells, mapping, is_known

    def rename(self, name: str) -> str:
        """Return the name that the mapping gives in place of this one."""
        return self.mapping.rename.get(name, name)

    def body(self, row: Row, part: Part, name: str) -> Named | None:
        """Return the one body a cell names."""
        column = self.cells.column(part, name)
        words = self.cells.name(row.number, column, self.cells.text(row, part, name))
        return Named(self.rename(words), row.number, column) if words else None

    def bodies(self, row: Row, part: Part, name: str) -> Iterator[Named]:
        """Yield the bodies that prose in a cell names; what names nobody is left over."""
        column, text = self.cells.column(part, name), self.cells.text(row, part, name)
        for whole in WHOLE.findall(text):
            yield Named(self.rename(whole.replace('""', '"')), row.number, column)
        prose = propose_members(WHOLE.sub("", text), self.is_known, self.mapping.separator)
        for proposed in prose.proposed:
            if self.cells.name(row.number, column, proposed.name):
                yield self.proposed(row, column, proposed)
        for left in prose.leftovers:
            if left.sort != Sort.COUNT:
                self.cells.left_out.append(LeftOut(row.number, column, left.text, left.sort))
            elif found := self.counted(row, column, left.text):
                yield found

    def proposed(self, row: Row, column: str, proposed: Proposed) -> Named:
        """Return a proposal as a body named in a row."""
        name = self.rename(proposed.name)
        return Named(name, row.number, column, None, "", proposed.certainty, proposed.reason)

    def counted(self, row: Row, column: str, text: str) -> Named | None:
        """Return a body of that name where a person says that "Parish councils x28" is one."""
        answer = self.cells.ask(
            f"several:{text.casefold()}",
            row.number,
            column,
            f"“{text}” is not one organisation. What should we do?",
            (
                Choice(LEAVE_OUT, "Leave it out for now; the members can be named later"),
                Choice("one", f"Enter one member called “{text}”"),
            ),
        )
        if answer == "one":
            return Named(text, row.number, column)
        if answer == LEAVE_OUT:
            self.cells.left_out.append(LeftOut(row.number, column, text, "It is several bodies."))
        return None

    def members(self, row: Row) -> Iterator[MemberLine]:
        """Yield the members that a row names."""
        for part in self.mapping.members:
            if self.mapping.kind == MEMBERSHIPS:
                yield from self.one_member(row, part)
            else:
                standing = self.coded(row, part, "standing")
                for body in self.bodies(row, part, "name"):
                    yield MemberLine(body, standing)

    def one_member(self, row: Row, part: Part) -> Iterator[MemberLine]:
        """Yield the member in a row of a list of memberships."""
        column = self.cells.column(part, "name")
        name = self.cells.name(row.number, column, self.cells.text(row, part, "name"))
        if not name:
            if part is self.mapping.members[0] and sum(map(bool, row.cells)) > 1:
                self.cells.problem(row.number, column, "This row does not name a member.")
            return
        if part.name_suffix and not name.casefold().endswith(part.name_suffix.casefold()):
            name = f"{name} {part.name_suffix}"
        body = Named(
            self.rename(name),
            row.number,
            column,
            self.identifier(row, part),
            self.coded(row, part, "sector"),
        )
        unit = self.cells.name(
            row.number, self.cells.column(part, "unit"), self.cells.text(row, part, "unit")
        )
        from_on = self.day(row, part, "from_on")
        standing, told = self.coded(row, part, "standing"), self.told(row, part, from_on)
        puts_in = tuple(self.cells.text(row, part, name) for name in PUTS_IN)
        yield MemberLine(body, standing, from_on, unit, told, puts_in)

    def told(self, row: Row, part: Part, from_on: date | None) -> dict[str, Any]:
        """Return what else a row tells of its member: until when, what it brings and gains."""
        told: dict[str, Any] = {
            name: text
            for name in ("brings", "gains")
            if is_told(text := self.cells.text(row, part, name))
        }
        to_on = self.day(row, part, "to_on")
        if to_on and from_on and to_on < from_on:
            ends = self.cells.column(part, "to_on")
            self.cells.problem(row.number, ends, "It left before it joined. Check both dates.")
        elif to_on:
            told["to_on"] = to_on
        return told

    def day(self, row: Row, part: Part, name: str) -> date | None:
        """Return the day a row tells, or nothing."""
        text = self.cells.text(row, part, name)
        return self.cells.date(row.number, self.cells.column(part, name), text) if text else None

    def coded(self, row: Row, part: Part, name: str) -> str:
        """Return the code of the word a row holds in a field."""
        column, text = self.cells.column(part, name), self.cells.text(row, part, name)
        return self.cells.code(row.number, column, text, name) or ""

    def identifier(self, row: Row, part: Part) -> tuple[str, str] | None:
        """Return the number by which a register knows the member."""
        text = self.cells.text(row, part, "identifier")
        if not is_told(text):
            return None
        column = self.cells.column(part, "identifier")
        scheme = self.coded(row, part, "scheme") or "GSS"
        value, problem = read_identifier(scheme, text)
        if problem:
            self.cells.problem(row.number, column, problem, text)
        return (scheme, value) if value else None

    def seats(self, row: Row) -> Iterator[SeatLine]:
        """Yield the people that a row seats."""
        for part in self.mapping.seats:
            name, email = (self.cells.text(row, part, word) for word in ("name", "email"))
            if is_told(name) or is_told(email):
                yield from self.seat(row, part, name, email)

    def seat(self, row: Row, part: Part, name: str, email: str) -> Iterator[SeatLine]:
        """Yield one person's place, where the row says enough to give it."""
        column = self.cells.column(part, "name") or self.cells.column(part, "email")
        at = self.cells.column(part, "email")
        address = self.cells.said(row.number, at, email, read_email(email))
        body = self.body(row, part, "organisation")
        if body is None and part.speaks_for == BRACKETS:
            if not (match := IN_BRACKETS.match(name)):
                why = "The file does not say for which organisation."
                self.cells.left_out.append(LeftOut(row.number, column, name, why))
                return
            name, body = match["name"], Named(match["body"], row.number, column)
        capacity = self.coded(row, part, "capacity")
        person = self.cells.name(row.number, column, name) or address
        if person:
            told = (person, address or "", capacity, part.speaks_for, row.number, column, body)
            yield SeatLine(*told, self.stands_in(row, part))

    def stands_in(self, row: Row, part: Part) -> tuple[str, str]:
        """Return whom a deputy stands in for as a row says it, and in which column."""
        name = "stands_in_for"
        return self.cells.text(row, part, name), self.cells.column(part, name)
