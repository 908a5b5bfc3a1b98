import pytest
from django.urls import reverse

from joinedup.web.home.powers import RIGHTS, powers
from tests.access.tables import access_table


@pytest.mark.parametrize("kind", powers()["kinds"], ids=lambda kind: kind["key"])
def test_the_page_says_what_the_access_table_says(kind):
    table = access_table()

    allowed = {
        right: [thing for thing in powers()["things"] if kind["key"] in table.named(thing, right)]
        for right in RIGHTS
    }

    assert {right: kind[right] for right in RIGHTS} == allowed


def test_every_kind_of_person_who_signs_in_is_told_of():
    told = {kind["key"] for kind in powers()["kinds"]}

    # An officer of another district may in theirs what an officer may here.
    assert set(access_table().persons) - told == {"public", "foreign body's officer"}


@pytest.mark.django_db
def test_anybody_who_has_signed_in_reads_it(cast):
    page = cast.client("ade").get(reverse("powers")).text

    assert "Chair of the partnership" in page
    assert "results that stand, and the papers made of them" in page
