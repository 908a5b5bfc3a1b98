"""Every page of a partnership, asked for by every kind of person; foreign looks like missing."""

import pytest
from django.urls import reverse

from tests.cast import EVERYBODY
from tests.delivery.markup import Markup

NOBODY = {"ticket holder", "former seat", "foreign body's officer"}
OF_ONE = [
    "partnership",
    "partnership_members",
    "partnership_papers",
    "partnership_reviews",
    "partnership_history",
    "partnership_change",
    "partnership_papers_change",
    "partnership_name",
    "partnership_host",
    "partnership_state",
    "member_new",
]
OF_A_MEMBER = ["member_end", "place_new"]
OF_A_PLACE = ["place_fill", "place_leave"]


def addresses(cast):
    ours, member, seat = (
        thing.public_id for thing in (cast.safer, cast.memberships["police"], cast.seats["ruth"])
    )
    yield from (reverse(name, args=[ours]) for name in OF_ONE)
    yield from (reverse(name, args=[ours, member]) for name in OF_A_MEMBER)
    yield from (reverse(name, args=[ours, seat]) for name in OF_A_PLACE)


@pytest.mark.parametrize("kind", EVERYBODY)
def test_each_person_opens_every_page_of_it_or_none(cast, kind):
    client = cast.client(EVERYBODY[kind])

    statuses = {client.get(address).status_code for address in addresses(cast)}

    assert statuses == {302 if kind == "public" else 404 if kind in NOBODY else 200}


def test_a_foreign_partnership_looks_like_one_that_never_was(cast):
    client = cast.client("priya")

    foreign = client.get(reverse("partnership", args=[cast.growth.public_id]))
    missing = client.get(reverse("partnership", args=["aaaaaaaaaa"]))

    # The token against forged forms is another one in every answer.
    said = [Markup(response.text).text for response in (foreign, missing)]
    assert (foreign.status_code, said[0]) == (missing.status_code, said[1])
    assert "Page not found" in said[0]


@pytest.mark.parametrize("name", OF_A_MEMBER + OF_A_PLACE)
def test_a_part_of_one_partnership_is_not_found_under_another(cast, name):
    inside = cast.memberships["police"] if name in OF_A_MEMBER else cast.seats["ruth"]
    crossed = reverse(name, args=[cast.growth.public_id, inside.public_id])

    for who in ("priya", "noor"):
        assert cast.client(who).get(crossed).status_code == 404


@pytest.mark.parametrize("name", OF_ONE[5:])
def test_a_stranger_changes_nothing_and_learns_nothing(cast, name):
    address = reverse(name, args=[cast.safer.public_id])

    assert cast.client("noor").post(address, {"name": "Mine"}).status_code == 404
