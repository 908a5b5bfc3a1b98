"""The list of routes and the access table are whole: nothing is missing, nothing is stale."""

import pytest

from joinedup.delivery.audiences import Audience, routes
from tests.access.objects import MAKERS
from tests.access.tables import RIGHTS, access_table, cases
from tests.cast import EVERYBODY

TABLE, CASES = access_table(), cases()
DECLARED = {name: pattern.callback for name, _, pattern in routes()}
DOORS = {
    "public-page": Audience.ANYONE,
    "public-record": Audience.ANYONE,
    "personal-link": Audience.TICKET,
    "demonstration": Audience.DEMONSTRATION,
}


def test_every_route_is_listed_and_every_listed_route_is_there():
    listed = {case.route for case in CASES}

    assert (sorted(set(DECLARED) - listed), sorted(listed - set(DECLARED))) == ([], [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_route_declares_the_audience_and_the_methods_that_are_listed(case):
    view = DECLARED[case.route]

    assert view.audience == DOORS.get(case.thing, Audience.SIGNED_IN)
    assert view.methods - {"HEAD"} == case.methods


def test_every_thing_and_right_of_the_access_table_has_a_route():
    asked = {(case.thing, case.right) for case in CASES} | {(c.shown_to, "see") for c in CASES}
    rights = {(thing, right) for thing, named in TABLE.things.items() for right in named}
    # Whoever may see what has no page of its own sees it on the pages of what they may change.
    through = {(case.thing, "see") for case in CASES if case.shown_to == case.thing}

    assert rights - asked - through == set()


def test_only_what_is_listed_is_used():
    things = {thing for case in CASES for thing in (case.thing, case.shown_to)}
    makers = {maker for case in CASES for maker in (case.own, case.foreign) if maker}

    assert things - set(TABLE.things) == set()
    assert {case.right for case in CASES} <= set(RIGHTS)
    assert (sorted(makers - set(MAKERS)), sorted(set(MAKERS) - makers)) == ([], [])


def test_the_access_table_names_the_persons_of_the_cast_and_nobody_else():
    named = {
        kind for rights in TABLE.things.values() for kinds in rights.values() for kind in kinds
    }

    assert TABLE.persons == tuple(EVERYBODY)
    assert named - set(TABLE.persons) == set()


@pytest.mark.parametrize("thing", TABLE.things)
def test_whoever_may_change_a_thing_may_see_it(thing):
    sees, changes = TABLE.named(thing, "see"), TABLE.named(thing, "change")

    assert (changes - sees if "see" in TABLE.things[thing] else set()) == set()
    # Where nothing can be changed short of deciding, deciding stands alone.
    decides = TABLE.named(thing, "decide") if "change" in TABLE.things[thing] else set()
    assert decides - changes == set()
