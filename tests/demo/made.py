"""The demonstration district as tests of it find it, and the sentence planted in its results."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.db import transaction

from joinedup.demo.making import make_district
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.results.sentences import in_short
from joinedup.domain.reviews.kinds import RoundState
from joinedup.domain.reviews.models import Review, Round
from tests.bench.clock import NOW

SMALL_HAVE_A_SAY = (
    "Partners differ most on “Smaller and voluntary partners have as real a say as larger ones, "
    "and get the help they need to take part”: public bodies say 2.8 of 3, "
    "voluntary, community and faith groups 0.6."
)


@pytest.fixture(scope="module", autouse=True)
def made(django_db_setup, django_db_blocker) -> Iterator[SimpleNamespace]:
    """The district as it was made, which every test finds and none changes for the next."""
    with django_db_blocker.unblock(), transaction.atomic():
        district = make_district(NOW)
        yield SimpleNamespace(**vars(district))
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def demonstration(settings):
    settings.DEMONSTRATION = True


@pytest.fixture
def open_round():
    """The yearly round that is open."""
    return Round.objects.get(state=RoundState.OPEN, instrument__is_yearly=True)


def result_of(round, name):
    review = Review.objects.select_related("round__instrument").get(
        round=round, partnership__name=name
    )
    return in_short(review.result, definition_of(review.round.instrument))
