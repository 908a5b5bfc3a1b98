from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.organisations.actions import (
    add_other_name,
    end_organisation,
    note_successor,
)
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.partnerships.models import Membership, Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.people.models import Person
from tests.web.reading import errors_of, links_of, page_text

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
ON = {"on-day": "31", "on-month": "7", "on-year": "2026"}


def page(cast, name, *more):
    return reverse(name, args=[cast.safer.public_id, *more])


def test_every_member_is_told_with_its_places_and_who_holds_them(cast):
    said = page_text(cast.client("ade").get(page(cast, "partnership_members")))

    assert "6 members. Nobody has confirmed this list yet." in said
    assert (
        "Riverside Food Share Core member since 1 April 2019. Charity or voluntary group. "
        "Representative: Ade Okafor since 1 April 2025"
    ) in said
    assert "Thornford District Council Core member since 1 April 2019. Council. " in said
    assert "Representative: Nobody" in said


@pytest.mark.parametrize(
    ("who", "own", "others"),
    [("priya", True, True), ("ruth", True, True), ("ben", True, False), ("ade", False, False)],
)
def test_only_the_places_a_person_may_fill_are_offered(cast, who, own, others):
    links = links_of(cast.client(who).get(page(cast, "partnership_members")))

    assert (page(cast, "place_fill", cast.seats["colin"].public_id) in links) == own
    assert (page(cast, "place_fill", cast.seats["ruth"].public_id) in links) == others


def test_the_list_is_confirmed_with_one_press(cast, now):
    client = cast.client("ruth")

    response = client.post(page(cast, "members_confirm"))

    assert response["Location"] == page(cast, "partnership_members")
    assert Partnership.objects.get(pk=cast.safer.pk).members_confirmed_on == day_of(now)
    assert "Confirmed on 15 June 2026." in page_text(client.get(response["Location"]))


def test_confirming_without_a_say_is_refused_politely(cast):
    response = cast.client("ade").post(page(cast, "members_confirm"))

    assert response.status_code == 409
    assert ONLY in page_text(response)


def test_a_member_is_found_by_an_old_name_and_entered(cast, now):
    add_other_name(cast.farhaven, "Port Council", sort=NameSort.FORMER, by=cast.noor, at=now)
    client, address = cast.client("priya"), page(cast, "member_new") + "?find=port"

    shown = page_text(client.get(address))
    response = client.post(
        address,
        {"organisation": cast.farhaven.public_id, "standing": "ASSOCIATE", "unit": "Harbour"},
    )

    assert "Farhaven Borough Council Council. Also or formerly Port Council" in shown
    assert response["Location"] == page(cast, "partnership_members")
    new = Membership.objects.get(organisation=cast.farhaven)
    assert (new.standing, new.unit, new.from_on) == ("ASSOCIATE", "Harbour", None)


def test_a_body_that_is_not_there_leads_to_the_directory_or_to_an_officer(cast):
    address = page(cast, "member_new") + "?find=zebra"

    officer, chair = cast.client("priya").get(address), cast.client("ruth").get(address)

    assert "/organisations/new/?name=zebra" in links_of(officer)
    assert "ask a partnership officer to add it" in page_text(chair)


def test_a_member_is_not_entered_twice(cast):
    response = cast.client("priya").post(
        page(cast, "member_new") + "?find=police",
        {"organisation": cast.police.public_id, "standing": "CORE"},
    )

    assert errors_of(response) == ["Wexmere Police is already a member."]


@pytest.mark.parametrize("find", ["", "zebra", "\x00"])
def test_only_a_body_that_was_found_can_be_entered(cast, find):
    response = cast.client("priya").post(
        page(cast, "member_new") + f"?find={find}",
        {"organisation": cast.farhaven.public_id, "standing": "CORE"},
    )

    assert response.status_code == 422


def test_a_membership_ends_on_a_day_with_a_reason(cast):
    member = cast.memberships["police"]
    address = page(cast, "member_end", member.public_id)

    unsaid = cast.client("priya").post(address, ON)
    response = cast.client("priya").post(address, ON | {"because": "Reorganised."})

    assert errors_of(unsaid) == ["Give an answer to “Why does it leave?”"]
    assert response.status_code == 302
    assert Membership.objects.get(pk=member.pk).to_on == date(2026, 7, 31)


