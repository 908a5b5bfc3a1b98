from datetime import date

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.actions import add_organisation, end_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import add_member, end_membership, register_partnership
from joinedup.domain.stakeholders.actions import add_stakeholder
from joinedup.domain.stakeholders.prospects import MOST, prospects_for


def together(cast, now, name, *bodies, area=True, host="thornford"):
    """Register another partnership with these members."""
    by = cast.noor if host == "farhaven" else cast.priya
    where = cast.safer.area if area else None
    made = register_partnership(name, host=cast.bodies[host], area=where, by=by, at=now)
    for body in bodies:
        add_member(made, body, by=by, at=now)
    return made


def body(now, name, sector=Sector.CHARITY):
    return add_organisation(name, sector=sector, by=None, at=now)


def proposed(cast, now, missing=()):
    found = prospects_for(cast.safer, set(missing), cast.priya, day_of(now))
    return [(each.organisation.name, each.reason) for each in found]


def test_bodies_that_work_with_members_elsewhere_are_proposed_with_the_reason(cast, now):
    kites, fire = body(now, "Kite Trust"), body(now, "Wexmere Fire", Sector.FIRE)
    bees, ended, seen = (body(now, name) for name in ("Bees", "Ended Club", "Seen Club"))
    together(cast, now, "Warm Homes", kites, cast.police, cast.riverside, ended, seen)
    past = together(cast, now, "Food", kites, cast.mosque)
    end_membership(
        past.memberships.get(organisation=kites),
        on=date(2026, 6, 14),
        because="It ended.",
        by=cast.priya,
        at=now,
    )
    together(cast, now, "Far off", fire, bees, cast.police, area=False)
    end_organisation(ended, on=date(2026, 6, 1), by=None, at=now)
    add_stakeholder(cast.safer, seen, by=cast.ruth, at=now)

    assert proposed(cast, now, [Sector.FIRE]) == [
        (
            "Wexmere Fire",
            "It works, or has worked, with one of those here in Far off. "
            "Nobody is here from fire and rescue yet.",
        ),
        ("Kite Trust", "It works, or has worked, with 3 of those here in Food and Warm Homes."),
    ]


def test_nothing_is_drawn_from_records_the_viewer_may_not_see(cast, now):
    secret = body(now, "Secret Club")
    together(cast, now, "Hidden work", secret, cast.riverside, host="farhaven")

    seen_there = prospects_for(cast.safer, set(), cast.noor, day_of(now))
    assert ([each.organisation for each in seen_there], proposed(cast, now)) == ([secret], [])


@pytest.mark.parametrize("many", [1, 20])
def test_at_most_twelve_in_the_same_number_of_queries(cast, now, django_assert_num_queries, many):
    bodies = [body(now, f"Club {number}") for number in range(many)]
    together(cast, now, "Warm Homes", cast.police, *bodies)

    with django_assert_num_queries(9):
        found = prospects_for(cast.safer, set(), cast.priya, day_of(now))

    assert len(found) == min(many, MOST)
