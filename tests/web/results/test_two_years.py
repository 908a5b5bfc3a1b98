"""The same questions a year later: every screen that compares says what has moved."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.reviews.models import Review
from tests.rounds import sealed
from tests.web.reading import page_text

pytestmark = pytest.mark.django_db

EVERYBODY = ("ruth", "colin", "ade", "nadia", "owen")
A_YEAR = timedelta(days=365)
UNTIL_IT_STANDS = timedelta(days=30)


@pytest.fixture
def two_years(cast, now, clock):
    """Everybody said “started”, and a year later “mostly in place”; both results stand."""
    sealed(cast, now, dict.fromkeys(EVERYBODY, 1))
    sealed(cast, now + A_YEAR, dict.fromkeys(EVERYBODY, 2))
    clock.move_to(now + A_YEAR + UNTIL_IT_STANDS)
    return cast


def test_a_result_tells_last_time_beside_this_time_and_what_moved(two_years):
    latest = Review.objects.latest("round__year")

    said = page_text(two_years.client("ade").get(reverse("result", args=[latest.public_id])))

    assert "Up from 33.3 in 2026. 5 people from 5 organisations answered both times." in said
    assert "Foundations 66.7 33.3 Sound" in said


def test_the_reviews_of_a_partnership_are_told_year_by_year(two_years):
    page = reverse("partnership_reviews", args=[two_years.safer.public_id])

    said = page_text(two_years.client("ade").get(page))

    assert "Overall: 33.3 in 2026, 66.7 in 2027." in said


@pytest.mark.parametrize("who", ["priya", "marcus", "helen", "tom"])
def test_the_portfolio_tells_officers_and_leaders_what_rose(two_years, who):
    page = reverse("portfolio", args=[two_years.thornford.public_id])

    said = page_text(two_years.client(who).get(page))

    assert "Safer Places group rose most, by 33.4 points." in said
    row = said.partition("Change Safer Places group ")[2].replace(" of Safer Places group", "")
    assert row.startswith("1 is the tier 6 members Sound, 66.7 +33.4 points, Safer Places group")
