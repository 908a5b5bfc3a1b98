"""The dates of a round, planned backwards from the committee that will read its result."""

from dataclasses import dataclass
from datetime import date, timedelta

PAPERS_BEFORE_COMMITTEE = 14
"""Officers hand in about two weeks ahead: papers are public five clear days before the meeting
(Local Government Act 1972, s.100B) and are cleared by others before that."""
REPLIES_BEFORE_PAPERS = 3
DAYS_FOR_REPLIES = 14
DAYS_TO_ANSWER = 28


@dataclass(frozen=True)
class Dates:
    """The days of a round, in the order they come."""

    opens_on: date
    closes_on: date
    replies_end_on: date
    papers_due_on: date
    committee_on: date


def planned_back(committee_on: date) -> Dates:
    """Return the days a round needs so that its result stands before the committee's papers."""
    papers = committee_on - timedelta(days=PAPERS_BEFORE_COMMITTEE)
    replies_end = papers - timedelta(days=REPLIES_BEFORE_PAPERS)
    closes = replies_end - timedelta(days=DAYS_FOR_REPLIES)
    return Dates(
        opens_on=closes - timedelta(days=DAYS_TO_ANSWER),
        closes_on=closes,
        replies_end_on=replies_end,
        papers_due_on=papers,
        committee_on=committee_on,
    )


def late_opening(opens_on: date, today: date) -> str | None:
    """Return a sentence when there is no longer time for all of it, or None."""
    late = (today - opens_on).days
    if late <= 0:
        return None
    return (
        f"To give people four weeks and members two weeks to reply, the round should have opened "
        f"{late} {'day' if late == 1 else 'days'} ago. Choose a later committee, or shorten it."
    )
