"""What followed a result, as its report tells it."""

from dataclasses import astuple
from datetime import date, timedelta

import pytest

from joinedup.domain.challenges.actions import answer_result_challenge, challenge_result
from joinedup.domain.futures.actions import record_dissent, record_future_decision
from joinedup.domain.futures.kinds import QUESTIONS
from joinedup.domain.headings.actions import add_heading
from joinedup.domain.priorities.actions import add_action, choose_priority, move_action
from joinedup.domain.reporting.following import challenges_told, headings_told, what_followed
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Review
from joinedup.domain.second_looks.actions import take_second_look
from tests.rounds import answered, opened, sealed

pytestmark = pytest.mark.django_db

STANDS = timedelta(days=30)


@pytest.fixture
def review(cast, now):
    """A result at risk in which three people said what would help."""
    round = opened(cast, now)
    for name in ("ruth", "colin", "ade"):
        answers = {"one-change": Given(words=f"Papers, says {name}.")}
        answered(round, getattr(cast, name), 1, now, **answers)
    seal_round(round, by=cast.priya, at=now + timedelta(days=2))
    return Review.objects.get()


def told(blocks):
    """Everything the blocks say, as one text."""
    return " ".join(map(str, map(astuple, blocks)))


def test_a_report_on_which_nothing_followed_tells_only_of_the_second_look(cast, review, now):
    followed = told(what_followed(review, now + STANDS))

    assert (challenges_told(review, now), headings_told(review)) == ([], [])
    assert "It is below Sound and is looked at again by 2 January 2027: planned." in followed
    assert "Priorities" not in followed


def test_challenges_are_told_with_their_answers_and_headings_with_their_counts(cast, review, now):
    made = challenge_result(review, cast.riverside, "overall", "Not so.", by=cast.ade, at=now)
    before = told(challenges_told(review, now))
    answer_result_challenge(made, ruling="STAYS", answer="It is so.", by=cast.priya, at=now)
    add_heading(review, "one-change", name="Papers", answers=[0, 1], by=cast.priya, at=now)

    assert "It has not been answered yet." in before
    assert "Riverside Food Share: The overall score" in before
    assert "Not upheld: it stays as it is. It is so." in told(challenges_told(review, now))
    assert "('Papers', '2')" in told(headings_told(review))
    assert "Challenges" in told(partnership_report(review, now).blocks)


FOLLOWED = (
    "Nobody has said what is to be done.",
    "('Write', 'Ade Okafor', '1 September 2026', 'Late')",
    "('Ask', 'Ade Okafor', '1 September 2026', 'Dropped. No time.')",
    "It continues with changes. Decided on 15 July 2026 by the board.",
    "Riverside Food Share disagrees. No.",
    "Much the same, on 2 January 2027.",
)


def test_priorities_decisions_and_the_second_look_are_told(cast, review, now):
    at, late = now + STANDS, now + timedelta(days=201)
    said = {"reason": "It holds us up.", "by": cast.ruth, "at": at}
    empty = choose_priority(review, about="SF2", **said)
    priority = choose_priority(review, about="SF1", **said)
    due = {"owner": cast.ade, "due_on": date(2026, 9, 1), "by": cast.ruth, "at": at}
    for what in ("Write", "Ask"):
        add_action(priority, what=what, **due)
    asked = priority.actions.get(what="Ask")
    move_action(asked, state="DROPPED", because="No time.", version=1, by=cast.ruth, at=at)
    decision = record_future_decision(
        cast.safer,
        outcome="CHANGE",
        deciders="the board",
        decided_on=at.date(),
        **said,
        **dict.fromkeys(QUESTIONS, "YES"),
    )
    alone = told(what_followed(review, at))
    record_dissent(decision, cast.memberships["riverside"], words="No.", by=cast.ade, at=at)
    look = {"changed": "Little.", "better": "SAME", "decide_again": False}
    take_second_look(review, **look, by=cast.ruth, at=late)

    followed = told(what_followed(review, late))

    assert empty.actions.count() == 0
    assert [sentence for sentence in FOLLOWED if sentence not in followed] == []
    assert "('Write', 'Ade Okafor', '1 September 2026', 'To do')" in alone
    assert "No member has said that it disagrees." in alone


def test_the_next_years_report_tells_what_became_of_the_priorities(cast, review, now):
    at, year = now + STANDS, timedelta(days=365)
    choose_priority(review, about="SF1", reason="It holds us up.", by=cast.ruth, at=at)
    sealed(cast, now + year, {"ruth": 2, "colin": 2, "ade": 2})
    latest = Review.objects.latest("pk")

    draft = told(partnership_report(latest, now + year + timedelta(days=3)).blocks)
    stands = told(partnership_report(latest, at + year).blocks)

    became = "What became of the priorities of 2026"
    assert (became in draft, became in stands) == (False, True)
