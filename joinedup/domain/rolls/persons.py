"""Plan a list of people: places on partnerships that are known, and whom to ask for at a body."""

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.groups import Gathering, Group, Groups
from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.seats import Seats
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, NEW, Choice, Decisions, LeftOut
from joinedup.domain.mappings.cells import Cells
from joinedup.domain.mappings.facts import Line, PersonLine, SeatLine
from joinedup.domain.mappings.mapping import MEMBER, Mapping
from joinedup.domain.matching.bodies import Bodies, Body
from joinedup.domain.matching.known import Known
from joinedup.domain.rolls.reading import PersonReader
from joinedup.domain.spreadsheets.table import Table


class PersonPlanner:
    """Plans one list of people. It gives nobody access: posts are granted on the pages alone."""

    def __init__(self, table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> None:
        self.table, self.known = table, known
        self.cells = Cells(table, decisions, mapping)
        self.lines = list(PersonReader(self.cells, mapping).lines())
        self.bodies = Bodies(
            (line.organisation for line in self.lines if line.organisation), known, decisions
        )
        sitting = [line for line in self.lines if line.partnership]
        gathering = Gathering(known)
        for line in sitting:
            gathering.gather(Line(line.row, line.partnership, line.column))
        self.groups = Groups(gathering, decisions)
        self.at_row = {row: group for group in self.groups.groups for row in group.rows}
        self.seats = Seats(known, decisions)
        self.placed: list[Step] = []
        self.left_out: list[LeftOut] = []
        self.memberships: dict[str, Step] = {}
        self.contacts: dict[str, Step] = {}
        self.used: set[str] = set()

    def plan(self) -> Plan:
        """Return the plan of the whole list."""
        for line in sorted(self.lines, key=lambda line: not line.email):
            self.person(line)
        told = self.bodies.told_of()
        organisations = [self.organisation(ref, told[ref]) for ref in told if ref in self.used]
        cells, seats = self.cells, self.seats
        questions = [
            *(*cells.questions, *self.bodies.questions, *self.groups.questions),
            *seats.questions.values(),
        ]
        return Plan(
            rows=len(self.table.rows),
            steps=(
                *organisations,
                *self.memberships.values(),
                *(step for step in self.placed if step.thing == "people"),
                *(step for step in self.placed if step.thing == "seats"),
                *self.contacts.values(),
            ),
            problems=tuple(cells.problems),
            questions=tuple(sorted(questions, key=lambda question: question.row)),
            left_out=(
                *(*cells.left_out, *self.bodies.left_out, *self.groups.left_out),
                *(*seats.left_out, *self.left_out),
            ),
            notes=(*self.table.notes, *cells.notes, *self.groups.notes, *self.bodies.notes),
        )

    def person(self, line: PersonLine) -> None:
        """Plan what becomes of one person."""
        refs = self.bodies.refs_of(line.organisation) if line.organisation else ()
        if line.organisation is None:
            self.leave(line, "The row does not say which organisation they belong to.")
        for ref in refs[:1]:
            group = self.at_row.get(line.row)
            if line.partnership and group:
                self.place(line, ref, group)
            if line.title or not line.partnership:
                self.contact(line, ref)

    def place(self, line: PersonLine, organisation: str, group: Group) -> None:
        """Give a person a place on a known partnership of which their organisation is a member."""
        known = group.known
        if known is None:
            why = f"There is no partnership called “{line.partnership}” in the register."
            self.leave(line, f"{why} Bring it in first.")
        elif not known.may_change:
            keeper = known.kept_by or "its lead host"
            self.leave(line, f"Only those who keep its record at {keeper} can change it.")
        elif self.is_member(line, organisation, group):
            self.used.add(organisation)
            seat = SeatLine(line.name, line.email, line.capacity, MEMBER, line.row, line.column)
            fresh = self.seats.seat(seat, group.ref, organisation, known.name)
            for step in fresh:
                if line.phone and step.thing == "people" and step.outcome == Outcome.CREATED:
                    step.values["phone"] = line.phone
            self.placed += fresh

    def is_member(self, line: PersonLine, organisation: str, group: Group) -> bool:
        """Say whether an organisation is a member, entering it as one where a person says so."""
        pair = f"{group.ref}|{organisation}"
        if (group.ref, organisation) in self.known.memberships or pair in self.memberships:
            return True
        name = self.bodies.name_of(organisation)
        answer = self.groups.ask(
            f"joins:{group.slug}:{folded(name).replace(' ', '-')}",
            group,
            (line.row,),
            f"{name} is not a member of {group.name}. Should it be?",
            (
                Choice(NEW, f"Yes, enter {name} as a member"),
                Choice(LEAVE_OUT, "No, leave its people out there"),
            ),
        )
        if answer == LEAVE_OUT:
            self.leave(line, f"{name} is not a member of {group.name}.")
        if answer != NEW:
            return False
        values = {"partnership": group.ref, "organisation": organisation}
        label = f"{name} in {group.name}"
        self.memberships[pair] = Step("memberships", Outcome.CREATED, pair, line.row, label, values)
        return True

    def contact(self, line: PersonLine, organisation: str) -> None:
        """Enter a person as one to ask for at their organisation, once."""
        self.used.add(organisation)
        ref = f"{organisation}|{folded(line.name)}"
        there = (organisation, folded(line.name)) in self.known.contacts
        outcome = Outcome.UNCHANGED if there else Outcome.CREATED
        values = {
            "organisation": organisation,
            "name": line.name,
            "title": line.title,
            "email": line.email,
            "phone": line.phone,
        }
        label = f"{line.name}, {self.bodies.name_of(organisation)}"
        step = Step("contacts", outcome, ref, line.row, label, values)
        self.contacts.setdefault(ref, step)

    def organisation(self, ref: str, told: list[Body]) -> Step:
        """Return what becomes of a body that people belong to: entered, or as it is."""
        name, row = self.bodies.name_of(ref), min(body.rows[0] for body in told)
        if ref in self.known.organisation:
            return Step("organisations", Outcome.UNCHANGED, ref, row, name)
        values = {"name": name, "sector": "", "identifiers": (), "other_names": ()}
        return Step("organisations", Outcome.CREATED, ref, row, name, values)

    def leave(self, line: PersonLine, why: str) -> None:
        """Leave a person out, and say why."""
        self.left_out.append(LeftOut(line.row, line.column, line.name, why))
