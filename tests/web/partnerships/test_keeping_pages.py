"""Names, hosts and states: each page does its one act, or says why not."""

import pytest
from django.urls import reverse

from joinedup.domain.partnerships.actions import move_partnership
from joinedup.domain.partnerships.kinds import State
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosts_of
from tests.web.reading import errors_of, page_text

ONLY = "Only the lead host’s officers, the chair and the coordinator can change this record."
ACTS = {
    "partnership_name": {"name": "SPG", "sort": "SHORT"},
    "partnership_state": {"to": "CLOSING", "because": "Done."},
}


def page(cast, name):
    return reverse(name, args=[cast.safer.public_id])


@pytest.mark.parametrize("name", ACTS)
def test_a_member_without_a_say_is_told_why(cast, name):
    client = cast.client("ade")

    assert ONLY in page_text(client.get(page(cast, name)))
    assert errors_of(client.post(page(cast, name), ACTS[name])) == [ONLY]


@pytest.mark.parametrize("name", ACTS)
def test_those_who_keep_the_record_do_it_and_come_back(cast, name):
    response = cast.client("ruth").post(page(cast, name), ACTS[name])

    assert response["Location"] == reverse("partnership", args=[cast.safer.public_id])


def test_another_name_is_there_afterwards(cast):
    cast.client("priya").post(page(cast, "partnership_name"), {"name": "SPG", "sort": "SHORT"})

    assert [other.name for other in cast.safer.other_names.all()] == ["SPG"]


def test_its_own_name_is_no_other_name(cast):
    response = cast.client("priya").post(
        page(cast, "partnership_name"), {"name": "Safer Places Group", "sort": "ALIAS"}
    )

    assert errors_of(response) == ["Safer Places group is its name now."]


def test_a_record_moves_only_where_it_may(cast):
    client = cast.client("priya")

    shown = page_text(client.get(page(cast, "partnership_state")))
    refused = client.post(page(cast, "partnership_state"), {"to": "CLOSED", "because": "Done."})
    moved = client.post(page(cast, "partnership_state"), {"to": "CLOSING", "because": "Done."})

    assert "Closing It is being wound up." in shown
    assert "Declined" not in shown
    assert (refused.status_code, moved.status_code) == (422, 302)
    assert Partnership.objects.get(pk=cast.safer.pk).state == State.CLOSING


def test_what_has_closed_stays_closed(cast, now):
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    said = page_text(cast.client("priya").get(page(cast, "partnership_state")))

    assert "A partnership that has closed stays closed." in said


def test_a_host_is_found_by_name_and_added(cast, now):
    client, address = cast.client("priya"), page(cast, "partnership_host") + "?find=farhaven"

    shown = page_text(client.get(address))
    response = client.post(address, {"organisation": cast.farhaven.public_id})

    assert "Farhaven Borough Council Council" in shown
    assert response.status_code == 302
    assert cast.farhaven in [host.organisation for host in hosts_of(cast.safer, now.date())]


def test_a_host_is_not_added_twice(cast):
    address = page(cast, "partnership_host") + "?find=wexmere"

    response = cast.client("priya").post(address, {"organisation": cast.county.public_id})

    assert errors_of(response) == ["Wexmere County Council is already a host."]
