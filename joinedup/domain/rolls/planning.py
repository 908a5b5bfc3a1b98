"""Plan any list by what one of its rows is."""

from joinedup.domain.intake.plan import Plan
from joinedup.domain.intake.planning import plan as plan_register
from joinedup.domain.mappings.asking import Decisions
from joinedup.domain.mappings.mapping import ORGANISATIONS, PEOPLE, Mapping
from joinedup.domain.matching.known import Known
from joinedup.domain.rolls.bodies import BodyPlanner
from joinedup.domain.rolls.persons import PersonPlanner
from joinedup.domain.spreadsheets.table import Table


def plan(table: Table, mapping: Mapping, known: Known, decisions: Decisions) -> Plan:
    """Return what importing a list of any kind would do under the decisions made so far."""
    if mapping.kind == ORGANISATIONS:
        return BodyPlanner(table, mapping, known, decisions).plan()
    if mapping.kind == PEOPLE:
        return PersonPlanner(table, mapping, known, decisions).plan()
    return plan_register(table, mapping, known, decisions)