def test_a_place_is_added_for_somebody_new(cast, now):
    address = page(cast, "place_new", cast.memberships["police"].public_id)

    response = cast.client("priya").post(
        address, {"capacity": "DEPUTY", "name": "Zoe Hart", "email": "Zoe@mail.example"}
    )

    zoe = Person.objects.get(name="Zoe Hart")
    assert response.status_code == 302
    assert list(visible_to(zoe, day_of(now))) == [cast.safer]


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"name": "Zoe"}, "Enter the email address, or leave the name empty as well"),
        ({"email": "z@mail.example"}, "Enter the full name, or leave the address empty as well"),
        (
            {"name": "Zoe", "email": "z"},
            "Enter an email address in the right form, like name@example.org",
        ),
    ],
)
def test_name_and_address_go_together(cast, typed, error):
    address = page(cast, "place_new", cast.memberships["police"].public_id)

    response = cast.client("priya").post(address, {"capacity": "DEPUTY"} | typed)

    assert errors_of(response) == [error]


def test_a_place_is_added_for_nobody_yet(cast):
    member = cast.memberships["police"]

    cast.client("priya").post(page(cast, "place_new", member.public_id), {"capacity": "DEPUTY"})

    assert member.seats.get(capacity="DEPUTY").holders.count() == 0


def test_filling_a_place_says_who_loses_it_and_shows_them_nothing_more(cast, now):
    client = cast.client("priya")
    address = page(cast, "place_fill", cast.seats["ade"].public_id)

    said = page_text(client.get(address))
    client.post(address, {"name": "Zoe Hart", "email": "zoe@mail.example"})

    assert "Ade Okafor holds this place now, and leaves it when you save" in said
    assert list(visible_to(cast.ade, day_of(now))) == []
    still = cast.client("ade").get(reverse("partnership", args=[cast.safer.public_id]))
    assert still.status_code == 404


def test_a_place_is_left_empty_after_a_day(cast):
    address = page(cast, "place_leave", cast.seats["ade"].public_id)

    response = cast.client("priya").post(address, ON)

    assert response.status_code == 302
    assert cast.seats["ade"].holders.get().to_on == date(2026, 7, 31)


@pytest.mark.parametrize("name", ["place_fill", "place_leave"])
def test_a_member_without_a_say_is_told_why(cast, name):
    address = page(cast, name, cast.seats["ruth"].public_id)

    assert ONLY in page_text(cast.client("ade").get(address))


def test_a_place_nobody_holds_cannot_be_left(cast):
    address = page(cast, "place_leave", cast.seats["derek"].public_id)

    assert "Nobody holds this place." in page_text(cast.client("priya").get(address))


def test_a_body_that_has_ended_leads_to_what_came_after_it(cast, now):
    end_organisation(cast.farhaven, on=date(2026, 3, 31), by=None, at=now)
    note_successor(cast.farhaven, cast.police, sort="PART", by=None, at=now)
    client, address = cast.client("priya"), page(cast, "member_new") + "?find=farhaven"

    shown = client.get(address)
    typed = {"organisation": cast.farhaven.public_id, "standing": "CORE"}
    refused = client.post(address, typed)

    told = "Farhaven Borough Council ended on 31 March 2026"
    assert f"{told}, and can join nothing any more. Add what came after it: Wexmere Police" in (
        page_text(shown)
    )
    assert page(cast, "member_new") + "?find=Wexmere+Police" in links_of(shown)
    assert errors_of(refused) == [f"{told}. Add what came after it: Wexmere Police."]


def test_a_body_that_ends_on_a_day_to_come_can_join_still(cast, now):
    end_organisation(cast.farhaven, on=day_of(now), by=None, at=now)
    address = page(cast, "member_new") + "?find=farhaven"

    shown = page_text(cast.client("priya").get(address))
    typed = {"organisation": cast.farhaven.public_id, "standing": "CORE"}

    assert "can join nothing any more" not in shown
    assert cast.client("priya").post(address, typed).status_code == 302
