import pytest
from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.leads.queries import lead_of
from joinedup.domain.organisations.actions import end_organisation
from tests.cast import LEFT_ON
from tests.web.reading import links_of, page_text, table_of

NEEDS = "Take on the record of Safer Places group, which nobody leads, or find who will"
STEP = "Find an organisation to lead its record: nobody does now."


@pytest.fixture
def unled(cast, now):
    end_organisation(cast.thornford, on=LEFT_ON, by=None, at=now)
    return cast


def page(cast, name="partnership_lead"):
    return reverse(name, args=[cast.safer.public_id])


@pytest.mark.parametrize(("who", "asked"), [("ben", True), ("ruth", False), ("noor", False)])
def test_those_who_could_take_it_on_are_asked_in_what_needs_them(unled, who, asked):
    response = unled.client(who).get(reverse("home"))

    assert (NEEDS in page_text(response), page(unled) in links_of(response)) == (asked, asked)


@pytest.mark.parametrize(("who", "may"), [("ben", True), ("ade", False)])
def test_the_record_says_that_nobody_leads_it_and_offers_it_to_those_who_may(unled, who, may):
    response = unled.client(who).get(page(unled, "partnership"))

    said = page_text(response)
    assert (STEP in said, "Nobody: it needs a lead host" in said) == (True, True)
    assert (page(unled) in links_of(response)) == may


def test_the_register_counts_tags_and_finds_what_nobody_leads(unled):
    client = unled.client("ben")

    whole, narrowed = (client.get(reverse("register") + query) for query in ("", "?host=nobody"))

    assert "1 that nobody leads" in page_text(whole)
    assert "No lead host" in table_of(narrowed)[1][0]


def test_a_register_where_everything_is_led_finds_none(cast):
    client = cast.client("ben")

    whole, narrowed = (client.get(reverse("register") + query) for query in ("", "?host=nobody"))

    assert "No lead host" not in table_of(whole)[1][0]
    assert "No partnership was found" in page_text(narrowed)


def test_a_record_is_taken_on_with_two_presses(unled, now):
    client = unled.client("ben")
    said = page_text(client.get(page(unled)))

    response = client.post(page(unled), {"organisation": unled.county.public_id})

    assert ("Take the record on" in said, "Wexmere Police" in said) == (True, False)
    assert response["Location"] == page(unled, "partnership")
    assert lead_of(unled.safer, day_of(now)) == unled.county
    history = page_text(client.get(page(unled, "partnership_history")))
    assert "Ben Whitlock noted that Wexmere County Council keeps the record." in history


def test_a_record_is_handed_over_to_another_host(cast, now):
    client = cast.client("priya")
    said = page_text(client.get(page(cast)))

    client.post(page(cast), {"organisation": cast.county.public_id})

    assert "Thornford District Council leads it now, and stays a host." in said
    assert lead_of(cast.safer, day_of(now)) == cast.county


def test_where_there_is_nobody_else_a_host_is_to_be_added_first(cast):
    address = reverse("partnership_lead", args=[cast.growth.public_id])

    response = cast.client("noor").get(address)

    assert "There is no other host or member that could lead it." in page_text(response)
