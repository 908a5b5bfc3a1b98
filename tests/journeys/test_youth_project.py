"""The youth project of the demonstration district, from the idea to the day it begins."""

import pytest
from django.utils import timezone

from joinedup.domain.partnerships.kinds import Kind, State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.people.models import Person
from tests.demo.of_today import write_district
from tests.journeys.youth.agreement import (
    amend_the_agreement,
    begin,
    draft_the_agreement,
    refuse_to_sign,
    sign,
)
from tests.journeys.youth.deciding import appraise, authorise, promise
from tests.journeys.youth.idea import (
    compare_the_idea,
    invite,
    propose_it,
    say_in_private_what_kind_it_is,
    settle_the_difference,
)
from tests.journeys.youth.people import FOOD_SHARE, PEOPLE, POLICE, PROJECT, Story, shown


@pytest.fixture
def story(visit, settings, folder_of_the_run) -> Story:
    """A browser for each of its people, in a district made today."""
    settings.DEMONSTRATION = True
    write_district(folder_of_the_run)
    return Story(*(visit(Person.objects.get(name=name)) for name in PEOPLE))


def test_the_youth_project_goes_from_an_idea_to_work(story):
    compare_the_idea(story)
    propose_it(story)
    invite(story, POLICE, "Ruth Bello", "Somewhere to send the young people they meet at night.")
    invite(story, FOOD_SHARE, "Ade Okafor", "A hall for their Friday table.")
    say_in_private_what_kind_it_is(story)
    settle_the_difference(story)
    appraise(story)
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
