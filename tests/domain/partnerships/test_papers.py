from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.partnerships.actions import change_partnership, move_partnership
from joinedup.domain.partnerships.kinds import OVER, State, Told
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.papers import (
    FIELDS,
    PAPERS,
    facts_of,
    lacking,
    next_date,
    untold,
)
from joinedup.domain.partnerships.queries import lacking_something, register_counts, visible_to

TODAY = date(2026, 6, 15)
UNTOLD = dict.fromkeys(FIELDS) | {paper.field: Told.UNTOLD for paper in PAPERS}
UNTOLD |= {"state": State.ACTIVE}


@pytest.mark.parametrize(
    ("facts", "tags"),
    [
        ({}, []),
        ({"agreement": Told.YES, "exit_plan": Told.YES}, []),
        ({"agreement": Told.NO}, ["No agreement"]),
        ({"exit_plan": Told.NO, "risks": Told.NO}, ["No exit plan", "No list of risks"]),
        ({"agreement": Told.YES, "agreement_ends_on": TODAY}, []),
        (
            {"agreement_ends_on": date(2024, 5, 1), "measures": Told.NO},
            ["Agreement ended May 2024", "No measures"],
        ),
        ({"agreement": Told.NO, "agreement_ends_on": date(2024, 5, 1)}, ["No agreement"]),
    ],
)
def test_only_what_it_does_not_have_is_missing(facts, tags):
    assert lacking(UNTOLD | facts, TODAY) == tags


def test_what_nobody_told_is_asked_for_instead():
    facts = UNTOLD | {"agreement": Told.NO, "measures": Told.YES}

    assert [paper.name for paper in untold(facts)] == ["Exit plan", "List of risks"]


@pytest.mark.parametrize("state", OVER)
def test_what_is_over_lacks_nothing_and_waits_for_nothing(state):
    facts = UNTOLD | {"state": state, "exit_plan": Told.NO, "ends_on": date(2027, 1, 1)}

    assert (lacking(facts, TODAY), untold(facts), next_date(facts, TODAY)) == ([], [], None)


told = st.sampled_from(list(Told))
days = st.none() | st.dates(date(2020, 1, 1), date(2030, 1, 1))


@given(told, days, told, days)
def test_nothing_is_both_missing_and_untold(agreement, ends_on, exit_plan, partnership_ends_on):
    facts = UNTOLD | {
        "agreement": agreement,
        "agreement_ends_on": ends_on,
        "exit_plan": exit_plan,
        "ends_on": partnership_ends_on,
    }

    names = {paper.lacking for paper in untold(facts)}
    ahead = next_date(facts, TODAY)

    assert names.isdisjoint(lacking(facts, TODAY))
    assert ahead is None or ahead[0] >= TODAY


@pytest.mark.parametrize(
    ("facts", "ahead"),
    [
        ({}, None),
        ({"ends_on": date(2026, 6, 14)}, None),
        ({"ends_on": TODAY}, (TODAY, "partnership ends")),
        (
            {"ends_on": date(2027, 1, 1), "agreement_ends_on": date(2026, 12, 31)},
            (date(2026, 12, 31), "agreement ends"),
        ),
    ],
)
def test_the_next_date_is_the_soonest_that_lies_ahead(facts, ahead):
    assert next_date(UNTOLD | facts, TODAY) == ahead


@pytest.mark.parametrize("agreement", Told)
@pytest.mark.parametrize("ends_on", [None, date(2026, 6, 14), TODAY])
@pytest.mark.parametrize("exit_plan", [Told.UNTOLD, Told.NO])
def test_the_filter_finds_those_that_have_a_tag(cast, now, agreement, ends_on, exit_plan):
    change_partnership(
        cast.safer,
        version=cast.safer.version,
        by=cast.priya,
        at=now,
        agreement=agreement,
        agreement_ends_on=ends_on,
        exit_plan=exit_plan,
    )

    found = Partnership.objects.filter(lacking_something(TODAY), pk=cast.safer.pk).exists()

    assert found == bool(lacking(facts_of(cast.safer), TODAY))


def test_the_filter_leaves_out_what_is_over(cast, now):
    change_partnership(
        cast.safer, version=cast.safer.version, by=cast.priya, at=now, exit_plan=Told.NO
    )
    for state in (State.CLOSING, State.CLOSED):
        move_partnership(cast.safer, state, because="Done.", by=cast.priya, at=now)

    assert not Partnership.objects.filter(lacking_something(TODAY), pk=cast.safer.pk).exists()


def test_the_counts_are_of_what_the_person_may_see(cast):
    counts = register_counts(visible_to(cast.priya, TODAY), TODAY, 5000)

    assert {sort: count for sort, count in counts.items() if count} == {
        "all": 1,
        "ACTIVE": 1,
        "tier_1": 1,
    }


def test_no_more_are_counted_than_are_worth_counting(cast):
    assert register_counts(Partnership.objects.all(), TODAY, 1)["all"] == 1
