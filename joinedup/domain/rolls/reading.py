"""Read the rows of a list of organisations, or of people."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.mappings.asking import LeftOut
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import BodyLine, Named, PersonLine
from joinedup.domain.mappings.mapping import Mapping
from joinedup.domain.phrases.values import is_told, read_email
from joinedup.domain.phrases.words import WORDS, read_identifier
from joinedup.domain.spreadsheets.table import Row

# Which register a number is of, by the field it stands in.
NUMBERED = {"gss": "GSS", "former_gss": "GSS", "charity": "GB-CHC", "company": "GB-COH"}
DIVIDED = r"[;\n|]"
MOST_PARTS_OF_A_NAME = 3
# A charity of Scotland or Northern Ireland says so in its number, whatever the column is headed.
NATIONS = (("SC", "GB-SC"), ("NIC", "GB-NIC"))
WEBSITE = re.compile(r"(?:https?://)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/\S*)?", re.IGNORECASE)
LONGEST_WEBSITE, LONGEST_PHONE, LONGEST_TITLE, LONGEST_CONTACT = 200, 40, 200, 200


class BodyReader:
    """Reads organisations, one a row."""

    def __init__(self, cells: Cells, mapping: Mapping) -> None:
        self.cells, self.part, self.rename = cells, mapping.organisation, mapping.rename

    def lines(self) -> Iterator[BodyLine]:
        """Yield a line for each row that names an organisation."""
        column = self.cells.column(self.part, "name")
        for row in self.cells.table.rows:
            name = self.cells.name(row.number, column, self.text(row, "name"))
            if name:
                yield self.line(row, column, self.rename.get(name, name))
            elif not is_told(self.text(row, "name")):
                self.cells.problem(row.number, column, "This row does not name an organisation.")

    def line(self, row: Row, column: str, name: str) -> BodyLine:
        """Return what one row tells."""
        values = self.values(row)
        until = self.date(row, "former_until")
        return BodyLine(
            row=row.number,
            column=column,
            name=name,
            values=values,
            numbers=tuple(dict.fromkeys(self.numbers(row))),
            other_names=tuple(self.names(row, "other_names", name)),
            former_names=tuple((former, until) for former in self.names(row, "former_names", name)),
            number=self.text(row, "number"),
            form=self.cells.code(row.number, self.column("form"), self.text(row, "form"), "form")
            or "",
            part_of=self.cells.name(row.number, self.column("part_of"), self.text(row, "part_of")),
            replaced_by=tuple(self.divided(self.text(row, "replaced_by"), r"[;\n|,]", "")),
        )

    def values(self, row: Row) -> dict[str, Any]:
        """Return the told facts: sector, website and days that can follow one another."""
        sector = self.cells.code(
            row.number, self.column("sector"), self.text(row, "sector"), "sector"
        )
        from_on, to_on = self.date(row, "from_on"), self.date(row, "to_on")
        if from_on and to_on and to_on < from_on:
            ends = self.column("to_on")
            self.cells.problem(row.number, ends, "It ended before it began. Check both dates.")
            to_on = None
        contact = self.cells.short(
            row.number, self.column("contact"), self.text(row, "contact"), LONGEST_CONTACT
        )
        told: dict[str, Any] = {"sector": sector, "from_on": from_on, "to_on": to_on}
        told |= {"website": self.website(row), "contact": contact}
        return {name: value for name, value in told.items() if value}

    def numbers(self, row: Row) -> Iterator[tuple[str, str]]:
        """Yield every number of a row with its register, and keep what cannot be right."""
        for field, scheme in NUMBERED.items():
            for text in self.divided(self.text(row, field), r"[;\n|,]", ""):
                yield from self.number(row, field, nation_of(scheme, text), text)
        for text in self.divided(self.text(row, "org_id"), r"[;\n|,\s]", ""):
            register = next((code for code in WORDS["scheme"] if text.startswith(f"{code}-")), "")
            if register:
                yield from self.number(row, "org_id", register, text.removeprefix(f"{register}-"))
            else:
                shape = "It should begin with its register, such as GB-CHC-1234567."
                message = f"“{text}” does not say which register it is from. {shape}"
                self.cells.problem(row.number, self.column("org_id"), message, text)
        if text := self.text(row, "identifier"):
            told = self.text(row, "scheme")
            code = self.cells.code(row.number, self.column("scheme"), told, "scheme")
            yield from (
                self.number(row, "identifier", code or "GSS", text) if code or not told else ()
            )

    def number(self, row: Row, field: str, scheme: str, text: str) -> Iterator[tuple[str, str]]:
        """Yield a number as its register writes it, or keep what is wrong with it."""
        value, problem = read_identifier(scheme, text)
        if problem and field == "identifier":
            # A code of the list's own, as good as any to tell rows apart, is no fault of its rows.
            self.cells.left_out.append(LeftOut(row.number, self.column(field), text, problem))
        elif problem:
            self.cells.problem(row.number, self.column(field), problem, text)
        elif value:
            yield scheme, value

    def names(self, row: Row, field: str, name: str) -> Iterator[str]:
        """Yield the different names in a cell, each once, without the organisation's own."""
        seen = {folded(name)}
        divider = re.escape(self.part.separator) if self.part.separator else DIVIDED
        for word in self.divided(self.text(row, field), divider, name):
            found = self.cells.name(row.number, self.column(field), word)
            if found and folded(found) not in seen:
                seen.add(folded(found))
                yield found

    def divided(self, text: str, divider: str, name: str) -> list[str]:
        """Return what stands between dividers; names that hold one themselves stay whole."""
        parts = [part.strip() for part in re.split(divider, text)] if is_told(text) else []
        parts = [part for part in parts if is_told(part)]
        return joined_again(parts, name) if divider == "," and len(parts) > 1 else parts

    def website(self, row: Row) -> str:
        """Return the address of a website, with its beginning."""
        text = self.text(row, "website").strip()
        if not is_told(text):
            return ""
        if not WEBSITE.fullmatch(text) or len(text) > LONGEST_WEBSITE:
            message = f"“{text[:60]}” is not the address of a website, such as www.example.org."
            self.cells.problem(row.number, self.column("website"), message, text)
            return ""
        return text if "://" in text else f"https://{text}"

    def date(self, row: Row, field: str) -> date | None:
        """Return the day a cell tells, or nothing."""
        text = self.text(row, field)
        return self.cells.date(row.number, self.column(field), text) if is_told(text) else None

    def text(self, row: Row, field: str) -> str:
        """Return what a row says of a field."""
        return self.cells.text(row, self.part, field)

    def column(self, field: str) -> str:
        """Return the column of a field."""
        return self.cells.column(self.part, field)


