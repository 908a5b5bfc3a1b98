from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from joinedup.domain.appraisals.questions import asked_of
from joinedup.domain.authorisations.actions import refuse_authorisation
from joinedup.domain.authorisations.models import Authoriser
from joinedup.domain.basics.days import day_of
from joinedup.domain.expectations.actions import settle_kind
from joinedup.domain.expectations.kinds import Settled
from joinedup.domain.futures.actions import record_future_decision
from joinedup.domain.futures.kinds import QUESTIONS
from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    grant_post,
)
from joinedup.domain.organisations.kinds import Form, PostKind
from joinedup.domain.partnerships.actions import add_member, end_membership
from joinedup.domain.priorities.actions import add_action, choose_priority, move_action
from joinedup.domain.priorities.kinds import ActionState
from joinedup.domain.promises.actions import take_back_promise
from joinedup.domain.reviews.models import Review
from joinedup.domain.stakeholders.actions import add_stakeholder, move_approach
from joinedup.domain.stakeholders.kinds import ApproachState
from joinedup.domain.steps.queries import evidence_of, members_with_words, own_sides
from joinedup.domain.steps.shown import shown_beside
from tests.domain.appraisals.answering import EMPTY, begun, completed, say
from tests.domain.authorisations.asking import asked
from tests.domain.authorisations.test_authorisation_acts import granted
from tests.domain.expectations.asking import all_answered
from tests.domain.promises.promising import promised
from tests.domain.risks.listing import add as add_risk
from tests.domain.sharing.agreeing import in_force
from tests.rounds import opened, sealed

pytestmark = pytest.mark.django_db
NOTHING = {
    "mapped": 0,
    "unsorted": 0,
    "left_out": 0,
    "to_come": 0,
    "met_on": None,
    "risks_listed": 0,
    "sharing_on": None,
    "kind_closes_on": None,
    "kind_shown_on": None,
    "kind_answers": 0,
    "kind_differs": False,
    "kind_is_settled": False,
    "reviewed_on": None,
    "review_is_open": False,
    "decided_on": None,
    "acted_on": None,
    "acts_planned": False,
    "own_colleagues": 0,
    "own_begun": 0,
    "own_authorised": 0,
}
STANDS = timedelta(days=30)
REASON = "We look only at the district for now."


def beside(cast, at, *sides):
    return shown_beside(cast.safer.pk, [cast.bodies[side].pk for side in sides], at)


def map_them(cast, now):
    """Put a member, one who was met and one who is left out on the map."""
    add_stakeholder(cast.safer, cast.riverside, by=cast.colin, at=now)
    met = add_stakeholder(cast.safer, name="Street pastors", by=cast.colin, at=now)
    out = add_stakeholder(cast.safer, cast.farhaven, by=cast.colin, at=now)
    steps = (
        (met, "MET", {"note": "They walk on Fridays."}),
        (out, "NOT_INVITED", {"because": REASON}),
    )
    for each, to, words in steps:
        said = {"on": day_of(now), "version": each.version, "by": cast.colin, "at": now}
        move_approach(each, to=ApproachState[to], **words, **said)


def act_on_it(cast, at):
    """Do something about a result that stands, and decide to go on."""
    priority = choose_priority(
        Review.objects.get(), about="SF1", reason="So.", by=cast.priya, at=at
    )
    to = {"owner": cast.ade, "due_on": date(2026, 9, 1), "by": cast.priya, "at": at}
    action = add_action(priority, what="Write it down", **to)
    state = {"state": ActionState.DONE, "because": "", "version": action.version}
    move_action(action, **state, by=cast.ade, at=at)
    said = {"outcome": "CONTINUE", "reason": "It works.", "deciders": "The board"}
    said |= dict.fromkeys(QUESTIONS, "YES")
    record_future_decision(cast.safer, **said, decided_on=day_of(at), by=cast.ruth, at=at)


def set_up(cast, now):
    """Do what members do before they begin; return what they arranged to share."""
    map_them(cast, now)
    all_answered(cast, now, riverside="444444")
    completed(cast, now)
    add_risk(cast, now)
    add_risk(cast, now, "thornford")
    return in_force(cast, now)


