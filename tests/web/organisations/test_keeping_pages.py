from datetime import date

import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import (
    add_organisation,
    add_other_name,
    end_organisation,
    identify_organisation,
    note_successor,
)
from joinedup.domain.organisations.kinds import NameSort, SuccessionSort
from joinedup.domain.organisations.models import Organisation, Succession
from joinedup.domain.organisations.queries import known_as
from tests.web.reading import errors_of, links_of, page_text, table_of

ON = {"on-day": "1", "on-month": "4", "on-year": "2026"}
WRONG = {"because": "It was a slip."}


def page(name, body, *more):
    return reverse(name, args=[body.public_id, *more])


def test_a_number_is_put_right_from_the_page_of_its_body(cast, now):
    identify_organisation(cast.riverside, "GB-CHC", "1234567", by=cast.priya, at=now)
    client, address = (
        cast.client("priya"),
        page("identifier_correct", cast.riverside, "GB-CHC-1234567"),
    )

    shown = client.get(page("organisation", cast.riverside))
    bad = client.post(address, {"value": "12"})
    client.post(address, {"value": "1 234 568", "because": "A slip."})

    assert address in links_of(shown)
    assert errors_of(bad) == ["A charity number has six or seven figures, such as 1234567."]
    assert known_as("GB-CHC", "1234568") == cast.riverside
    history = page_text(client.get(page("organisation_history", cast.riverside)))
    assert (
        "put a number right: Charity number, England and Wales 1234568 (before: 1234567). "
        "Why: A slip."
    ) in history


def test_a_number_and_a_name_are_taken_away(cast, now):
    add_other_name(cast.county, "The Shire", sort=NameSort.ALIAS, by=cast.priya, at=now)
    client = cast.client("priya")

    client.post(page("name_remove", cast.county, "the shire"), WRONG)
    client.post(page("identifier_remove", cast.thornford, "GSS-E07000999"), WRONG)

    assert (cast.county.other_names.count(), known_as("GSS", "E07000999")) == (0, None)


def test_the_number_of_another_body_says_whose_it_is_and_leads_there(cast):
    response = cast.client("priya").post(
        page("organisation_identifier", cast.county), {"scheme": "GSS", "value": "e07000999"}
    )

    assert "that of Thornford District Council, in the directory already" in errors_of(response)[0]
    assert page("organisation", cast.thornford) in links_of(response)


def test_a_body_ends_and_is_asked_what_came_after_it(cast):
    client, farhaven = cast.client("priya"), cast.farhaven

    ended = client.post(page("organisation_end", farhaven), ON | {"because": "Reorganised."})
    asked = client.get(ended["Location"] + "?find=wexmere+county")
    form = {"organisation": cast.county.public_id, "sort": "MERGED"} | ON
    client.post(ended["Location"] + "?find=wexmere+county", form)

    assert ended["Location"] == page("organisation_successor", farhaven)
    assert "Wexmere County Council" in page_text(asked)
    shown = page_text(cast.client("ade").get(page("organisation", farhaven)))
    assert "It ended on 1 April 2026. Merged into Wexmere County Council (1 April 2026)" in shown
    assert "Took in Farhaven Borough Council (1 April 2026)" in page_text(
        client.get(page("organisation", cast.county))
    )


def test_both_histories_tell_what_came_after(cast, now):
    note_successor(cast.farhaven, cast.county, sort=SuccessionSort.SPLIT, by=cast.priya, at=now)
    client = cast.client("ade")

    first, second = (
        page_text(client.get(page("organisation_history", body)))
        for body in (cast.farhaven, cast.county)
    )

    assert "Priya Nair noted what came after it. Split into Wexmere County Council." in first
    assert "noted what came before it. Was split off from Farhaven Borough Council." in second


def test_what_came_after_is_taken_away_again(cast, now):
    link = note_successor(cast.farhaven, cast.county, by=cast.priya, at=now)
    address = page("successor_remove", cast.farhaven, link.public_id)
    client = cast.client("priya")

    linked = address in links_of(client.get(page("organisation", cast.farhaven)))
    client.post(address, WRONG)

    assert linked
    assert not Succession.objects.exists()


def test_a_circle_is_refused_and_nothing_typed_is_lost(cast, now):
    note_successor(cast.farhaven, cast.county, by=cast.priya, at=now)
    address = page("organisation_successor", cast.county) + "?find=farhaven"

    response = cast.client("priya").post(
        address, {"organisation": cast.farhaven.public_id, "sort": "SPLIT"} | ON
    )

    assert response.status_code == 409
    assert "came after Farhaven Borough Council" in errors_of(response)[0]
    assert 'value="SPLIT" checked' in response.text


@pytest.mark.parametrize("name", ["organisation_end", "organisation_successor"])
def test_who_may_not_is_told_why(cast, name):
    said = page_text(cast.client("ade").get(page(name, cast.county)))

    assert "Only a partnership officer, manager or steward can correct what is said" in said


def test_a_name_that_several_bear_is_told_as_such_with_days(cast, now):
    for number, year in enumerate((1994, 2001)):
        body = add_organisation(f"Council {number}", by=cast.priya, at=now)
        add_other_name(
            body,
            "Old Shire",
            sort=NameSort.FORMER,
            to_on=date(year, 3, 31),
            by=cast.priya,
            at=now,
        )
        end_organisation(body, on=date(year, 3, 31), by=cast.priya, at=now)
    client = cast.client("ade")

    response = client.get("/organisations/", {"name": "old SHIRE"})

    assert "2 organisations bear or bore exactly this name." in page_text(response)
    assert [row[0] for row in table_of(response)[1:]] == [
        "Council 0 Also or formerly Old Shire (until 31 March 1994) Ended 31 March 1994",
        "Council 1 Also or formerly Old Shire (until 31 March 2001) Ended 31 March 2001",
    ]
    assert "exactly this name" not in page_text(client.get("/organisations/", {"name": "shire"}))


def test_a_wrong_end_is_put_right_in_the_entry(cast, now):
    end_organisation(cast.farhaven, on=date(2026, 4, 1), by=cast.priya, at=now)
    client, address = cast.client("priya"), page("organisation_change", cast.farhaven)

    shown = client.get(address)
    client.post(address, {"version": 2, "name": "Farhaven Borough Council", "sector": "COUNCIL"})

    assert "When it ended" in page_text(shown)
    assert Organisation.objects.get(pk=cast.farhaven.pk).to_on is None
