"""The page of members says which usual sectors nobody is from, as far as that is known."""

import pytest
from django.urls import reverse

from joinedup.domain.organisations.actions import add_organisation
from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.organisations.sectors import USUAL, sectors_missing
from joinedup.domain.partnerships.actions import add_member, change_partnership
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db
MISSING = "Nobody is here from: fire and rescue, health bodies, businesses."


def told(cast):
    page = cast.client("ade").get(reverse("partnership_members", args=[cast.safer.public_id]))
    return page_text(page)


def joined(cast, now, name, sector):
    body = add_organisation(name, sector=sector, by=None, at=now)
    add_member(cast.safer, body, by=cast.priya, at=now)


def test_members_are_told_which_sectors_are_missing(cast, now):
    assert MISSING in told(cast)

    joined(cast, now, "Wexmere Fire Service", Sector.FIRE)

    assert "Nobody is here from: health bodies, businesses." in told(cast)


def test_nothing_is_missing_among_the_parts_of_one_body(cast, now):
    change_partnership(cast.safer, version=1, is_internal=True, by=cast.priya, at=now)

    assert "Nobody is here from" not in told(cast)


def test_nothing_is_missing_while_a_sector_is_not_told(cast, now):
    joined(cast, now, "Somebody", Sector.UNTOLD)

    assert "Nobody is here from" not in told(cast)


def test_any_of_the_bodies_of_a_sector_will_do():
    assert sectors_missing([Sector.PARISH, "POLICE", "FIRE", "HEALTH", "BUSINESS", "FAITH"]) == []
    assert sectors_missing([Sector.HOUSING]) == [name for name, _ in USUAL]
    assert sectors_missing([]) == []
