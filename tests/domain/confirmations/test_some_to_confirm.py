"""Of very many places to confirm some are shown, without going through all there are."""

from datetime import timedelta

import pytest

from joinedup.domain.confirmations import queries
from joinedup.domain.confirmations.queries import places_to_confirm, some_to_confirm

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("few", [0, 500])
def test_they_are_the_same_places_by_name_and_of_too_many_those_that_were_there_first(
    cast, now, monkeypatch, few
):
    monkeypatch.setattr(queries, "FEW", few)
    day = now.date() + timedelta(days=800)
    bodies = (cast.thornford, cast.county, cast.police)

    exact = {body: list(places_to_confirm(body, day)) for body in bodies}
    shown = {body: some_to_confirm(body, day, 99) for body in bodies}

    assert shown == exact
    every = exact[cast.thornford]
    first = sorted(each.pk for each in every)[:2]
    assert len(every) > 2
    assert some_to_confirm(cast.thornford, day, 2) == [each for each in every if each.pk in first]
