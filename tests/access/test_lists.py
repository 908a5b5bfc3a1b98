"""A list with one identifier in it that is not one's own is refused whole (trust.md, T2)."""

import pytest
from django.urls import reverse

from tests.access.objects import never_was
from tests.access.probing import SECRET_OF_FORM, everything
from tests.domain.sharing.agreeing import TYPED

pytestmark = pytest.mark.django_db


def test_a_list_with_a_foreign_partnership_is_refused_as_one_with_none_that_ever_was(world):
    round, cast = world.rounds["draft"], world.cast
    client, before = cast.client("priya"), everything()
    own, foreign = cast.safer.public_id, cast.growth.public_id

    with_foreign, with_missing = (
        client.post(reverse("round_choose", args=[round.public_id]), {"partnership": [own, other]})
        for other in (foreign, never_was(foreign))
    )

    assert (with_foreign.status_code, with_missing.status_code) == (409, 409)
    assert "not yours to ask" in with_foreign.text
    assert SECRET_OF_FORM.sub("", with_foreign.text) == SECRET_OF_FORM.sub("", with_missing.text)
    assert everything() == before


@pytest.mark.parametrize("twice", [1, 2])
def test_a_list_of_ones_own_is_taken(world, twice):
    round, own = world.rounds["draft"], world.cast.safer.public_id
    address = reverse("round_choose", args=[round.public_id])

    chosen = world.cast.client("priya").post(address, {"partnership": [own] * twice})

    assert chosen.status_code == 302
    assert [review.partnership.public_id for review in round.reviews.all()] == [own]


def test_an_arrangement_with_a_member_from_elsewhere_is_refused_as_with_one_that_never_was(world):
    client, members = world.cast.client("priya"), world.cast.memberships
    page, before = reverse("sharing_new", args=[world.cast.safer.public_id]), everything()
    foreign, own = world.seat_abroad.membership.public_id, members["county"].public_id
    form = TYPED | {"source": members["police"].public_id}

    told = []
    for other in (foreign, never_was(foreign)):
        refused = client.post(page, form | {"recipients": [own, other]})
        text = SECRET_OF_FORM.sub("", refused.text).replace(other, "")
        told.append((refused.status_code, text, everything() == before))

    assert told[0] == told[1]
    assert (told[0][0], told[0][2]) == (422, True)
    assert client.post(page, form | {"recipients": [own]}).status_code == 302
