"""Plan a list of what members put in, year by year, beside the members themselves."""

import re
from decimal import Decimal
from typing import Any

from joinedup.domain.fields.giving import LONGEST_WORDS, out_of_years, undescribed
from joinedup.domain.intake.groups import Group
from joinedup.domain.intake.planning import Planner
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LeftOut
from joinedup.domain.mappings.facts import Line, MemberLine
from joinedup.domain.mappings.mapping import Mapping, Part
from joinedup.domain.matching.known import body_at
from joinedup.domain.phrases.values import is_told, read_first_year
from joinedup.domain.phrases.words import label_of
from joinedup.domain.spreadsheets.table import Table

IN_HOURS = re.compile(r"\s*(?:hours?|hrs?|h)\.?$", re.IGNORECASE)
NO_YEAR = "Say in which year it is put in, such as 2024."
NO_SORT = "Say what is put in: money, hours or something else."
TWICE = "Another row tells another amount for the same year, sort and words."


def giving_part(mapping: Mapping) -> Part | None:
    """Return the part of a mapping that says what members put in, if any does."""
    parts = (part for part in mapping.members if {"year", "sort"} <= part.columns.keys())
    return next(parts, None)


class GivingPlanner(Planner):
    """Plans memberships and, for each row that says so, what the member puts in during a year."""

    def __init__(self, table: Table, mapping: Mapping, *rest: Any) -> None:
        self.part = giving_part(mapping) or Part()
        super().__init__(table, mapping, *rest)

    def membership(self, group: Group, line: Line, ref: str, member: MemberLine | None) -> None:
        """Plan one membership and what it puts in."""
        super().membership(group, line, ref, member)
        if member and any(is_told(text) for text in member.puts_in):
            self.contribution(group, line, ref, member)

    def contribution(self, group: Group, line: Line, ref: str, member: MemberLine) -> None:
        """Plan what a member puts in during one year, of one sort, in the same words."""
        if (told := self.told(line, member)) is None:
            return
        key = (group.ref, ref, str(told["year"]), told["sort"], told["words"])
        amount, known = told["amount"], self.known.contributions.get(key)
        step_ref, held = known or ("|".join(key), None)
        changed = known and amount is not None and amount != held
        there = self.here.get(f"contributions {step_ref}")
        if there and there.values["amount"] != amount:
            left = LeftOut(line.row, self.column("amount"), member.puts_in[2], TWICE)
            self.left_out.append(left)
        values = {"partnership": group.ref, "organisation": body_at(ref), **told}
        named = member.body.name
        if member.unit:
            values["unit"], named = member.unit, f"{member.unit}, {named}"
        outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED
        self.keep(
            Step(
                "contributions",
                outcome if known else Outcome.CREATED,
                step_ref,
                line.row,
                f"{named} in {group.name}, {told['year']}: {label_of('sort', told['sort'])}",
                values,
                {"amount": held} if changed else {},
            )
        )

    def told(self, line: Line, member: MemberLine) -> dict[str, Any] | None:
        """Return what a row tells of a contribution, once all that it needs is told."""
        cells = self.reading.cells
        year_told, sort_told, amount_told, words_told = member.puts_in
        said = read_first_year(year_told)
        year = cells.said(line.row, self.column("year"), year_told, said)
        sort = cells.code(line.row, self.column("sort"), sort_told, "sort")
        amount = self.amount(line, IN_HOURS.sub("", amount_told))
        words = cells.short(line.row, self.column("words"), words_told, LONGEST_WORDS)
        day = self.known.day
        wrong = {
            "year": NO_YEAR if not is_told(year_told) else None,
            "sort": NO_SORT if not is_told(sort_told) else undescribed(sort or "", words),
        }
        if year and day:
            wrong["year"] = out_of_years(year, day.year)
        for name, message in wrong.items():
            if message:
                cells.problem(line.row, self.column(name), message)
        if any(wrong.values()) or year is None or sort is None:
            return None
        return {"year": year, "sort": sort, "words": words, "amount": amount}

    def amount(self, line: Line, text: str) -> Decimal | None:
        """Return how much, in pounds or hours; what nobody has told is nothing."""
        return self.reading.cells.money(line.row, self.column("amount"), text)

    def column(self, name: str) -> str:
        """Return the column of a field as the table heads it."""
        return self.reading.cells.column(self.part, name)
