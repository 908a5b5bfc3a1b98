"""People against organisations: told on the page and in the papers, and only where it may be."""

import pytest

from joinedup.domain.organisations.kinds import Sector
from joinedup.domain.partnerships.actions import open_seat
from joinedup.domain.partnerships.models import Membership
from joinedup.domain.people.actions import add_person
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import seal_round
from tests.domain.reporting.paper import Paper
from tests.rounds import answered, joined, opened, sealed
from tests.unnamed import FIVE, sealed_unnamed
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db


def of_four(cast, now):
    """Three people of the county say 3, one of each of three other members says 1."""
    county = Membership.objects.get(partnership=cast.safer, organisation=cast.county)
    others = joined(cast, now, ("Xavier", Sector.FAITH), ("Yvonne", Sector.CHARITY))
    more = [add_person(name, email=f"{name}@x.example", by=None, at=now) for name in ("q", "r")]
    for person in more:
        open_seat(county, person=person, by=cast.priya, at=now)
    round = opened(cast, now)
    for person in (cast.colin, *more):
        answered(round, person, 3, now)
    for person in (cast.ade, *others.values()):
        answered(round, person, 1, now)
    seal_round(round, by=cast.priya, at=now)
    return round.reviews.get()


def test_people_and_organisations_are_told_with_a_table_on_the_page_and_on_paper(cast, now):
    review = of_four(cast, now)
    found = findings_of(review)

    page = page_text(cast.client("priya").get(f"/results/{review.public_id}/"))
    papers = [Paper(partnership_report(review, now), sort) for sort in ("pdf", "docx")]

    picture = found.both_views
    assert (found.why_not_both, picture.title) == ("", "People against organisations")
    assert picture.table().rows[0] == ("Foundations", "66.7", "50.0", "16.7")
    for told in (page, *papers):
        assert picture.sentence() in told
        assert "Each organisation counts once" in told


@pytest.mark.parametrize("values", [{}, {"ruth": 3, "ade": 0}, {"ruth": 3, "colin": 3, "ade": 0}])
def test_fewer_than_four_organisations_are_never_held_against_people(cast, now, values):
    review = sealed(cast, now, values).reviews.get()

    page = page_text(cast.client("priya").get(f"/results/{review.public_id}/"))
    told = [page, *(Paper(partnership_report(review, now), sort) for sort in ("pdf", "docx"))]

    assert findings_of(review).both_views is None
    assert [each for each in told if "Each organisation counts once" in each] == []
    assert {"fewer than four organisations" in each for each in told} == {len(values) == 3}


def test_an_anonymous_round_never_tells_them_apart(cast, now):
    review = sealed_unnamed(cast, now, dict(zip(FIVE, (3, 3, 2, 2, 1), strict=True)))

    page = page_text(cast.client("priya").get(f"/results/{review.public_id}/"))

    assert findings_of(review).both_views is None
    assert "Each organisation counts once" not in page
    assert "Nobody knows which organisation an answer came from" in page
