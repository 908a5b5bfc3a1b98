from django.urls import reverse

from joinedup.domain.organisations.actions import (
    add_consortium_member,
    add_organisation,
    form_organisation,
    say_groups_served,
)
from joinedup.domain.organisations.kinds import Form, Group
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.partnerships.actions import add_member
from tests.web.reading import errors_of, links_of, page_text, table_of


def page(name, body, *more):
    return reverse(name, args=[body.public_id, *more])


def test_a_part_is_added_from_the_page_of_the_whole(cast):
    client = cast.client("priya")
    address = f"/organisations/new/?part_of={cast.county.public_id}"

    asked = client.get(address)
    done = client.post(address, {"name": "Roads and Transport", "sector": "COUNCIL"})

    assert address in links_of(client.get(page("organisation", cast.county)))
    assert "Wexmere County Council Add a part of it" in page_text(asked)
    assert "Part of Wexmere County Council" in page_text(client.get(done["Location"]))
    assert "Its parts Roads and Transport" in page_text(
        client.get(page("organisation", cast.county))
    )


def test_a_body_becomes_a_part_or_a_class_later(cast):
    client = cast.client("priya")
    whole = {"organisation": cast.county.public_id}

    client.post(page("organisation_part", cast.academy) + "?find=wexmere+county", whole)
    client.post(page("organisation_form", cast.mosque), {"form": "CLASS"})

    assert Organisation.objects.get(pk=cast.academy.pk).part_of == cast.county
    said = page_text(client.get(page("organisation", cast.mosque)))
    assert "What it is All organisations of a sort" in said
    assert "said what it is: All organisations of a sort (before: An organisation)." in page_text(
        client.get(page("organisation_history", cast.mosque))
    )


def test_whom_it_serves_is_shown_and_narrows_the_directory(cast):
    client = cast.client("priya")

    client.post(page("organisation_groups", cast.riverside), {"groups": ["POOR", "OLDER"]})

    said = page_text(client.get(page("organisation", cast.riverside)))
    assert "Serves or speaks for Older people, People on low incomes" in said
    rows = table_of(cast.client("ade").get("/organisations/", {"group": "OLDER"}))
    assert [row[0] for row in rows[1:]] == ["Riverside Food Share"]


def test_the_directory_is_narrowed_by_what_a_body_is(cast, now):
    form_organisation(cast.mosque, Form.CLASS, by=cast.priya, at=now)
    say_groups_served(cast.mosque, [Group.FAITH], by=cast.priya, at=now)

    rows = table_of(cast.client("ade").get("/organisations/", {"form": "CLASS", "group": "FAITH"}))

    assert [row[0] for row in rows[1:]] == ["Thornford Central Mosque"]


def test_a_consortium_tells_who_is_in_it_and_whose_turn_it_is(cast, now):
    small = add_organisation("Small Groups", form=Form.CONSORTIUM, by=cast.priya, at=now)
    client = cast.client("priya")
    joining = page("consortium_join", small) + "?find=riverside"

    client.post(joining, {"organisation": cast.riverside.public_id})
    member = small.consortium_members.get()
    turn = {"from_on-day": "1", "from_on-month": "6", "from_on-year": "2026"}
    client.post(page("consortium_turn", small, member.public_id), turn)

    shown = cast.client("ade").get(page("organisation", small))
    assert "Riverside Food Share sits for all of them now." in page_text(shown)
    assert table_of(shown) == [
        ["Organisation", "Since", "Its turns"],
        ["Riverside Food Share", "Not known", "since 1 June 2026"],
    ]
    assert "In the consortium Small Groups" in page_text(
        client.get(page("organisation", cast.riverside))
    )


def test_a_body_leaves_a_consortium(cast, now):
    small = add_organisation("Small Groups", form=Form.CONSORTIUM, by=cast.priya, at=now)
    member = add_consortium_member(small, cast.riverside, by=cast.priya, at=now)
    client = cast.client("priya")

    client.post(
        page("consortium_leave", small, member.public_id),
        {"on-day": "1", "on-month": "6", "on-year": "2026"},
    )

    assert "Nobody has been entered yet." in page_text(client.get(page("organisation", small)))


def test_a_member_that_is_a_consortium_says_so_in_the_partnership(cast, now):
    small = add_organisation("Small Groups", form=Form.CONSORTIUM, by=cast.priya, at=now)
    add_member(cast.safer, small, by=cast.priya, at=now)

    shown = cast.client("ade").get(page("partnership_members", cast.safer))

    assert "A consortium of several: see who is in it" in page_text(shown)


def test_a_consortium_with_members_cannot_be_anything_else(cast, now):
    small = add_organisation("Small Groups", form=Form.CONSORTIUM, by=cast.priya, at=now)
    add_consortium_member(small, cast.riverside, by=cast.priya, at=now)

    response = cast.client("priya").post(page("organisation_form", small), {"form": "BODY"})

    assert errors_of(response) == ["It has members of a consortium, so it is one."]


def test_a_person_is_a_member_in_their_own_right(cast):
    client = cast.client("priya")
    new = client.post("/organisations/new/", {"name": "Walter Penhale", "sector": "UNTOLD"})
    public_id = new["Location"].split("/")[2]

    client.post(reverse("organisation_form", args=[public_id]), {"form": "PERSON"})
    client.post(
        page("member_new", cast.safer) + "?find=penhale",
        {"organisation": public_id, "standing": "CORE"},
    )

    said = page_text(cast.client("ade").get(page("partnership_members", cast.safer)))
    assert "Walter Penhale Core member. Not yet told us. A person in their own right." in said
