"""What waits for the people of a body that leaves the partnership: nothing any more."""

from datetime import timedelta
from decimal import Decimal

import pytest

from joinedup.domain.appraisals.actions import begin_appraisal
from joinedup.domain.appraisals.queries import actions_due, open_appraisals_of
from joinedup.domain.authorisations.actions import (
    ask_for_authorisation,
    name_authoriser,
    refuse_authorisation,
)
from joinedup.domain.authorisations.queries import (
    receipts_to_sign,
    to_ask,
    to_decide,
    to_take_up,
)
from joinedup.domain.authorisations.rules import why_not_decide, why_not_guide
from joinedup.domain.involvements.actions import tell_involvement
from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.partnerships.actions import end_membership
from joinedup.domain.partnerships.kinds import Tier
from tests.cast import make_person
from tests.domain.appraisals.answering import ACTION, finish, say

PARTLY = {"answer": "PARTLY"} | ACTION
GONE = "You may no longer open this partnership, so nothing is said to this any more."


@pytest.fixture
def leaving(cast, now):
    """Riverside's officer, director and leadership, on the last day of its membership."""
    people = []
    for name, kind in (("Ona", "OFFICER"), ("Dee", "DIRECTOR"), ("Lee", "LEADERSHIP")):
        people.append(make_person(name, now))
        grant_post(people[-1], cast.riverside, PostKind[kind], by=None, at=now)
    end_membership(
        cast.memberships["riverside"], on=now.date(), because="Done.", by=cast.priya, at=now
    )
    return people


def test_nothing_waits_for_the_people_of_a_body_that_has_left(cast, now, leaving):
    officer, director, chief = leaving
    days = (now.date(), now.date() + timedelta(days=1))
    seen = {}

    def look(query, person):
        seen[query.__name__] = [len(query(person, day)) for day in days]

    told = {"version": 1, "by": officer, "at": now}
    tell_involvement(cast.safer, cast.riverside, tier=Tier.NETWORK, **told)
    one = begin_appraisal(cast.safer, cast.riverside, by=officer, at=now)
    look(open_appraisals_of, officer)
    soon = PARTLY | {"action_due_on": now.date()}
    say(one, "T", officer, now, T2=soon)
    finish(one, officer, now)
    look(actions_due, officer)
    look(to_ask, officer)
    limits = {"up_to": None, "tier": 1, "from_on": days[0], "because": ""}
    limit = name_authoriser(cast.riverside, chief, **limits, by=officer, at=now)
    asked = ask_for_authorisation(one, limit, amount=Decimal(1), words="", by=officer, at=now)
    look(to_decide, chief)
    look(receipts_to_sign, director)
    receipt = receipts_to_sign(director, days[0]).get()
    decides = [why_not_decide(asked, chief, day) for day in days]
    guides = [why_not_guide(asked, receipt, director, day) for day in days]
    refuse_authorisation(asked, reasons="No.", version=1, by=chief, at=now)
    look(to_take_up, officer)

    assert seen == {name: [1, 0] for name in seen}
    assert len(seen) == 6
    assert (decides, guides) == ([None, GONE], [None, GONE])
