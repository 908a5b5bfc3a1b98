"""Rounds, results, papers and personal links: everybody, every route, every thing."""

import pytest

from tests.access.asking import OF_REGISTER, asked_once, asked_wholly
from tests.access.tables import access_table, cases

TABLE = access_table()
CASES = [case for case in cases() if case.thing not in OF_REGISTER]

pytestmark = pytest.mark.usefixtures("papers_unset")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_everybody_meets_what_the_access_table_says(world, case):
    assert asked_once(TABLE, world, case) == []


@pytest.mark.deep
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_everybody_meets_it_by_every_method(world, case):
    assert asked_wholly(TABLE, world, case) == []