def test_what_stands_beside_the_record_is_read_at_once_and_our_own_for_us_alone(cast, now):
    fresh, later = beside(cast, now, "thornford"), now + STANDS
    arrangement = set_up(cast, now)
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    draft = beside(cast, now)
    act_on_it(cast, later)

    with CaptureQueriesContext(connection) as asked:
        ours = beside(cast, later, "thornford", "county")
    others = beside(cast, later, "county")

    today = day_of(now)
    shared = NOTHING | {
        "mapped": 3,
        "unsorted": 1,
        "left_out": 1,
        "to_come": 1,
        "met_on": today,
        "risks_listed": 1,
        "sharing_on": arrangement.starts_on,
        "kind_closes_on": today + timedelta(days=14),
        "kind_shown_on": today,
        "kind_answers": 6,
        "kind_differs": True,
        "reviewed_on": today + timedelta(days=2),
        "decided_on": day_of(later),
        "acted_on": day_of(later),
        "acts_planned": True,
    }
    assert (fresh, draft["reviewed_on"], len(asked)) == (NOTHING, None, 1)
    assert ours == shared | {"own_begun": 1, "own_colleagues": 1}
    assert others == shared


def test_our_own_yes_counts_while_the_last_decision_is_one_that_holds(cast, now):
    granted(asked(cast, now), cast, now)
    holds = beside(cast, now, "thornford")
    ended = beside(cast, now + timedelta(days=400), "thornford")
    again = asked(cast, now, Authoriser.objects.get(), N17={"answer": "YES"})
    asks = beside(cast, now, "thornford")
    later = now + timedelta(hours=1)
    refuse_authorisation(again, reasons="No money.", version=1, by=cast.helen, at=later)

    refused = beside(cast, later, "thornford")
    county = beside(cast, now, "county")

    own = [each["own_authorised"] for each in (holds, ended, asks, refused, county)]
    assert own == [1, 0, 1, 0, 0]


def test_of_several_bodies_of_ours_the_steps_lead_to_one_that_has_not_said_yes(cast, now):
    day = day_of(now)
    grant_post(cast.priya, cast.county, PostKind.OFFICER, by=None, at=now)
    before = own_sides(cast.safer, cast.priya, day)

    granted(asked(cast, now), cast, now)

    after = own_sides(cast.safer, cast.priya, day)
    assert {each.pk for each in before} == {cast.thornford.pk, cast.county.pk}
    assert after == [cast.county, cast.thornford]


def test_of_our_own_appraisals_only_the_latest_says_that_colleagues_agree(cast, now):
    completed(cast, now)
    first = beside(cast, now, "thornford")
    anew = begun(cast, now)
    code = next(each.code for each in asked_of(1) if "N13" in [q.id for q in each.questions])
    say(anew, code, cast.priya, now, N13=EMPTY | {"answer": "NO"})

    again = beside(cast, now, "thornford")

    said = [(each["own_begun"], each["own_colleagues"]) for each in (first, again)]
    assert said == [(1, 1), (1, 0)]


def test_who_was_a_member_or_is_one_through_a_consortium_is_told_by_the_day(cast, now):
    consortium = add_organisation("Voices", form=Form.CONSORTIUM, by=None, at=now)
    add_member(cast.safer, consortium, by=cast.priya, at=now)
    for body in (cast.farhaven, cast.riverside):
        add_stakeholder(cast.safer, body, by=cast.colin, at=now)
    outside = beside(cast, now)["to_come"]
    add_consortium_member(consortium, cast.farhaven, by=None, at=now)
    through = beside(cast, now)["to_come"]

    gone = {"on": day_of(now), "because": "So.", "by": cast.priya, "at": now}
    end_membership(cast.memberships["riverside"], **gone)

    until, after = (beside(cast, at)["to_come"] for at in (now, now + timedelta(days=1)))
    assert (outside, through, until, after) == (1, 0, 0, 1)


def test_that_members_settled_it_and_that_a_review_is_open_are_read(cast, now):
    asking = all_answered(cast, now, riverside="444444")
    said = {"settled": Settled.DIFFER, "because": "We say so.", "version": asking.version}
    settle_kind(asking, **said, by=cast.ruth, at=now)
    opened(cast, now)

    found = beside(cast, now)

    assert (found["kind_differs"], found["kind_is_settled"]) == (True, True)
    assert (found["review_is_open"], found["reviewed_on"]) == (True, None)


def test_members_come_with_what_each_has_told(cast, now):
    promised(cast, now)
    withdrawn = promised(cast, now, "county")
    take_back_promise(withdrawn, version=withdrawn.version, by=cast.colin, at=now)
    told = evidence_of(
        cast.safer, list(members_with_words(cast.safer, now)), [], now, is_led=True, keeps=False
    )

    members = {each.name: each for each in told.members}
    assert len(members) == 6
    assert [each.name for each in told.members if each.brings] == ["Riverside Food Share"]
    police = members["Wexmere Police"]
    assert (police.brings, police.gains, police.confirmed_on) == (False, False, None)
    assert [(each.capacity, each.holder) for each in police.places] == [("CHAIR", "Ruth Bello")]
    assert [each.holder for each in members["Thornford District Council"].places] == [""]
    assert told.led_by_people == ["Colin Marsh", "Ruth Bello"]
