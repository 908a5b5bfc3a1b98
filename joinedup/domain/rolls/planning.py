"""Plan any list by what one of its rows is."""

from collections.abc import Iterator

from joinedup.domain.intake.plan import Plan, Planning, Reached
from joinedup.domain.intake.planning import Planner
from joinedup.domain.intake.steps import Step
from joinedup.domain.mappings.asking import Decisions
from joinedup.domain.mappings.mapping import ORGANISATIONS, PEOPLE, Mapping
from joinedup.domain.matching.known import Known
from joinedup.domain.rolls.bodies import BodyPlanner
from joinedup.domain.rolls.deputies import DeputyPlanner, tells_deputies
from joinedup.domain.rolls.giving import GivingPlanner, giving_part
from joinedup.domain.rolls.persons import PersonPlanner
from joinedup.domain.spreadsheets.table import Table


def plan(table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> Plan:
    """Return what importing a list of any kind would do under the decisions made so far."""
    if mapping.kind == ORGANISATIONS:
        return BodyPlanner(table, mapping, known, decisions).plan()
    if mapping.kind == PEOPLE:
        return PersonPlanner(table, mapping, known, decisions).plan()
    return planner_for(mapping)(table, mapping, known, decisions).plan()


def planning(
    table: Table,
    mapping: Mapping,
    known: Known,
    decisions: Decisions,
    reached: Reached,
) -> Planning:
    """Return the plan of a long list on its way: step by step in little memory where it can be."""
    if mapping.kind in (ORGANISATIONS, PEOPLE):
        return AllAtOnce(plan(table, mapping, known, decisions), reached)
    return planner_for(mapping)(table, mapping, known, decisions, reached)


def planner_for(mapping: Mapping) -> type[Planner]:
    """Return what plans a list of partnerships or memberships.

    Some lists say what members put in, some for whom deputies stand in, some both.
    """
    if tells_deputies(mapping):
        return DeputyAndGivingPlanner if giving_part(mapping) else DeputyPlanner
    return GivingPlanner if giving_part(mapping) else Planner


class DeputyAndGivingPlanner(DeputyPlanner, GivingPlanner):
    """Plans a list that tells both."""


class AllAtOnce:
    """A plan that had to be worked out whole."""

    def __init__(self, whole: Plan, reached: Reached) -> None:
        self.whole, self.reached = whole, reached

    def steps(self) -> Iterator[Step]:
        """Yield what becomes of each thing, what others refer to first."""
        self.reached(self.whole.rows)
        for step in self.whole.steps:
            yield step
            self.reached(1)

    def ended(self) -> Plan:
        """Return what was found besides the steps."""
        return self.whole
