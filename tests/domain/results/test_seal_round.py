from datetime import timedelta

import pytest

from joinedup.domain.basics.refusals import Refused
from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.notices.models import Message
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.results import sentences
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.actions.answering import save_answers
from joinedup.domain.reviews.models import AnswerSheet, Review
from tests.rounds import all_answered, answered, opened, sealed, ticket_of

pytestmark = pytest.mark.django_db


def test_closing_counts_every_answer_that_was_sent(cast, now):
    round = sealed(cast, now, {"ade": 1, "ruth": 3, "colin": 2, "nadia": 2})

    review = Review.objects.get(round=round)
    assert (float(review.overall), review.band) == (66.7, "Sound")
    assert review.result["response"] == {
        "asked": 5,
        "sent": 4,
        "members_asked": 5,
        "members_heard": 4,
        "silent": ["EDUCATION"],
        "vacant": 1,
    }
    assert verbs_about(round) == ["round.prepared", "round.chosen", "round.opened", "round.sealed"]


def test_what_was_saved_and_never_sent_is_not_counted_and_not_kept(cast, now):
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin, cast.nadia):
        answered(round, person, 3, now)
    save_answers(ticket_of(round, cast.ade), all_answered(round, 0), at=now)

    seal_round(round, by=cast.priya, at=now)

    assert AnswerSheet.objects.count() == 3
    assert Review.objects.get(round=round).overall == 100


def test_a_round_is_counted_once(cast, now):
    round = sealed(cast, now, {"ruth": 3})

    with pytest.raises(Refused, match="Only an open round"):
        seal_round(round, by=cast.priya, at=now)


def test_everybody_asked_is_told_where_the_draft_is(cast, now):
    round = sealed(cast, now, {"ruth": 3})

    told = Message.objects.filter(kind="round.drafts").values_list("address", flat=True)

    assert len(told) == 5
    assert round.stands_at - round.sealed_at > timedelta(days=14)


def test_the_result_says_who_did_not_answer_before_the_score(cast, now):
    round = sealed(cast, now, {"ade": 1, "ruth": 3, "colin": 2, "nadia": 2})
    review = Review.objects.get(round=round)

    assert sentences.response_sentence(review.result) == (
        "4 of 5 people answered, from 4 of 5 members. No school or college answered. "
        "1 place was empty and could not be asked."
    )


def test_with_fewer_than_three_answers_no_figure_is_shown_to_anybody(cast, now):
    round = sealed(cast, now, {"ruth": 3, "ade": 0})
    review = Review.objects.get(round=round)

    found = findings_of(review)

    assert (review.overall, review.band) == (None, "Incomplete")
    assert found.score == ("Too few people answered to show a result.", "")
    assert (found.sections, found.differences, found.weakest, found.conflicts) == ([], [], [], [])
