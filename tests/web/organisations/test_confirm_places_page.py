from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import end_post, grant_post
from joinedup.domain.organisations.kinds import OFFICERS, PostKind
from joinedup.domain.partnerships.models import Holder
from joinedup.web.organisations import posts
from tests.bench.clock import NOW
from tests.web.reading import errors_of, links_of, page_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(cast):
    return reverse("places_confirm", args=[cast.thornford.public_id])


def seats(cast, *names):
    return {"places": [cast.seats[name].public_id for name in names]}


def test_those_who_look_after_places_are_asked_once_a_year(cast, address):
    pages = {
        who: cast.client(who).get(reverse("home"))
        for who in ("priya", "ben", "marcus", "grace", "ruth")
    }

    asked = {who: "Confirm who still sits where" in page_text(page) for who, page in pages.items()}
    assert asked == {"priya": True, "ben": True, "marcus": False, "grace": False, "ruth": False}
    assert "Thornford District Council: 4 to look at 75 days late" in page_text(pages["priya"])
    assert "Wexmere County Council: 1 to look at" in page_text(pages["ben"])
    assert address in links_of(pages["priya"])


def test_a_body_with_officers_here_confirms_its_own_and_the_lead_host_the_others(cast, address):
    told = page_text(cast.client("priya").get(address))

    assert (
        "Ruth Bello, chair: Safer Places group, for Wexmere Police; last confirmed 1 April 2025"
    ) in told
    assert "Colin Marsh" not in told
    grant_post(cast.ruth, cast.police, PostKind.MANAGER, by=None, at=NOW)
    assert "Ruth Bello" not in page_text(cast.client("priya").get(address))


def test_those_that_are_ticked_are_confirmed_and_the_others_asked_again(cast, address, clock, now):
    client = cast.client("priya")

    told = client.post(address, seats(cast, "ruth", "ade"), follow=True)

    assert "Confirmed: 2." in page_text(told)
    assert ("Nadia Rahman" in told.text, "Ruth Bello" in told.text) == (True, False)
    history = page_text(client.get(reverse("partnership_history", args=[cast.safer.public_id])))
    assert "Priya Nair confirmed that Ruth Bello still sits for Wexmere Police as chair." in history
    clock.move_to(now + timedelta(days=336))
    assert "Ruth Bello" in cast.client("priya").get(address).text


def test_whoever_has_left_is_one_press_away(cast, address):
    links = links_of(cast.client("priya").get(address))

    place = [cast.safer.public_id, cast.seats["ade"].public_id]
    assert reverse("place_leave", args=place) in links
    assert reverse("place_fill", args=place) in links


def test_nothing_ticked_or_a_place_of_others_confirms_nothing(cast, address):
    client = cast.client("priya")

    nothing, others = (client.post(address, typed) for typed in ({}, seats(cast, "colin")))

    assert errors_of(nothing) == ["Tick the places that still hold, or end those that do not."]
    assert (nothing.status_code, others.status_code) == (409, 422)
    assert not Holder.objects.filter(confirmed_on__isnull=False).exists()


def test_a_director_is_told_who_may_and_a_stranger_finds_nothing(cast, address):
    director, stranger = (cast.client(who).get(address) for who in ("marcus", "noor"))

    assert "Only a partnership officer or manager of Thornford" in page_text(director)
    assert ("Ruth Bello" in director.text, stranger.status_code) == (False, 404)


def test_many_are_confirmed_some_at_a_time(cast, address, monkeypatch):
    monkeypatch.setattr(posts, "PLACES_AT_ONCE", 3)
    client = cast.client("priya")

    first = page_text(client.get(address))
    client.post(address, seats(cast, "ade", "owen", "nadia"))
    then = page_text(client.get(address))

    assert "4 are to be confirmed. These are the first 3" in first
    assert ("Ruth Bello" in first, "Ruth Bello" in then) == (False, True)


def test_what_was_confirmed_within_the_year_is_not_asked(cast, address):
    client = cast.client("priya")
    client.post(address, seats(cast, "ruth", "ade", "nadia", "owen"))

    assert "All places were confirmed within the year." in page_text(client.get(address))
    assert "still sits where" not in page_text(client.get(reverse("home")))


def test_a_steward_confirms_where_there_is_neither_officer_nor_manager(cast, address, now):
    client = cast.client("grace")
    before = page_text(client.get(address)), page_text(client.get(reverse("home")))
    for post in cast.thornford.posts.filter(kind__in=OFFICERS):
        end_post(post, on=now.date() - timedelta(days=1), because="Left", by=None, at=now)

    asked = page_text(client.get(reverse("home")))
    told = client.post(address, seats(cast, "ruth"), follow=True)

    assert ["Ruth Bello" in page for page in before] == [False, False]
    assert "Confirm who still sits where for Thornford District Council: 4 to look at" in asked
    assert "Confirmed: 1." in page_text(told)
