"""Decide what the shared record of a partnership will hold: told, agreed and possible."""

from dataclasses import dataclass, field
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.groups import Group, Groups
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LeftOut, Problem
from joinedup.domain.matching.known import Known, KnownPartnership
from joinedup.domain.phrases.words import label_of
from joinedup.domain.spreadsheets.table import clean_cell

# A partnership that already runs was agreed before Joined Up; it never looks unauthorised.
AGREED_BEFORE = {"ACTIVE", "CLOSING", "CLOSED"}
ORDERED = (
    ("starts_on", "ends_on", "It ends before it starts. Check both dates."),
    ("agreement_signed_on", "agreement_ends_on", "The agreement ends before it was signed."),
)


@dataclass
class Records:
    """All shared records of a list."""

    known: Known
    groups: Groups
    problems: list[Problem] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    references: set[str] = field(default_factory=set)

    def step(self, group: Group) -> Step:
        """Return what becomes of one shared record."""
        known, row = group.known, group.rows[0]
        values = self.told(group)
        self.check_reference(group, values)
        if known is None:
            state = values.setdefault("state", "ACTIVE")
            values |= {"name": group.name, "agreed_before": state in AGREED_BEFORE}
            self.check_order(group, values)
            return Step("partnerships", Outcome.CREATED, group.ref, row, group.name, values)
        self.leave_state(group, values)
        self.check_order(group, known.values | values)
        values = {name: v for name, v in values.items() if differs(known, name, v)}
        held = known.values | {"reference": known.reference, "area": known.area_code}
        before = {name: held.get(name) or None for name in values if name != "other_names"}
        outcome = Outcome.UPDATED if values else Outcome.UNCHANGED
        return Step("partnerships", outcome, group.ref, row, known.name, values, before)

    def refuse_foreign(self, group: Group) -> bool:
        """Leave out a partnership that only others may change; say whether it was."""
        known = group.known
        if known is None or known.may_change:
            return False
        why = f"Only those who keep its record at {known.kept_by or 'its lead host'} can change it."
        self.left_out += [LeftOut(line.row, line.column, group.name, why) for line in group.lines]
        return True

    def told(self, group: Group) -> dict[str, Any]:
        """Return what the rows of a partnership agree on, field by field."""
        told: dict[str, list[tuple[int, Any]]] = {}
        for line in group.lines:
            for name, value in line.values.items():
                told.setdefault(name, []).append((line.row, value))
            if line.area:
                told.setdefault("area", []).append((line.row, line.area))
        values = {name: self.groups.agreed(group, name, rows) for name, rows in told.items()}
        names = {folded(name): name for line in group.lines for name in line.other_names}
        names |= {folded(alias): alias for alias in group.aliases}
        names.pop(folded(group.known.name if group.known else group.name), None)
        if names:
            values["other_names"] = tuple(names.values())
        return {name: value for name, value in values.items() if value is not None}

    def leave_state(self, group: Group, values: dict[str, Any]) -> None:
        """Leave out another state: a record moves on its own page, with the reason."""
        known, state = group.known, values.pop("state", None)
        if known and state and state != known.values.get("state"):
            why = "The register has another state. Move the partnership on its own page."
            self.leave(group, f"{group.name}: {label_of('state', state)}", why)

    def check_reference(self, group: Group, values: dict[str, Any]) -> None:
        """Leave out a reference that another partnership has."""
        reference = values.get("reference")
        own = group.known.reference if group.known else ""
        if reference is None or reference == own:
            return
        if reference in self.known.references | self.references:
            self.leave(group, reference, "Another partnership has this reference.")
            del values["reference"]
        self.references.add(reference)

    def check_order(self, group: Group, values: dict[str, Any]) -> None:
        """Refuse days that cannot follow one another, those in the register included."""
        for first, second, message in ORDERED:
            early, late = values.get(first), values.get(second)
            if early and late and late < early:
                line = group.lines[0]
                self.problems.append(Problem(line.row, line.column, message))

    def leave(self, group: Group, text: str, why: str) -> None:
        """Leave words out, in the first row of a partnership."""
        line = group.lines[0]
        self.left_out.append(LeftOut(line.row, line.column, text, why))


def differs(known: KnownPartnership, name: str, value: Any) -> bool:
    """Say whether the register holds something else than the list tells."""
    if name == "other_names":
        there = {folded(other) for other in known.other_names}
        return any(folded(other) not in there for other in value)
    if name == "area":
        return bool(known.area_code != value[0])
    if name == "reference":
        return bool(known.reference != value)
    kept = known.values.get(name)
    # What nobody can see, such as how a line ends, is not kept in a file and changes nothing.
    return bool(kept != value and not (isinstance(kept, str) and clean_cell(kept) == value))
