"""Plan an import: compare a list with the register as known, and say what would become of it.

Plain arithmetic: the same list, mapping, register and answers always give the same plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.aside import Aside
from joinedup.domain.intake.groups import Gathering, Group, Groups
from joinedup.domain.intake.hosts import Hosts
from joinedup.domain.intake.plan import Plan, Proposal, Reached, tell_nobody
from joinedup.domain.intake.records import Records
from joinedup.domain.intake.seats import Seats
from joinedup.domain.intake.steps import THINGS, Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, Decisions, LeftOut, Question
from joinedup.domain.mappings.facts import Line, MemberLine, Named, SeatLine
from joinedup.domain.mappings.lines import LineReader
from joinedup.domain.mappings.mapping import (
    HOST,
    MEMBER,
    MEMBERSHIPS,
    Mapping,
)
from joinedup.domain.matching.bodies import Bodies, Body
from joinedup.domain.matching.known import Known, KnownMembership, body_at, place_of
from joinedup.domain.phrases.values import in_words
from joinedup.domain.spreadsheets.table import Table


def plan(table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> Plan:
    """Return what importing a list of partnerships or memberships would do; writes nothing."""
    return Planner(table, mapping, known, decisions).plan()


def named_in(lines: Iterable[Line]) -> Iterator[Named]:
    """Yield every body that rows name, in any part."""
    for line in lines:
        yield from (member.body for member in line.members)
        if line.lead_host:
            yield line.lead_host
        yield from line.other_hosts
        if line.accountable_body:
            yield line.accountable_body
        yield from (seat.body for seat in line.seats if seat.body)


class Planner:
    """Plans one import, partnership after partnership; ``steps`` is gone through once."""

    def __init__(
        self,
        table: Table,
        mapping: Mapping,
        known: Known,
        decisions: Decisions,
        reached: Reached = tell_nobody,
    ) -> None:
        self.reached = reached
        self.table, self.known, self.decisions = table, known, decisions
        self.kind, self.used = mapping.kind, {folded(heading) for heading in mapping.used()}
        self.reading = LineReader(table, mapping, decisions, known.knows)
        self.gathering = Gathering(known)
        self.bodies = Bodies(named_in(self.gathered()), known, decisions)
        self.groups = Groups(self.gathering, decisions)
        self.records = Records(known, self.groups, self.bodies)
        self.hosts = Hosts(known, self.groups, self.bodies)
        self.seats = Seats(known, decisions)
        self.here: dict[str, Step] = {}
        self.taking_part: set[str] = set()
        self.left_out: list[LeftOut] = []
        self.gone: set[LeftOut] = set()
        self.proposals: dict[str, Proposal] = {}
        self.waiting, self.places = Aside(), defaultdict[tuple[bool, bool], list[int]](list)
        self.given_a_place = 0

    def plan(self) -> Plan:
        """Return the plan of the whole list, what others refer to first."""
        order = {thing: place for place, thing in enumerate(THINGS)}
        return self.ended(sorted(self.steps(), key=lambda step: order[step.thing]))

    def gathered(self) -> Iterator[Line]:
        """Yield the lines as they are read, each put aside until its partnership's turn."""
        for line in self.reading.lines():
            self.gathering.gather(line)
            yield line
            self.reached(1)

    def steps(self) -> Iterator[Step]:
        """Yield what becomes of each thing: one partnership after another, people, bodies."""
        for group in self.groups.groups:
            yield from self.partnership(group)
            self.reached(len(group.rows))
        # What one row tells, another may leave out: those with address and part come first.
        for telling in sorted(self.places):
            for place in self.waiting.take(self.places[telling]):
                yield from self.seats.seat(*place)
        for ref, told in self.bodies.told_of().items():
            if ref in self.taking_part:
                yield self.organisation(ref, told)

    def ended(self, steps: Sequence[Step] = ()) -> Plan:
        """Return what was found besides the steps, once they have been gone through."""
        cells, bodies, groups = self.reading.cells, self.bodies, self.groups
        return Plan(
            rows=len(self.table.rows),
            steps=tuple(steps),
            problems=(*cells.problems, *self.records.problems),
            questions=tuple(sorted(self.questions(), key=lambda question: question.row)),
            left_out=(
                *cells.left_out,
                *groups.left_out,
                *bodies.left_out,
                *self.seats.left_out,
                *self.records.left_out,
                *self.hosts.left_out,
                *self.left_out,
            ),
            notes=(*self.table.notes, *cells.notes, *groups.notes, *bodies.notes, *self.notes()),
            proposals=tuple(self.proposals.values()),
        )

    def questions(self) -> Iterator[Question]:
        """Yield everything that has to be asked."""
        yield from self.reading.cells.questions
        yield from self.groups.questions
        yield from self.bodies.questions
        yield from self.seats.questions.values()

    def notes(self) -> list[str]:
        """Return what was taken for granted while planning, and what is not brought in."""
        notes = []
        if self.given_a_place:
            one = self.given_a_place == 1
            many = "1 lead host was" if one else f"{self.given_a_place} lead hosts were"
            notes.append(
                f"{many} entered as {'a member' if one else 'members'}, because the file "
                f"names a person who speaks for {'it' if one else 'them'}."
            )
        if unread := [
            f"“{column}”" for column in self.table.columns if folded(column) not in self.used
        ]:
            notes.append(f"Columns that are not brought in: {', '.join(unread)}.")
        return notes

    def keep(self, step: Step) -> None:
        """Keep one step for each thing that there is of a partnership."""
        self.here.setdefault(f"{step.thing} {step.ref}", step)

    def organisation(self, ref: str, told: list[Body]) -> Step:
        """Return what becomes of one body."""
        known, row = self.known.organisation.get(ref), min(body.rows[0] for body in told)
        sector = next((body.sector for body in told if body.sector), "")
        numbers = tuple(dict.fromkeys(body.identifier for body in told if body.identifier))
        name = self.bodies.name_of(ref)
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
        before = {"sector": "UNTOLD"} if "sector" in changed else {}
        return Step("organisations", outcome, ref, row, known.name, changed, before)

    def partnership(self, group: Group) -> Iterator[Step]:
        """Plan one partnership with its hosts, members and score; its people wait."""
        self.here = {}
        if self.records.refuse_foreign(group) or not self.hosts.plan(group):
            return
        self.keep(self.records.step(group))
        for step in self.hosts.steps.values():
            self.keep(step)
        self.members(group)
        self.score(group)
        for step in self.here.values():
            named = (step.values.get(name) for name in ("organisation", "accountable_body"))
            self.taking_part |= {ref for ref in named if ref}
            yield step

    def members(self, group: Group) -> None:
        """Plan the members of a partnership and the people who speak for them."""
        told = [(line, member) for line in group.lines for member in line.members]
        for line, member in told:
            if not self.has_left(line, member) and self.is_confirmed(group, line, member):
                for ref in self.bodies.refs_of(member.body):
                    self.membership(group, line, self.place_for(ref, member), member)
        for line in group.lines:
            for seat in line.seats:
                self.place(group, line, seat)

    def has_left(self, line: Line, member: MemberLine) -> bool:
        """Leave out a member of whom the list says that it left, and say whether it did."""
        ends = member.told.get("to_on")
        if not (ends and self.known.day and ends < self.known.day):
            return False
        why = f"It left on {in_words(ends)}. Only those who belong now are entered."
        left = LeftOut(line.row, member.body.column, member.body.name, why)
        self.left_out.extend({left} - self.gone)
        self.gone.add(left)
        return True

    def place_for(self, ref: str, member: MemberLine) -> str:
        """Return the place of a body, or of the part of it that joins, named as the list does."""
        place = place_of(ref, member.unit)
        if member.unit:
            self.seats.units[place] = member.unit
        return place

    def place(self, group: Group, line: Line, seat: SeatLine) -> None:
        """Plan one person's place; who speaks for the lead host makes it a member."""
        for ref in self.speaking(group, line, seat):
            if f"memberships {group.ref}|{ref}" not in self.here:
                self.given_a_place += 1
                self.membership(group, line, ref, None)
            place = self.waiting.put((seat, group.ref, ref, group.name))
            self.places[not seat.email, not seat.capacity].append(place)

    def is_confirmed(self, group: Group, line: Line, member: MemberLine) -> bool:
        """Say whether a member is entered; one read from prose may be left out by a person."""
        refs = self.bodies.refs_of(member.body)
        if self.kind == MEMBERSHIPS or not refs:
            return True
        name = member.body.name
        key = f"member:{group.slug}:{folded(name).replace(' ', '-')}"
        left = self.decisions.get(key) == LEAVE_OUT
        means = " and ".join(self.bodies.name_of(ref) for ref in refs)
        is_new = any(ref.startswith("new:") for ref in refs)
        reason = member.body.reason
        self.proposals.setdefault(
            key, Proposal(key, group.name, line.row, name, means, is_new, reason, left)
        )
        if left:
            self.left_out.append(LeftOut(line.row, member.body.column, name, "You left it out."))
        return not left

    def speaking(self, group: Group, line: Line, seat: SeatLine) -> tuple[str, ...]:
        """Return the member a person speaks for."""
        if seat.body:
            return self.bodies.refs_of(seat.body)[:1]
        if seat.speaks_for == MEMBER:
            return tuple(
                self.place_for(ref, member)
                for member in line.members[:1]
                if not self.has_left(line, member)
                for ref in self.bodies.refs_of(member.body)[:1]
            )
        if seat.speaks_for == HOST:
            return tuple(filter(None, [self.hosts.leads.get(group.ref)]))
        return ()

    def membership(self, group: Group, line: Line, ref: str, member: MemberLine | None) -> None:
        """Plan one membership; ``ref`` is the place of a body, or of the part of it that joins."""
        known = self.known.memberships.get((group.ref, ref))
        told = self.members_told(line, member, known) if member else {}
        changed = {name: v for name, v in told.items() if known and getattr(known, name) != v}
        values = {"partnership": group.ref, "organisation": body_at(ref)}
        named = self.bodies.name_of(body_at(ref))
        if member and member.unit:
            values["unit"], named = member.unit, f"{member.unit}, {named}"
        self.keep(
            Step(
                "memberships",
                outcome_of(known, changed),
                f"{group.ref}|{ref}",
                line.row,
                f"{named} in {group.name}",
                values | (changed if known else told),
                {name: getattr(known, name) for name in changed},
            )
        )

    def members_told(
        self, line: Line, member: MemberLine, known: KnownMembership | None
    ) -> dict[str, Any]:
        """Return what a row tells of a membership; a known one is ended on its own page."""
        told = {"standing": member.standing, "from_on": member.from_on, **member.told}
        told = {name: value for name, value in told.items() if value}
        if known and told.get("to_on", known.to_on) != known.to_on:
            until = f"Until {in_words(told.pop('to_on'))}"
            why = "Until when a member belongs is changed on the partnership’s page."
            self.left_out.append(LeftOut(line.row, member.body.column, until, why))
        return told

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
            before = dict(zip(("overall", "band"), known or (), strict=False))
            self.keep(Step("scores", outcome, ref, line.row, label, values, before))


def outcome_of(known: KnownMembership | tuple[Any, ...] | None, changed: Any) -> Outcome:
    """Return what becomes of a thing, by whether it is known and whether it changes."""
    if known is None:
        return Outcome.CREATED
    return Outcome.UPDATED if changed else Outcome.UNCHANGED
