from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import grant_post
from joinedup.domain.organisations.kinds import PostKind
from joinedup.domain.organisations.models import Post
from tests.bench.clock import NOW

pytestmark = pytest.mark.django_db
# The last second before 1 July in London, where it is an hour later than UTC.
BEFORE_JULY = datetime(2026, 6, 30, 22, 59, 59, tzinfo=UTC)


@pytest.fixture
def address(cast):
    return reverse("posts_confirm", args=[cast.thornford.public_id])


def test_the_steward_is_asked_in_what_needs_them_and_told_how_late_it_is(cast, address):
    page = cast.client("grace").get(reverse("home")).text

    assert "Confirm who still has which post in Thornford District Council: 5 to look at" in page
    assert ("75 days late" in page, address in page) == (True, True)


@pytest.mark.parametrize("name", ["priya", "marcus", "ade", "noor"])
def test_nobody_else_is_asked(cast, name):
    assert "which post" not in cast.client(name).get(reverse("home")).text


def test_a_manager_is_asked_for_their_own_body_and_the_steward_no_more(cast):
    grant_post(cast.ruth, cast.thornford, PostKind.MANAGER, by=None, at=NOW)

    pages = [cast.client(name).get(reverse("home")).text for name in ("ruth", "grace")]

    assert ["which post in Thornford" in page for page in pages] == [True, False]


def test_those_that_are_ticked_are_confirmed_and_the_others_asked_again(cast, address):
    client, marcus = cast.client("grace"), cast.marcus.posts.get()
    page = client.get(address).text

    told = client.post(address, {"posts": [marcus.public_id]}, follow=True).text

    assert "Marcus Webb, Director or assistant director; last confirmed 1 April 2025" in page
    assert ("Confirmed: 1." in told, "4 posts should be confirmed" in told) == (True, True)
    assert "Marcus Webb" not in client.get(address).text


def test_nothing_ticked_or_somebody_elses_post_confirms_nothing(cast, address):
    client, noor = cast.client("grace"), cast.noor.posts.get()

    answers = [client.post(address, {"posts": each}).status_code for each in ([], [noor.public_id])]

    assert answers == [409, 422]
    assert not Post.objects.filter(confirmed_on=NOW.date()).exists()


def test_the_places_held_for_a_body_stand_below(cast):
    page = cast.client("grace").get(reverse("posts_confirm", args=[cast.county.public_id])).text

    assert ("Colin Marsh" in page, "Ruth Bello" in page) == (True, False)


def test_a_post_from_a_day_to_come_lets_in_at_midnight_in_london(cast, clock):
    client = cast.client("grace")
    form = {"name": "Derek Finch", "email": cast.derek.email, "kind": "AUDITOR"}
    form |= {"from_on-day": "1", "from_on-month": "7", "from_on-year": "2026"}
    form |= {"to_on-day": "31", "to_on-month": "7", "to_on-year": "2026"}
    client.post(reverse("post_new", args=[cast.thornford.public_id]), form)
    page = client.get(reverse("organisation_posts", args=[cast.thornford.public_id])).text
    register = reverse("partnership", args=[cast.safer.public_id])

    seen = []
    for moment in (BEFORE_JULY, BEFORE_JULY + timedelta(seconds=1)):
        clock.move_to(moment)
        seen.append(cast.client("derek").get(register).status_code)
    for moment in (BEFORE_JULY + timedelta(days=31), BEFORE_JULY + timedelta(days=31, seconds=1)):
        clock.move_to(moment)
        seen.append(cast.client("derek").get(register).status_code)

    assert "From 1 July 2026, until 31 July 2026" in page
    assert seen == [404, 200, 200, 404]
