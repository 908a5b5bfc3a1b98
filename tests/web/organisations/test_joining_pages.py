import pytest
from django.urls import reverse

from joinedup.domain.merging.models import Merge
from joinedup.domain.organisations.actions import add_organisation, identify_organisation
from joinedup.domain.organisations.queries import kept_for
from joinedup.domain.partnerships.actions import add_member
from tests.web.reading import errors_of, links_of, page_text

SAME = {"keeps": "this", "because": "The same charity number."}


def page(name, body, *more):
    return reverse(name, args=[body.public_id, *more])


@pytest.fixture
def twin(cast, now):
    return add_organisation("Riverside Larder", by=cast.priya, at=now)


def test_two_entries_are_joined_and_the_old_address_leads_to_the_kept_one(cast, twin):
    client, address = cast.client("priya"), page("organisation_join", cast.riverside)

    asked = client.get(address + "?find=larder")
    form = SAME | {"organisation": twin.public_id}
    done = client.post(address + "?find=larder", form)

    assert "Riverside Larder" in page_text(asked)
    assert done["Location"] == page("organisation", cast.riverside)
    assert client.get(page("organisation", twin))["Location"] == page(
        "organisation", cast.riverside
    )
    said = page_text(client.get(done["Location"]))
    assert "The entry “Riverside Larder” was joined with this one on 15 June 2026." in said
    assert "Also known as Riverside Larder" in said
    history = page_text(client.get(page("organisation_history", cast.riverside)))
    assert "Priya Nair joined the entry “Riverside Larder” with this one." in history


def test_the_other_entry_may_be_the_one_that_is_kept(cast, twin):
    address = page("organisation_join", twin) + "?find=food+share"
    form = SAME | {"organisation": cast.riverside.public_id, "keeps": "other"}

    done = cast.client("priya").post(address, form)

    assert done["Location"] == page("organisation", cast.riverside)
    assert kept_for(twin.public_id) == cast.riverside


def test_they_are_parted_again_from_the_page(cast, twin):
    client = cast.client("priya")
    form = SAME | {"organisation": twin.public_id}
    client.post(page("organisation_join", cast.riverside) + "?find=larder", form)
    address = page("merge_undo", cast.riverside, Merge.objects.get().public_id)

    linked = address in links_of(client.get(page("organisation", cast.riverside)))
    done = client.post(address, {"because": "Two after all."}, follow=True)

    assert linked
    assert "They are two entries again." in page_text(done)
    assert client.get(page("organisation", twin)).status_code == 200


def test_two_members_of_one_partnership_are_refused_and_nothing_typed_is_lost(cast, now, twin):
    add_member(cast.safer, twin, by=cast.priya, at=now)
    address = page("organisation_join", cast.riverside) + "?find=larder"
    form, client = SAME | {"organisation": twin.public_id}, cast.client("priya")

    refused = client.post(address, form)
    done = client.post(address, form | {"joining": "on"})

    assert refused.status_code == 409
    assert "Both are members of one partnership at the same time." in errors_of(refused)[0]
    assert "The same charity number." in refused.text
    assert done.status_code == 302


def test_an_entry_that_people_work_for_is_for_a_steward(cast):
    said = page_text(cast.client("priya").get(page("organisation_join", cast.thornford)))

    assert "Only a steward can join it with another." in said


def test_a_number_that_another_entry_has_leads_to_joining(cast, now, twin):
    identify_organisation(cast.riverside, "GB-CHC", "1234567", by=cast.priya, at=now)

    response = cast.client("priya").post(
        page("organisation_identifier", twin), {"scheme": "GB-CHC", "value": "1 234 567"}
    )

    assert page("organisation_join", twin) + "?find=Riverside+Food+Share" in links_of(response)
