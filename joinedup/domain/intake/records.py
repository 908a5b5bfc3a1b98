"""Decide what the shared record of a partnership will hold: told, agreed and possible."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.fields.kinds import IN_ORDER
from joinedup.domain.intake.groups import Group, Groups
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, LeftOut, Problem
from joinedup.domain.matching.bodies import Bodies
from joinedup.domain.matching.known import Known, KnownPartnership
from joinedup.domain.phrases.values import in_words
from joinedup.domain.phrases.words import label_of
from joinedup.domain.spreadsheets.table import clean_cell

# A partnership that already runs was agreed before Joined Up; it never looks unauthorised.
AGREED_BEFORE = {"ACTIVE", "CLOSING", "CLOSED"}
NOT_BY_YOU = "Only an officer or manager of the lead host decides its tier."
TO_COME = "This is the day on which it did end. Put a day to come under when it is to end."
NO_BODY = "The list says that no body answers for its money."
# What is added to what is there, and so has nothing before it to be put back.
ADDED = ("other_names", "themes")


@dataclass
class Records:
    """All shared records of a list."""

    known: Known
    groups: Groups
    bodies: Bodies
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
            self.check_days(group, values, values)
            return Step("partnerships", Outcome.CREATED, group.ref, row, group.name, values)
        self.leave_state(group, values)
        self.leave_tier(group, known, values)
        self.check_days(group, values, known.values | values)
        values = {name: v for name, v in values.items() if differs(known, name, v)}
        held = known.values | {"reference": known.reference, "area": known.area_code}
        before = {name: held.get(name) for name in values if name not in ADDED}
        before = {name: None if old == "" else old for name, old in before.items()}
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
            for ref in self.bodies.refs_of(line.accountable_body) if line.accountable_body else ():
                told.setdefault("accountable_body", []).append((line.row, ref))
        values = {
            name: self.groups.agreed(group, name, rows, self.shown(name))
            for name, rows in told.items()
        }
        self.settle_money(group, values)
        themes = {folded(name): name for line in group.lines for name in line.themes}
        if themes:
            values["themes"] = tuple(themes.values())
        names = {folded(name): name for line in group.lines for name in line.other_names}
        names |= {folded(alias): alias for alias in group.aliases}
        names.pop(folded(group.known.name if group.known else group.name), None)
        if names:
            values["other_names"] = tuple(names.values())
        return {name: value for name, value in values.items() if value is not None}

    def shown(self, name: str) -> Callable[[str], str]:
        """Return how a value of a field reads in a question."""
        return self.bodies.name_of if name == "accountable_body" else str

    def settle_money(self, group: Group, values: dict[str, Any]) -> None:
        """Take a named body for a yes to whether any answers for the money; a no keeps it out."""
        ref = values.get("accountable_body")
        if ref and values.setdefault("has_accountable_body", "YES") == "NO":
            self.leave(group, self.bodies.name_of(ref), NO_BODY)
            del values["accountable_body"]

    def leave_tier(self, group: Group, known: KnownPartnership, values: dict[str, Any]) -> None:
        """Leave a tier out that was worked out here, or that others decide.

        A new tier without a reason does not keep the reason for the old one.
        """
        told = {name: values[name] for name in ("tier", "tier_because") if name in values}
        changed = {name: value for name, value in told.items() if differs(known, name, value)}
        if changed and (known.judged_on or not known.may_judge):
            on = in_words(known.judged_on) if known.judged_on else ""
            why = f"Its tier was worked out here on {on}. Work it out anew on its page."
            text = changed.get("tier_because") or label_of("tier", changed["tier"])
            self.leave(group, text, why if known.may_judge else NOT_BY_YOU)
            for name in told:
                del values[name]
        elif "tier" in changed:
            values.setdefault("tier_because", "")

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

    def check_days(self, group: Group, told: dict[str, Any], values: dict[str, Any]) -> None:
        """Refuse days that cannot follow one another, those in the register included."""
        for first, second, message in IN_ORDER:
            early, late = values.get(first), values.get(second)
            if early and late and late < early:
                self.refuse(group, told, second if second in told else first, message)
        ended = told.get("ended_on")
        if ended and self.known.day and ended > self.known.day:
            self.refuse(group, told, "ended_on", TO_COME)

    def refuse(self, group: Group, told: dict[str, Any], name: str, message: str) -> None:
        """Name a day that cannot be, or leave it out where a person has decided so."""
        line = group.lines[0]
        if self.groups.decisions.get("problems") == LEAVE_OUT:
            if name in told:
                self.leave(group, in_words(told.pop(name)), message)
        else:
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
    if name == "themes":
        there = {folded(theme) for theme in known.themes}
        return any(folded(theme) not in there for theme in value)
    if name == "area":
        return bool(known.area_code != value[0])
    if name == "reference":
        return bool(known.reference != value)
    kept = known.values.get(name, "" if value == "" else None)
    # What nobody can see, such as how a line ends, is not kept in a file and changes nothing.
    return bool(kept != value and not (isinstance(kept, str) and clean_cell(kept) == value))
