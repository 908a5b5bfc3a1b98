"""Drafts are for those of DESIGN 10.3; what stands is for all who may open the partnership."""

from datetime import timedelta

import pytest

from joinedup.domain.basics.days import day_of
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import visible_to
from joinedup.domain.results.queries import (
    results_in,
    results_of,
    results_visible_to,
    reviews_shown_of,
    standing_results,
    told_in_register,
)
from joinedup.domain.reviews.models import Review
from tests.cast import EVERYBODY
from tests.rounds import opened, prepared, sealed

pytestmark = pytest.mark.django_db

DRAFTS = {
    "core seat",
    "associate seat",
    "observer seat",
    "chair",
    "coordinator",
    "lead host's officer",
    "another host's officer",
    "director",
}
STANDING = DRAFTS | {"leadership", "auditor", "steward"}
EVERYTHING = Partnership.objects.all()


@pytest.fixture
def review(cast, now):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    return Review.objects.select_related("round").get()


@pytest.mark.parametrize("kind", EVERYBODY)
@pytest.mark.parametrize(("days", "readers"), [(3, DRAFTS), (30, STANDING)])
def test_who_reads_a_draft_and_who_a_result_that_stands(cast, review, now, kind, days, readers):
    person, at = cast.who(kind), now + timedelta(days=days)
    expected = [review] if kind in readers else []

    assert list(results_visible_to(person, at)) == expected
    if kind != "public":
        assert list(results_of(cast.safer, person, at)) == expected
        assert list(results_in(review.round, person, at)) == expected


def test_a_result_stands_from_the_first_moment_after_the_last_day_to_reply(cast, review):
    stands_at = review.round.stands_at
    moments = [stands_at - timedelta(seconds=1), stands_at]

    assert [list(results_visible_to(cast.helen, at)) for at in moments] == [[], [review]]
    assert [list(standing_results(EVERYTHING, at)) for at in moments] == [[], [review]]
    assert day_of(stands_at) - review.round.last_day_to_reply == timedelta(days=1)


@pytest.mark.parametrize("make", [prepared, opened])
def test_before_the_close_there_is_no_result_for_anybody(cast, now, make):
    make(cast, now)

    assert not results_visible_to(cast.priya, now).exists()


def test_the_register_tells_of_what_stands_and_what_is_open_never_of_drafts(cast, review, now):
    soon, late = now + timedelta(days=3), now + timedelta(days=30)
    opened(cast, now + timedelta(days=3))

    told = [
        [(row["band"], row["round__state"]) for row in told_in_register([cast.safer.pk], at)]
        for at in (soon, late)
    ]

    assert told == [[("", "OPEN")], [("", "OPEN"), ("Sound", "SEALED")]]


def test_the_page_of_a_partnership_tells_when_an_open_review_closes(cast, review, now):
    later = now + timedelta(days=5)
    again = opened(cast, later)

    told = reviews_shown_of(cast.safer, cast.ade, later)
    untold = reviews_shown_of(cast.safer, cast.helen, later)

    assert (told, untold) == (([review], again.closes_on), ([], again.closes_on))


def test_opening_a_partnership_is_what_reading_its_results_takes(cast, now):
    seen = {k for k in EVERYBODY if visible_to(cast.who(k), day_of(now)).filter(pk=cast.safer.pk)}

    assert seen == STANDING
