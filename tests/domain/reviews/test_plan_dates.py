from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from joinedup.domain.reviews.dates import Dates, late_opening, planned_back

DAYS = st.dates(min_value=date(1, 3, 1))


@given(DAYS)
def test_the_days_come_in_order_and_leave_the_time_each_needs(committee_on):
    dates = planned_back(committee_on)

    assert dates.committee_on == committee_on
    assert [
        (dates.committee_on - dates.papers_due_on).days,
        (dates.papers_due_on - dates.replies_end_on).days,
        (dates.replies_end_on - dates.closes_on).days,
        (dates.closes_on - dates.opens_on).days,
    ] == [14, 3, 14, 28]


@given(DAYS, st.integers(min_value=0, max_value=4000))
def test_a_later_committee_moves_every_day_by_as_much(committee_on, days):
    later = timedelta(days=min(days, (date.max - committee_on).days))

    moved = planned_back(committee_on + later)

    assert moved == Dates(*(day + later for day in vars(planned_back(committee_on)).values()))


def test_a_committee_in_january_has_its_round_in_the_year_before():
    assert planned_back(date(2027, 1, 20)) == Dates(
        opens_on=date(2026, 11, 22),
        closes_on=date(2026, 12, 20),
        replies_end_on=date(2027, 1, 3),
        papers_due_on=date(2027, 1, 6),
        committee_on=date(2027, 1, 20),
    )


def test_a_leap_day_is_a_day_like_another():
    assert planned_back(date(2028, 3, 14)).papers_due_on == date(2028, 2, 29)


@pytest.mark.parametrize(("late", "said"), [(-1, None), (0, None), (1, "1 day"), (2, "2 days")])
def test_a_round_that_should_have_opened_already_is_told_by_how_much(late, said):
    opens_on = date(2026, 6, 15)

    warning = late_opening(opens_on, opens_on + timedelta(days=late))

    assert warning == (
        said
        and "To give people four weeks and members two weeks to reply, the round should have "
        f"opened {said} ago. Choose a later committee, or shorten it."
    )
