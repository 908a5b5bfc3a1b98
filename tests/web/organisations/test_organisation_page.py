from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import add_other_name, identify_organisation
from joinedup.domain.organisations.kinds import NameSort
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import known_as
from joinedup.domain.partnerships.actions import end_membership
from tests.cast import EVERYBODY
from tests.web.reading import errors_of, page_text, table_of

ONLY = (
    "Only a partnership officer, manager or steward can correct what is said of "
    "Wexmere County Council."
)


def page(name, body):
    return reverse(name, args=[body.public_id])


def shown(cast, who, body):
    return cast.client(who).get(page("organisation", body))


@pytest.mark.parametrize("kind", EVERYBODY)
def test_what_we_do_together_is_only_what_the_viewer_may_see(cast, kind):
    said = page_text(shown(cast, EVERYBODY[kind], cast.riverside))

    sees = kind not in {"public", "ticket holder", "former seat", "foreign body's officer"}
    assert ("Safer Places group" in said) == sees
    assert ("What we did together before Partnership" in said) == (kind == "foreign body's officer")


def test_since_when_and_as_what(cast):
    assert table_of(shown(cast, "priya", cast.mosque)) == [
        ["Partnership", "As", "Since", "Who sits there"],
        ["Safer Places group", "Associate", "1 April 2019", "Nadia Rahman (representative)"],
    ]


def test_what_we_did_before_is_told_with_its_end(cast, now):
    end_membership(
        cast.memberships["mosque"], on=date(2026, 5, 31), because="", by=cast.priya, at=now
    )

    response = shown(cast, "priya", cast.mosque)

    assert "It is a member of no partnership that you can see." in page_text(response)
    assert table_of(response)[1] == [
        "Safer Places group",
        "Associate",
        "1 April 2019",
        "31 May 2026",
    ]


def test_its_entry_tells_names_over_time_and_numbers(cast, now):
    add_other_name(
        cast.riverside,
        "Soup Kitchen",
        sort=NameSort.FORMER,
        from_on=date(1998, 5, 1),
        to_on=date(2011, 4, 30),
        by=cast.priya,
        at=now,
    )
    add_other_name(cast.riverside, "RFS", sort=NameSort.SHORT, by=cast.priya, at=now)
    identify_organisation(cast.riverside, "GB-CHC", "1234567", by=cast.priya, at=now)

    said = page_text(shown(cast, "ade", cast.riverside))

    assert "Sector Charity or voluntary group" in said
    assert "Former name Soup Kitchen (1 May 1998 to 30 April 2011)" in said
    assert "Short name RFS" in said
    assert "Charity number, England and Wales 1234567" in said


def test_an_unknown_body_is_not_found(cast):
    for who in ("priya", "invited"):
        assert cast.client(who).get("/organisations/aaaaaaaaaa/").status_code == 404


def test_a_body_is_added_unless_it_is_there_already(cast):
    client, form = cast.client("priya"), {"name": "riverside food-share", "sector": "CHARITY"}

    asked = client.post("/organisations/new/", form)
    done = client.post("/organisations/new/", form | {"is_another": "on"})

    assert errors_of(asked) == [
        "Riverside Food Share is in the directory already. If this is another one, tick below."
    ]
    new = Organisation.objects.get(name="riverside food-share")
    assert done["Location"] == page("organisation", new)


def test_the_name_looked_for_is_typed_in_already(cast):
    response = cast.client("priya").get("/organisations/new/?name=Harbour+Choir")

    assert 'value="Harbour Choir"' in response.text


def test_a_new_name_keeps_the_old_one(cast):
    body = cast.riverside

    response = cast.client("priya").post(
        page("organisation_change", body),
        {"version": 1, "name": "Riverside Larder", "sector": "CHARITY", "website": "a.example"},
    )

    kept = Organisation.objects.get(pk=body.pk)
    assert (response.status_code, kept.name, kept.website) == (
        302,
        "Riverside Larder",
        "https://a.example",
    )
    assert [other.name for other in body.other_names.all()] == ["Riverside Food Share"]


def test_the_second_of_two_editors_sees_both_texts(cast):
    client, address = cast.client("priya"), page("organisation_change", cast.riverside)
    form = {"version": 1, "sector": "CHARITY"}
    client.post(address, form | {"name": "First"})

    response = client.post(address, form | {"name": "Second"})

    assert response.status_code == 409
    assert "What the record says now Name First" in page_text(response)
    assert 'value="Second"' in response.text


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("organisation_change", {"version": 1, "name": "Mine", "sector": "FAITH"}),
        ("organisation_name", {"name": "Mine", "sort": "ALIAS"}),
        ("organisation_identifier", {"scheme": "GB-CHC", "value": "1"}),
    ],
)
def test_who_may_not_is_told_why_and_changes_nothing(cast, name, form):
    client = cast.client("ade")

    shown, sent = client.get(page(name, cast.county)), client.post(page(name, cast.county), form)

    assert ONLY in page_text(shown)
    assert (sent.status_code, errors_of(sent)) == (409, [ONLY])


def test_a_name_and_a_number_are_added(cast):
    client = cast.client("priya")

    client.post(page("organisation_name", cast.county), {"name": "WCC", "sort": "SHORT"})
    client.post(
        page("organisation_identifier", cast.county), {"scheme": "GSS", "value": "E10000999"}
    )

    assert [other.name for other in cast.county.other_names.all()] == ["WCC"]
    assert known_as("GSS", "E10000999") == cast.county


def test_a_number_that_is_taken_is_refused_at_its_box(cast):
    response = cast.client("priya").post(
        page("organisation_identifier", cast.county), {"scheme": "GSS", "value": "E07000999"}
    )

    assert errors_of(response) == [
        "Official area code (GSS) E07000999 is that of Thornford District Council, in the "
        "directory already."
    ]
    assert 'href="#id_value"' in response.text


def test_its_history_is_told_in_sentences(cast, now):
    identify_organisation(cast.county, "GSS", "E10000999", by=cast.priya, at=now)

    said = page_text(cast.client("ade").get(page("organisation_history", cast.county)))

    assert (
        "Priya Nair noted its number: Official area code (GSS) E10000999. 15 June 2026 at 10am "
        "The service itself put it in the directory. 1 April 2025 at 10am"
    ) in said


@pytest.mark.parametrize("more", [1, 20])
def test_many_names_take_the_queries_of_one(cast, now, django_assert_num_queries, more):
    for number in range(more):
        add_other_name(cast.riverside, f"Name {number}", sort=NameSort.ALIAS, by=cast.priya, at=now)
    client = cast.client("priya")

    with django_assert_num_queries(22):
        client.get(page("organisation", cast.riverside))
