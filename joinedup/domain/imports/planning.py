"""Plan an import: compare a list with the register as known, and say what would become of it.

Plain arithmetic: the same list, mapping, register and answers always give the same plan.
"""

from collections.abc import Iterator
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.imports.groups import Group, Groups
from joinedup.domain.imports.plan import THINGS, Outcome, Plan, Step
from joinedup.domain.imports.seats import Seats
from joinedup.domain.mappings.asking import Decisions, LeftOut
from joinedup.domain.mappings.facts import Line, MemberLine, Named, SeatLine
from joinedup.domain.mappings.lines import read_lines
from joinedup.domain.mappings.mapping import HOST, MEMBER, Mapping
from joinedup.domain.mappings.words import label_of
from joinedup.domain.matching.bodies import Bodies, Body
from joinedup.domain.matching.known import Known, KnownMembership
from joinedup.domain.spreadsheets.table import Table

# A partnership that already runs was agreed before Joined Up; it never looks unauthorised.
AGREED_BEFORE = {"ACTIVE", "CLOSING", "CLOSED"}


def plan(table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> Plan:
    """Return what importing a list would do under the decisions made so far."""
    return Planner(table, mapping, known, decisions).plan()


def named_in(lines: tuple[Line, ...]) -> Iterator[Named]:
    """Yield every body that rows name, in any part."""
    for line in lines:
        yield from (member.body for member in line.members)
        if line.lead_host:
            yield line.lead_host
        yield from line.other_hosts
        yield from (seat.body for seat in line.seats if seat.body)


class Planner:
    """Plans one import, thing after thing."""

    def __init__(self, table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> None:
        self.table, self.known = table, known
        self.reading = read_lines(table, mapping, decisions, known.knows)
        self.bodies = Bodies(named_in(self.reading.lines), known, decisions)
        self.groups = Groups(self.reading.lines, known, decisions)
        self.seats = Seats(known, decisions)
        self.steps: dict[str, dict[str, Step]] = {thing: {} for thing in THINGS}
        self.left_out: list[LeftOut] = []
        self.leads: dict[str, str] = {}
        self.given_a_place = 0

    def plan(self) -> Plan:
        """Return the plan of the whole list."""
        for group in self.groups.groups:
            self.partnership(group)
        used = {step.values["organisation"] for step in self.steps["memberships"].values()}
        used |= {step.values["organisation"] for step in self.steps["hosts"].values()}
        for ref, told in self.bodies.told_of().items():
            if ref in used:
                self.keep(self.organisation(ref, told))
        self.steps["people"] = dict(self.seats.people)
        self.steps["seats"] = {"|".join(place): step for place, step in self.seats.seats.items()}
        reading, bodies, groups = self.reading, self.bodies, self.groups
        return Plan(
            rows=len(self.table.rows),
            steps=tuple(step for thing in THINGS for step in self.steps[thing].values()),
            problems=reading.problems,
            questions=(
                *reading.questions,
                *groups.questions,
                *bodies.questions,
                *self.seats.questions.values(),
            ),
            left_out=(
                *reading.left_out,
                *groups.left_out,
                *bodies.left_out,
                *self.seats.left_out,
                *self.left_out,
            ),
            notes=(*self.table.notes, *reading.notes, *groups.notes, *bodies.notes, *self.notes()),
        )

    def notes(self) -> list[str]:
        """Return what was taken for granted while planning."""
        if not self.given_a_place:
            return []
        return [
            f"{self.given_a_place} lead hosts were entered as members, "
            "because the file names a person who speaks for them."
        ]

    def keep(self, step: Step) -> None:
        """Keep one step for each thing there is."""
        self.steps[step.thing].setdefault(step.ref, step)

    def organisation(self, ref: str, told: list[Body]) -> Step:
        """Return what becomes of one body."""
        known, row = self.known.organisation.get(ref), min(body.rows[0] for body in told)
        sector = next((body.sector for body in told if body.sector), "")
        numbers = tuple(dict.fromkeys(body.identifier for body in told if body.identifier))
        name = self.name_of(ref)
        there = {folded(other) for other in (name, *(known.other_names if known else ()))}
        aliases = {folded(body.name): body.name for body in told if body.is_alias}
        also = tuple(alias for fold, alias in aliases.items() if fold not in there)
        if known is None:
            values: dict[str, Any] = {"name": name, "sector": sector, "identifiers": numbers}
            values["other_names"] = also
            return Step("organisations", Outcome.CREATED, ref, row, name, values)
        changed: dict[str, Any] = {"other_names": also} if also else {}
        if sector and known.sector in ("", "UNTOLD"):
            changed["sector"] = sector
        if added := tuple(number for number in numbers if number not in known.identifiers):
            changed["identifiers"] = added
        outcome = Outcome.UPDATED if changed else Outcome.UNCHANGED
        return Step("organisations", outcome, ref, row, known.name, changed)

    def partnership(self, group: Group) -> None:
        """Plan one partnership with its hosts, members, people and score."""
        known = group.known
        values = self.told_values(group)
        if known and not known.may_change:
            self.refuse_foreign(group)
            return
        if known is None:
            state = values.setdefault("state", "ACTIVE")
            values |= {"name": group.name, "agreed_before": state in AGREED_BEFORE}
            outcome, before = Outcome.CREATED, {}
        else:
            self.leave_state(group, values)
            values = {name: v for name, v in values.items() if self.differs(group, name, v)}
            before = {name: known.values.get(name) for name in values}
            outcome = Outcome.UPDATED if values else Outcome.UNCHANGED
        row = group.rows[0]
        self.keep(Step("partnerships", outcome, group.ref, row, group.name, values, before))
        self.hosts(group)
        self.members(group)
        self.score(group)

    def refuse_foreign(self, group: Group) -> None:
        """Leave out a partnership that only others may change."""
        known = group.known
        kept_by = known.kept_by if known else ""
        why = f"Only the officers of {kept_by or 'its lead host'} can change it."
        self.left_out += [LeftOut(line.row, line.column, group.name, why) for line in group.lines]

    def told_values(self, group: Group) -> dict[str, Any]:
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

    def differs(self, group: Group, name: str, value: Any) -> bool:
        """Say whether the register holds something else than the list tells."""
        known = group.known
        if known is None:
            return True
        if name == "other_names":
            return any(
                all(
                    one.key != known.key for one in self.known.partnerships_named.get(folded(n), ())
                )
                for n in value
            )
        if name == "area":
            return bool(known.area_code != value[0])
        if name == "reference":
            return bool(known.reference != value)
        return bool(known.values.get(name) != value)

    def leave_state(self, group: Group, values: dict[str, Any]) -> None:
        """Leave out another state: a record moves on its own page, with the reason."""
        known = group.known
        state = values.pop("state", None)
        if known and state and state != known.values.get("state"):
            why = "The register has another state. Move the partnership on its own page."
            line = group.lines[0]
            self.left_out.append(
                LeftOut(line.row, line.column, f"{group.name}: {label_of('state', state)}", why)
            )

    def hosts(self, group: Group) -> None:
        """Plan who administers the record."""
        known = group.known
        if known and known.lead_host:
            self.leads[group.ref] = known.lead_host
        for line in group.lines:
            for ref in self.bodies.refs_of(line.lead_host) if line.lead_host else ():
                self.lead_host(group, line, ref)
            for body in line.other_hosts:
                for ref in self.bodies.refs_of(body):
                    self.host(group, line, ref, is_lead=False)

    def lead_host(self, group: Group, line: Line, ref: str) -> None:
        """Plan the lead host, unless there is another one already."""
        lead = self.leads.setdefault(group.ref, ref)
        if ref == lead:
            self.host(group, line, ref, is_lead=True)
        elif line.lead_host:
            why = f"{self.name_of(lead)} is the lead host. Change it on the partnership’s page."
            body = line.lead_host
            self.left_out.append(LeftOut(line.row, body.column, body.name, why))

    def host(self, group: Group, line: Line, ref: str, *, is_lead: bool) -> None:
        """Plan one host."""
        there = group.known is not None and ref in group.known.hosts
        outcome = Outcome.UNCHANGED if there else Outcome.CREATED
        values = {"partnership": group.ref, "organisation": ref, "is_lead": is_lead}
        label = f"{self.name_of(ref)} hosts {group.name}"
        self.keep(Step("hosts", outcome, f"{group.ref}|{ref}", line.row, label, values))

    def members(self, group: Group) -> None:
        """Plan the members of a partnership and the people who speak for them."""
        for line in group.lines:
            for member in line.members:
                for ref in self.bodies.refs_of(member.body):
                    self.membership(group, line, ref, member)
        for line in group.lines:
            for seat in line.seats:
                for ref in self.speaking(group, line, seat):
                    if f"{group.ref}|{ref}" not in self.steps["memberships"]:
                        self.given_a_place += 1
                        self.membership(group, line, ref, None)
                    self.seats.seat(seat, group.ref, ref, group.name)

    def speaking(self, group: Group, line: Line, seat: SeatLine) -> tuple[str, ...]:
        """Return the member a person speaks for."""
        if seat.body:
            return self.bodies.refs_of(seat.body)[:1]
        if seat.speaks_for == MEMBER:
            refs = [ref for member in line.members[:1] for ref in self.bodies.refs_of(member.body)]
            return tuple(refs[:1])
        if seat.speaks_for == HOST:
            return tuple(filter(None, [self.leads.get(group.ref)]))
        return ()

    def membership(self, group: Group, line: Line, ref: str, member: MemberLine | None) -> None:
        """Plan one membership."""
        told: dict[str, Any] = {}
        if member and member.standing:
            told["standing"] = member.standing
        if member and member.from_on:
            told["from_on"] = member.from_on
        known = self.known.memberships.get((group.ref, ref))
        changed = {name: v for name, v in told.items() if known and getattr(known, name) != v}
        values = {"partnership": group.ref, "organisation": ref} | (changed if known else told)
        label = f"{self.name_of(ref)} in {group.name}"
        self.keep(
            Step(
                "memberships",
                outcome_of(known, changed),
                f"{group.ref}|{ref}",
                line.row,
                label,
                values,
            )
        )

    def score(self, group: Group) -> None:
        """Plan the reported scores of a partnership."""
        for line in group.lines:
            if line.score is None:
                continue
            told = (line.score.overall, line.score.band)
            known = self.known.scores.get((group.ref, line.score.year))
            outcome = Outcome.CREATED if known is None else outcome_of(known, known != told)
            values = {"partnership": group.ref, "year": line.score.year}
            values |= {"overall": told[0], "band": told[1]}
            label = f"{group.name}, {line.score.year}"
            ref = f"{group.ref}|{line.score.year}"
            self.keep(Step("scores", outcome, ref, line.row, label, values))

    def name_of(self, ref: str) -> str:
        """Return the name of a body, known or new."""
        known = self.known.organisation.get(ref)
        return known.name if known else self.bodies.new[ref].name


def outcome_of(known: KnownMembership | tuple[Any, ...] | None, changed: Any) -> Outcome:
    """Return what becomes of a thing, by whether it is known and whether it changes."""
    if known is None:
        return Outcome.CREATED
    return Outcome.UPDATED if changed else Outcome.UNCHANGED
