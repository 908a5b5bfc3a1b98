"""A village charity’s youth project, from the idea to the day it begins, each as themselves."""

import pytest
from django.utils import timezone

from joinedup.domain.organisations.actions import add_organisation, grant_post
from joinedup.domain.organisations.kinds import PostKind, Sector
from joinedup.domain.partnerships.actions import add_member, open_seat
from joinedup.domain.partnerships.kinds import Kind, State
from joinedup.domain.partnerships.models import Partnership
from tests.cast import make_person
from tests.journeys.youth.agreement import (
    amend_the_agreement,
    begin,
    draft_the_agreement,
    refuse_to_sign,
    sign,
)
from tests.journeys.youth.deciding import appraise, authorise, name_who_decides, promise
from tests.journeys.youth.idea import (
    invite,
    propose_it,
    say_in_private_what_kind_it_is,
    settle_the_difference,
    state_the_idea,
)
from tests.journeys.youth.people import FOOD_SHARE, POLICE, PROJECT, TRUST, Story, shown

PEOPLE = {
    "nell": ("Nell Ashby", PostKind.OFFICER),
    "tess": ("Tess Crane", PostKind.DIRECTOR),
    "omar": ("Omar Field", PostKind.LEADERSHIP),
}


@pytest.fixture
def story(cast, visit) -> Story:
    """The cast, with a village charity that has people of its own and sits beside the police."""
    trust = add_organisation(TRUST, sector=Sector.CHARITY, by=None, at=cast.at)
    for key, (name, kind) in PEOPLE.items():
        cast.people[key] = make_person(name, cast.at)
        grant_post(cast.people[key], trust, kind, by=None, at=cast.at)
    member = add_member(cast.safer, trust, by=cast.priya, at=cast.at)
    open_seat(member, person=cast.nell, by=cast.priya, at=cast.at)
    return Story(*(visit(cast.people[key]) for key in ("nell", "tess", "omar", "ade", "ruth")))


def test_a_village_charitys_project_goes_from_an_idea_to_work(story):
    state_the_idea(story)
    propose_it(story)
    invite(story, POLICE, "Ruth Bello", "Somewhere to send the young people they meet at night.")
    invite(story, FOOD_SHARE, "Ade Okafor", "A hall for their Friday table.")
    say_in_private_what_kind_it_is(story)
    settle_the_difference(story)
    appraise(story)
    name_who_decides(story)
    authorise(story)
    promise(story)
    draft_the_agreement(story)
    refuse_to_sign(story)
    amend_the_agreement(story)
    sign(story)
    begin(story)

    record = Partnership.objects.get(name=PROJECT)
    assert (record.state, record.kind) == (State.ACTIVE, Kind.COLLABORATIVE)
    assert record.starts_on == timezone.localdate()
    assert "It is at work" in shown(story.ade, f"{story.home}steps/")
