"""Preparing a round on its pages: the committee, then the partnerships found and ticked."""

import pytest
from django.urls import reverse

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.actions import register_partnership
from joinedup.domain.partnerships.kinds import Level, State, Tier
from joinedup.domain.reviews.models import Round
from joinedup.domain.reviews.queries.rounds import could_be_asked
from tests.rounds import prepared
from tests.web.reading import errors_of, page_text

pytestmark = pytest.mark.django_db


def typed(cast, round, year="2027"):
    return {
        "host": cast.thornford.pk,
        "title": "Yearly review 2027",
        "instrument": round.instrument_id,
        "committee_on-day": "1",
        "committee_on-month": "March",
        "committee_on-year": year,
    }


def test_the_dates_are_planned_back_from_the_committee(cast, now):
    values = typed(cast, prepared(cast, now))

    page = cast.client("priya").post(reverse("round_prepare"), values)

    made = Round.objects.get(title="Yearly review 2027")
    assert page.headers["Location"] == reverse("round_dates", args=[made.public_id])
    assert (str(made.opens_on), str(made.papers_due_on)) == ("2027-01-01", "2027-02-15")


def test_a_year_that_never_was_is_refused_with_what_was_typed(cast, now):
    values = typed(cast, prepared(cast, now), year="0001")

    page = cast.client("priya").post(reverse("round_prepare"), values)

    assert (page.status_code, "0001" in page.text) == (422, True)
    assert "the year must have 4 figures" in errors_of(page)[0]


@pytest.mark.parametrize("who", ["helen", "ade", "derek"])
def test_whoever_is_no_officer_prepares_nothing(cast, now, who):
    values = typed(cast, prepared(cast, now))
    client = cast.client(who)

    page = client.get(reverse("round_prepare"))
    refused = client.post(reverse("round_prepare"), values)

    assert "Only a partnership officer or manager can prepare a round." in page_text(page)
    assert (refused.status_code, Round.objects.count()) == (422, 1)


def test_nobody_prepares_a_round_for_another_body(cast, now):
    values = typed(cast, prepared(cast, now))

    page = cast.client("noor").post(reverse("round_prepare"), values)

    assert (page.status_code, Round.objects.count()) == (422, 1)


@pytest.mark.parametrize(("name", "status", "asked"), [("safer", 302, 1), ("growth", 409, 1)])
def test_ticking_by_hand_asks_those_and_refuses_what_is_not_ones_own(
    cast, now, name, status, asked
):
    round = prepared(cast, now)
    ticked = [getattr(cast, name).public_id]

    page = cast.client("priya").post(
        reverse("round_choose", args=[round.public_id]), {"partnership": ticked}
    )

    assert (page.status_code, round.reviews.count()) == (status, asked)


def test_more_than_can_be_ticked_are_chosen_all_together_as_narrowed(cast, now, monkeypatch):
    monkeypatch.setattr("joinedup.web.rounds.asking.MOST_TICKED", 1)
    round = prepared(cast, now)
    for name in ("Network one", "Network two", "Board"):
        register_partnership(name, host=cast.thornford, state=State.ACTIVE, by=cast.priya, at=now)
    client, address = cast.client("priya"), reverse("round_choose", args=[round.public_id])

    page = client.get(address, {"name": "network"})
    client.post(f"{address}?name=network", {"all": "yes"})

    assert "2 partnerships fit, more than can be ticked one by one." in page_text(page)
    assert [r.partnership.name for r in round.reviews.order_by("partnership__name")] == [
        "Network one",
        "Network two",
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["Closing soon", "Network", "Safer Places group", "Untold"]),
        ({"name": "network"}, ["Network"]),
        ({"tier": ["1"]}, ["Safer Places group"]),
        ({"tier": ["none"]}, ["Closing soon", "Untold"]),
        ({"tier": ["3", "none"]}, ["Closing soon", "Network", "Untold"]),
        ({"level": [Level.STRATEGIC]}, ["Safer Places group"]),
        ({"state": [State.CLOSING]}, ["Closing soon"]),
        ({"name": "nothing bears this"}, []),
    ],
)
def test_partnerships_are_found_by_what_they_are(cast, now, asked, found):
    for name, details in {
        "Network": {"tier": Tier.NETWORK},
        "Untold": {},
        "Closing soon": {"state": State.CLOSING},
        "An idea": {"state": State.IDEA},
    }.items():
        values = {"state": State.ACTIVE} | details
        register_partnership(name, host=cast.thornford, by=cast.priya, at=now, **values)

    listed = could_be_asked(cast.priya, day_of(now), **asked)

    assert [partnership.name for partnership in listed] == found
    assert not could_be_asked(cast.ade, day_of(now), **asked).exists()
