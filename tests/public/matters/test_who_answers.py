import pytest
from django.core.cache import cache
from django.urls import reverse

from joinedup.domain.matters.actions import accept_matter, list_matter, tell_places
from joinedup.domain.partnerships.actions import add_partnership_name
from tests.domain.matters.listing import mopeds, show
from tests.web.reading import page_text
from tests.web.test_hostile_queries import HOSTILE

ASKED = reverse("who_answers")


def found(cast, about="", place=""):
    shown = page_text(cast.client("anybody").get(ASKED, {"about": about, "place": place}))
    return "Mopeds at night" in shown


@pytest.fixture(autouse=True)
def _unlimited(db):
    """Forget how often anybody searched."""
    cache.clear()


@pytest.fixture
def shown(cast, now):
    """Mopeds at night, accepted by the district council, on a public partnership."""
    matter = mopeds(cast, now)
    accept_matter(matter, version=1, by=cast.priya, at=now)
    show(cast.safer, cast.ruth, now)
    return matter


def test_a_matter_is_found_by_its_words_other_words_names_and_place(cast, shown, now):
    add_partnership_name(cast.safer, "Night Watch", sort="ALIAS", by=cast.priya, at=now)
    by = {
        about: found(cast, about)
        for about in (
            "mopeds at night",
            "Who answers for MOPED?",
            "mope",
            "scooter",
            "Safer Places",
            "night watch",
            "Wexmere Police",
            "dogs",
            "Farhaven",
        )
    }

    assert [about for about, is_found in by.items() if not is_found] == [
        "dogs",
        "Farhaven",
    ]
    assert found(cast, "mopeds", "thornford")
    assert not found(cast, "mopeds", "Farhaven")
    assert found(cast, "", "Thornford")


def test_a_place_finds_what_is_for_it_around_it_and_inside_it_and_no_neighbour(cast, shown, now):
    """The group is for Thornford, which lies in Wexmere; Mill ward and TH4 lie in Thornford."""
    district, beyond = cast.safer.area, "E10000999"
    lines = [
        (beyond, "Wexmere", ""),
        (district.code, "", beyond),
        ("E05099901", "Mill Ward", district.code),
        ("E05099901", "", "TH4"),
        ("TH4", "Postcode TH4", district.code),
        ("E07000998", "Farhaven", beyond),
        ("E05099902", "Quay", "E07000998"),
    ]
    tell_places(lines, by=cast.grace, at=now)
    by_place = {
        place: found(cast, place=place)
        for place in (
            *("thornford", "WEXMERE", "mill ward", "mill", "th4", "TH4 2AB", "th42ab"),
            *("Farhaven", "quay ward", "TH5", "TH5 2AB", "nowhere"),
        )
    }
    said = page_text(cast.client("anybody").get(ASKED, {"place": "nowhere"}))

    assert [place for place, is_found in by_place.items() if is_found] == [
        *("thornford", "WEXMERE", "mill ward", "mill", "th4", "TH4 2AB", "th42ab")
    ]
    assert "No place called “nowhere” is known here." in said


def test_what_has_only_some_of_the_words_is_shown_as_such_with_the_most_first(cast, shown, now):
    list_matter(cast.safer, "Night buses", by=cast.ruth, at=now)

    said = page_text(cast.client("anybody").get(ASKED, {"about": "moped gangs at night"}))

    some = said.index("Nothing has all of your words. These have some of them:")
    assert some < said.index("Mopeds at night") < said.index("Night buses")


def test_a_matter_says_who_answers_how_to_reach_them_and_what_else_to_do(cast, shown):
    address = reverse("matter_for_all", args=[cast.safer.public_id, shown.public_id])

    said = page_text(cast.client("anybody").get(address))

    assert (
        "Who answers for this Neighbourhood Manager, Thornford District Council "
        "How to reach them Email: streets@thornford.example If that does not help "
        "Write to the complaints team of the council. How to become part of it "
        "Safer Places group deals with this. Write to us."
    ) in said


def test_a_partnership_page_names_bodies_and_no_person_and_nothing_else(cast, shown):
    address = reverse("partnership_for_all", args=[cast.safer.public_id])

    said = page_text(cast.client("anybody").get(address))

    assert "Wexmere Police" in said
    people = [p.name for p in cast.people.values() if getattr(p, "name", "")]
    assert [name for name in people if name in said] == []
    assert "by day and by night" not in said


def test_what_is_not_public_is_as_if_it_never_was(cast, now):
    hidden = mopeds(cast, now)
    abroad = list_matter(cast.growth, "Mopeds at dawn", by=cast.noor, at=now)
    show(cast.growth, cast.noor, now)
    client = cast.client("anybody")
    asked = client.get(ASKED, {"about": "mopeds"})
    never = client.get(reverse("partnership_for_all", args=["never23456"]))
    theirs = client.get(reverse("partnership_for_all", args=[cast.safer.public_id]))
    crossed = reverse("matter_for_all", args=[cast.growth.public_id, hidden.public_id])

    assert (never.status_code, theirs.status_code) == (404, 404)
    assert page_text(never) == page_text(theirs)
    assert client.get(crossed).status_code == 404
    assert "Mopeds at dawn" in page_text(asked)
    assert "Mopeds at night" not in page_text(asked)
    assert "Safer Places" not in page_text(client.get(ASKED, {"about": "", "place": "Thornford"}))
    shown = client.get(reverse("matter_for_all", args=[cast.growth.public_id, abroad.public_id]))
    assert "Nobody has accepted this yet." in page_text(shown)


def test_the_search_answers_to_any_query_and_shows_no_more(cast, now):
    mopeds(cast, now)
    client = cast.client("anybody")
    queries = [*HOSTILE, *(each.replace("name=", "about=") for each in HOSTILE)]

    answers = [client.get(f"{ASKED}?{query}") for query in queries]

    assert {answer.status_code for answer in answers} <= {200, 400}
    assert [a for a in answers if "Mopeds at night" in a.text] == []


def test_too_many_searches_from_one_network_have_to_wait(cast, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"public_search": "2/m/ip"}
    client = cast.client("anybody")

    assert [client.get(ASKED, {"about": "x"}).status_code for _ in range(3)] == [200, 200, 429]


def test_many_matters_take_the_queries_of_one(cast, shown, now, django_assert_num_queries):
    client = cast.client("anybody")
    for more in (0, 8):
        for number in range(more):
            list_matter(cast.safer, f"Mopeds {number}", by=cast.ruth, at=now)
        with django_assert_num_queries(15):
            client.get(ASKED, {"about": "mopeds"})
