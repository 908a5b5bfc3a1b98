"""Every page that links lead to, as each kind of person: no link is dead and axe finds nothing."""

import pytest

from tests.journeys.harness.crawling import crawl
from tests.journeys.harness.looking import faults

STARTS = {
    "public": "/",
    "core seat": "/needs/",
    "chair": "/needs/",
    "lead host's officer": "/needs/",
    "director": "/needs/",
    "auditor": "/needs/",
    "steward": "/needs/",
}


@pytest.mark.parametrize("kind", STARTS)
def test_every_page_a_person_can_reach_is_sound(cast, visit, kind):
    person = None if kind == "public" else cast.who(kind)
    shown = visit(person)

    found = {route: faults(shown) for route in crawl(shown, STARTS[kind])}

    assert {route: wrong for route, wrong in found.items() if wrong} == {}
    assert len(found) > 2
