from pathlib import Path

import pytest

from joinedup.domain.imports.shipping import mapping_for, shipped_mappings
from joinedup.domain.intake import planning
from joinedup.domain.mappings.mapping import problems_with
from joinedup.domain.matching.known import Known
from joinedup.domain.spreadsheets.reading import read_table
from tests.shared import shared

pytestmark = pytest.mark.shared_data


@pytest.fixture(scope="module")
def table():
    return read_table(Path(shared("data/real/lad_csp_pfa_2019_12.csv")).read_bytes())


def test_342_rows_become_314_partnerships_382_organisations_and_656_memberships(table):
    mapping = mapping_for(table, "memberships")

    found = planning.plan(table, mapping, Known(), {})

    assert problems_with(mapping, table) == []
    assert (found.rows, found.problems, found.questions, found.left_out) == (342, (), (), ())
    assert {thing: n for thing, n in found.counts()["created"].items() if n} == {
        "partnerships": 314,
        "organisations": 382,
        "memberships": 656,
    }


def test_the_list_is_recognised_by_its_headings(table):
    assert mapping_for(table, "memberships") == shipped_mappings()["lad-csp-pfa"]


def test_partnerships_that_share_their_councils_name_are_told_apart(table):
    found = planning.plan(table, mapping_for(table, "memberships"), Known(), {})

    names = {step.label for step in found.steps_of("partnerships")}
    bodies = [step.label for step in found.steps_of("organisations")]
    assert {"Barnet Community Safety Partnership", "Cwm Taf Community Safety Partnership"} <= names
    assert ("Barnet" in bodies, bodies.count("Wiltshire"), "Wiltshire Police" in bodies) == (
        True,
        1,
        True,
    )
    assert "City of London Police" in bodies
