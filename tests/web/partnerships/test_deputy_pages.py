from django.urls import reverse

from joinedup.domain.partnerships.actions import open_seat
from tests.web.reading import errors_of, links_of, page_text

RUTH = "Ruth Bello, chair, for Wexmere Police"


def page(cast, name, *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def test_a_deputy_is_entered_with_whom_they_stand_in_for_and_both_are_told(cast):
    client, member = cast.client("priya"), cast.memberships["police"]
    typed = {"capacity": "DEPUTY", "name": "Zoe Hart", "email": "zoe@mail.example"}
    typed["stands_in_for"] = cast.seats["ruth"].public_id

    response = client.post(page(cast, "place_new", member.public_id), typed, follow=True)
    seat = member.seats.get(capacity="DEPUTY")
    briefs = [
        page_text(client.get(page(cast, "place_brief", each.public_id)))
        for each in (seat, cast.seats["ruth"])
    ]

    assert f"Stands in for {RUTH}" in page_text(response)
    assert "Deputy: Zoe Hart" in page_text(response)
    assert f"You stand in for {RUTH}" in briefs[0]
    assert "Who stands in for you Zoe Hart" in briefs[1]


def test_a_deputy_of_nobody_in_particular_can_be_told_whom_later(cast, now):
    member = cast.memberships["county"]
    seat = open_seat(member, capacity="DEPUTY", by=cast.priya, at=now)
    address, client = page(cast, "place_deputy", seat.public_id), cast.client("ben")

    before = client.get(page(cast, "partnership_members"))
    after = client.post(address, {"stands_in_for": cast.seats["ruth"].public_id}, follow=True)

    assert "Stands in for nobody in particular" in page_text(before)
    assert address in links_of(before)
    assert f"Stands in for {RUTH}" in page_text(after)
    assert (
        f"Ben Whitlock noted for whom the deputy of Wexmere County Council stands in: {RUTH}."
        in page_text(client.get(page(cast, "partnership_history")))
    )


def test_the_places_of_representatives_have_no_such_link(cast):
    links = links_of(cast.client("priya").get(page(cast, "partnership_members")))

    assert [link for link in links if link.endswith("/deputy/")] == []


def test_a_chair_cannot_be_entered_as_standing_in(cast):
    address = page(cast, "place_new", cast.memberships["police"].public_id)
    typed = {"capacity": "CHAIR", "stands_in_for": cast.seats["ruth"].public_id}

    response = cast.client("priya").post(address, typed)

    assert errors_of(response) == ["Only a deputy stands in for another place."]
