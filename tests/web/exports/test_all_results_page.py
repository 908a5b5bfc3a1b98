"""The page that asks for all results of a round in one file."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.parcels.actions import make_parcel
from joinedup.domain.parcels.models import Parcel
from tests.rounds import sealed
from tests.web.reading import links_of, page_text

pytestmark = pytest.mark.django_db


def test_an_officer_asks_for_it_from_the_round_and_fetches_a_draft_named_so(cast, now, clock):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    at = now + timedelta(days=3)
    clock.move_to(at)
    client = cast.client("priya")
    page = reverse("results_take", args=[round.public_id])

    linked = page in links_of(client.get(reverse("round", args=[round.public_id])))
    told = page_text(client.get(page))
    client.post(page)
    file = Parcel.objects.get()
    make_parcel(public_id=file.public_id, version=file.version, at=at, hold=lambda: None)

    fetched = client.get(reverse("parcel_file", args=[file.public_id]))
    assert linked
    assert "These results are drafts until 1 July 2026, and each file says so." in told
    assert "results-draft-" in fetched["Content-Disposition"]
    assert fetched.getvalue()[:2] == b"PK"


def test_whoever_may_read_the_round_but_no_drafts_is_told_why_and_offered_no_link(cast, now, clock):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    clock.move_to(now + timedelta(days=3))
    client = cast.client("helen")
    page = reverse("results_take", args=[round.public_id])

    assert page not in links_of(client.get(reverse("round", args=[round.public_id])))
    assert "This file is for those who may read the result of every partnership" in page_text(
        client.get(page)
    )
    assert client.post(page).status_code == 409
    assert cast.client("ade").get(page).status_code == 404