class PersonReader:
    """Reads people, one a row."""

    def __init__(self, cells: Cells, mapping: Mapping) -> None:
        self.cells, self.part, self.rename = cells, mapping.person, mapping.rename

    def lines(self) -> Iterator[PersonLine]:
        """Yield a line for each row that names a person."""
        column = self.cells.column(self.part, "name")
        for row in self.cells.table.rows:
            text = self.cells.text(row, self.part, "name")
            name = self.cells.name(row.number, column, text)
            if name:
                yield self.line(row, column, name)
            elif not is_told(text):
                self.cells.problem(row.number, column, "This row does not name a person.")

    def line(self, row: Row, column: str, name: str) -> PersonLine:
        """Return what one row tells."""
        cells, part = self.cells, self.part
        at, email = cells.column(part, "email"), cells.text(row, part, "email")
        works_for = cells.column(part, "organisation")
        body = cells.name(row.number, works_for, cells.text(row, part, "organisation"))
        role = cells.text(row, part, "capacity")
        sits_on = cells.name(
            row.number,
            cells.column(part, "partnership"),
            cells.text(row, part, "partnership"),
        )
        capacity = ""
        if sits_on:
            capacity = (
                cells.code(row.number, cells.column(part, "capacity"), role, "capacity") or ""
            )
        return PersonLine(
            row=row.number,
            column=column,
            name=name,
            email=cells.said(row.number, at, email, read_email(email)) or "",
            phone=self.short(row, "phone", LONGEST_PHONE),
            title=self.short(row, "title", LONGEST_TITLE),
            organisation=Named(self.rename.get(body, body), row.number, works_for)
            if body
            else None,
            partnership=self.rename.get(sits_on, sits_on),
            capacity=capacity,
        )

    def short(self, row: Row, field: str, longest: int) -> str:
        """Return words in one line, or leave them out where they are too long for their place."""
        text = " ".join(self.cells.text(row, self.part, field).split())
        if not is_told(text):
            return ""
        if len(text) > longest:
            column = self.cells.column(self.part, field)
            why = f"This is longer than {longest} letters."
            self.cells.left_out.append(LeftOut(row.number, column, text, why))
            return ""
        return text


def nation_of(scheme: str, text: str) -> str:
    """Return the register of charities that a number belongs to by its letters."""
    letters = re.match(r"[A-Z]*", text.strip().upper())
    nations = dict(NATIONS)
    if scheme == "GB-CHC" and letters and letters[0] in nations:
        return nations[letters[0]]
    return scheme


def joined_again(parts: list[str], name: str) -> list[str]:
    """Return names of a cell divided by commas, put together where a name has commas itself.

    Those have an “and”, and come twice in the cell in the same order, or are words of the
    organisation's own name where that has commas: “Armagh City, Banbridge and Craigavon”.
    """
    whole, found, start = folded(name).split() if "," in name else [], [], 0
    while start < len(parts):
        for end in range(min(len(parts), start + MOST_PARTS_OF_A_NAME), start + 1, -1):
            joined = folded(" ".join(parts[start:end]))
            if " and " in joined and (
                is_within(joined.split(), whole) or joined in others(parts, start, end)
            ):
                found.append(", ".join(parts[start:end]))
                start = end
                break
        else:
            found.append(parts[start])
            start += 1
    return found


def others(parts: list[str], start: int, end: int) -> set[str]:
    """Return every run of as many parts elsewhere in the cell."""
    width = end - start
    outside = [*range(start - width + 1), *range(end, len(parts) - width + 1)]
    return {folded(" ".join(parts[at : at + width])) for at in outside}


def is_within(words: list[str], whole: list[str]) -> bool:
    """Say whether words stand in a name in the same order, perhaps with others between."""
    rest = iter(whole)
    return len(words) > 1 and all(word in rest for word in words)
