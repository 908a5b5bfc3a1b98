from pathlib import Path

import pytest

from joinedup.domain.basics.folding import folded
from joinedup.domain.intake.steps import Outcome
from joinedup.domain.mappings.facts import Named
from joinedup.domain.mappings.mapping import problems_with
from joinedup.domain.matching.bodies import Bodies
from joinedup.domain.matching.known import Known, KnownOrganisation
from joinedup.domain.rolls import planning
from joinedup.domain.rolls.shipping import mapping_for, shipped_mappings
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


def list_of(name):
    return read_table(Path(shared(f"data/real/{name}.csv")))


def known_after(found):
    """Return the directory as it stands when a plan has happened."""
    return tuple(
        KnownOrganisation(
            step.ref.replace("new:", "key:"),
            step.values["name"],
            step.values["sector"],
            (*step.values["other_names"], *(n for n, _ in step.values.get("former_names", ()))),
            step.values["identifiers"],
        )
        for step in found.steps_of("organisations", Outcome.CREATED)
    )


def test_10_combined_authorities_share_the_councils_of_the_314(table):
    partnerships = planning.plan(table, mapping_for(table), Known(), {})
    authorities = list_of("lad_combined_authority_2019_12")
    mapping = mapping_for(authorities)

    found = planning.plan(authorities, mapping, Known(known_after(partnerships)), {})

    assert mapping == shipped_mappings()["lad-combined-authority"]
    assert (found.rows, found.problems, found.questions, found.left_out) == (53, (), (), ())
    counts = found.counts()
    assert {thing: n for thing, n in counts["created"].items() if n} == {
        "partnerships": 10,
        "memberships": 53,
    }
    assert (counts["unchanged"]["organisations"], counts["updated"]["organisations"]) == (53, 0)


@pytest.fixture(scope="module")
def councils():
    """Return the plan of all 470 councils, each look-alike said to be one of its own."""
    table = list_of("uk_local_authorities")
    mapping = mapping_for(table)
    asked = planning.plan(table, mapping, Known(), {})
    answers = {question.id: "new" for question in asked.questions}
    return table, asked, planning.plan(table, mapping, Known(), answers)


def test_470_councils_are_entered_with_what_replaced_48_of_them(councils):
    table, asked, found = councils

    assert mapping_for(table) == shipped_mappings()["uk-local-authorities"]
    assert (found.rows, found.problems, found.questions) == (470, (), ())
    assert {thing: n for thing, n in found.counts()["created"].items() if n} == {
        "organisations": 470,
        "successions": 50,
    }
    assert len(asked.questions) == 12
    assert all("the same as" in q.sentence or "which" in q.sentence for q in asked.questions)


def test_every_name_of_470_councils_resolves_or_is_asked_with_all_who_bear_it(councils):
    table, _, found = councils
    known = Known(known_after(found))
    place = table.position("alt-names")
    names = {name.strip() for row in table.rows for name in row.cells[place].split(",")} - {""}
    borne = [name for name in sorted(names) if known.knows(name)]

    bodies = Bodies([Named(name, 1, "x") for name in borne], known, {})

    asked = {question.id: len(question.choices) - 2 for question in bodies.questions}
    assert len(borne) > 0.97 * len(names)
    for name in borne:
        bearers = known.organisations_named[folded(name)]
        refs = bodies.refs_of(Named(name, 1, "x"))
        key = f"organisation:{folded(name).replace(' ', '-')}"
        one = len(bearers) == 1
        assert refs == ((bearers[0].key,) if one else ())
        assert asked.get(key, 1) == len(bearers)


def test_470_councils_add_to_those_of_the_314_by_their_codes(table, councils):
    partnerships = planning.plan(table, mapping_for(table), Known(), {})
    whole, _, _ = councils
    known = Known(known_after(partnerships))
    mapping = mapping_for(whole)
    asked = planning.plan(whole, mapping, known, {})
    answers = {question.id: "new" for question in asked.questions}

    counts = planning.plan(whole, mapping, known, answers).counts()

    assert (counts["updated"]["organisations"], counts["created"]["organisations"]) == (339, 131)
