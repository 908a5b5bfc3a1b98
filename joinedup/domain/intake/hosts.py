"""Decide who administers each record: as the list tells, and never on behalf of others."""

from dataclasses import dataclass, field

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.groups import Group, Groups
from joinedup.domain.intake.steps import Outcome, Step
from joinedup.domain.mappings.asking import LEAVE_OUT, Choice, LeftOut
from joinedup.domain.mappings.facts import Line, Named
from joinedup.domain.matching.bodies import Bodies
from joinedup.domain.matching.known import Known

OURS = "ours"


@dataclass
class Hosts:
    """The hosts of one partnership after another, and the one that leads each."""

    known: Known
    groups: Groups
    bodies: Bodies
    steps: dict[str, Step] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def plan(self, group: Group) -> bool:
        """Plan the hosts of a partnership; say whether the partnership can go on.

        ``steps`` are then those of this partnership alone.
        """
        self.steps = {}
        told = [(line, ref) for line in group.lines for ref in self.refs_of(line.lead_host)]
        lead = self.lead_of(group, told)
        if lead is None:
            return False
        if lead:
            self.leads[group.ref] = lead
            self.add(group, group.lines[0], lead, is_lead=True)
        for line, ref in told:
            if ref != lead:
                self.beside_the_lead(group, line, ref, lead)
        others = [(line, body) for line in group.lines for body in line.other_hosts]
        for line, body in others:
            for ref in self.refs_of(body):
                self.add(group, line, ref, is_lead=False)
        if self.known.host and group.known is None:
            self.add(group, group.lines[0], self.known.host, is_lead=False)
        return True

    def lead_of(self, group: Group, told: list[tuple[Line, str]]) -> str | None:
        """Return the lead host: as known, as told or ours; None while that cannot be said."""
        if group.known and group.known.lead_host:
            return group.known.lead_host
        if not told:
            return self.known.host
        line, lead = told[0]
        if self.may_lead(lead):
            return lead
        return self.known.host if self.ask_for_others(group, line, lead) == OURS else None

    def refs_of(self, body: Named | None) -> tuple[str, ...]:
        """Return the bodies a row names as host."""
        return self.bodies.refs_of(body) if body else ()

    def may_lead(self, ref: str) -> bool:
        """Say whether whoever brings the list in may enter partnerships that a body leads.

        A body with officers of its own enters its own; for one with none, nobody else would.
        """
        if self.known.own is None or ref in self.known.own:
            return True
        known = self.known.organisation.get(ref)
        return known is None or not known.has_officers

    def ask_for_others(self, group: Group, line: Line, ref: str) -> str:
        """Return what to do with partnerships of a body that keeps its own register here."""
        name, ours = self.bodies.name_of(ref), self.bodies.name_of(self.known.host)
        answer = self.groups.ask(
            f"host:{folded(name).replace(' ', '-')}",
            group,
            (line.row,),
            f"{name} leads this and has its own partnership officers here. What should we do?",
            (
                Choice(OURS, f"Enter it with {ours} as lead host, and {name} as another host"),
                Choice(LEAVE_OUT, f"Leave it out, and ask {name} to enter it"),
            ),
        )
        if answer == LEAVE_OUT:
            why = f"{name} enters its own partnerships."
            self.left_out.append(LeftOut(line.row, line.column, group.name, why))
        return answer

    def beside_the_lead(self, group: Group, line: Line, ref: str, lead: str) -> None:
        """Enter another body named as lead beside the first, in a new record only."""
        if group.known is None:
            self.add(group, line, ref, is_lead=False)
        elif line.lead_host and ref not in group.known.hosts:
            name = self.bodies.name_of(lead)
            why = f"{name} is the lead host. Change it on the partnership’s page."
            body = line.lead_host
            self.left_out.append(LeftOut(line.row, body.column, body.name, why))

    def add(self, group: Group, line: Line, ref: str, *, is_lead: bool) -> None:
        """Plan one host, once."""
        there = group.known is not None and ref in group.known.hosts
        if group.known is not None and is_lead and not there and group.known.lead_host:
            return
        outcome = Outcome.UNCHANGED if there else Outcome.CREATED
        values = {"partnership": group.ref, "organisation": ref, "is_lead": is_lead}
        label = f"{self.bodies.name_of(ref)} hosts {group.name}"
        step = Step("hosts", outcome, f"{group.ref}|{ref}", line.row, label, values)
        self.steps.setdefault(step.ref, step)
