"""Closing an anonymous round: mixed, counted once, and nothing kept that could tell on few."""

import pytest

from joinedup.domain.ballots.models import AnswerBox
from joinedup.domain.counting.sheets import heard_in, sheets_of
from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.jobs.models import Job
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.results.actions import seal_round
from joinedup.domain.results.sentences import change_sentence, response_sentence
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Answer, AnswerSheet, Review
from tests.rounds import answered, opened
from tests.unnamed import FIVE, crowd, opened_unnamed, sealed_unnamed, sent_unnamed

pytestmark = pytest.mark.django_db

SAID = {"SF1": Given(value=2, words="Only I would say so.")}


def counted(cast, now, people, value=2, **said):
    """An anonymous round that all of these have answered, counted."""
    round = opened_unnamed(cast, now)
    for person in people:
        sent_unnamed(round, person, value, now, **said)
    seal_round(round, by=cast.priya, at=now)
    return Review.objects.get(round=round)


def test_five_answers_are_counted_by_person_and_written_into_fresh_rows(cast, now):
    review = sealed_unnamed(cast, now, dict(zip(FIVE, (3, 3, 2, 2, 1), strict=True)))

    assert (float(review.overall), review.band, review.result["view"]) == (73.3, "Sound", "PERSON")
    assert AnswerBox.objects.count() == 0
    sheets = AnswerSheet.objects.values_list("ticket", "group", "is_sent", "version")
    assert list(sheets.order_by("pk")) == [(None, "", True, 1)] * 5
    assert sorted(sheet.answers["SF1"] for sheet in sheets_of(review)) == [1, 2, 2, 3, 3]


def test_what_fewer_than_five_sent_is_thrown_away_unread(cast, now):
    review = sealed_unnamed(cast, now, dict.fromkeys(FIVE[:4], 0), **SAID)

    found = findings_of(review)

    assert (AnswerSheet.objects.count(), Answer.objects.count()) == (0, 0)
    assert AnswerBox.objects.count() == 0
    assert (review.overall, review.band, found.is_withheld) == (None, "Incomplete", True)
    assert found.indicative == ["Results show no group of people smaller than 5."]
    assert response_sentence(review.result) == (
        "4 of 5 people answered. Nobody knows which. 1 place was empty and could not be asked."
    )
    assert "Only I" not in str(review.result)


def test_nobody_answered_is_told_as_such(cast, now):
    review = sealed_unnamed(cast, now, {})

    assert review.result["response"]["sent"] == 0
    assert review.band == "Incomplete"


@pytest.mark.parametrize(("more", "shown"), [(4, None), (5, ["Only I would say so."] * 10)])
def test_words_are_shown_from_ten_answers_up_and_kept_in_no_row(cast, now, more, shown):
    people = [*(getattr(cast, name) for name in FIVE), *crowd(cast, now, more, 0)]

    review = counted(cast, now, people, **SAID)

    assert review.result["words"].get("SF1") == shown
    assert set(Answer.objects.values_list("words", flat=True).order_by("words")) == {""}


def test_a_side_is_compared_from_five_who_answered_on_it_and_five_others(cast, now):
    people = crowd(cast, now, 2, 3)
    round = opened_unnamed(cast, now)
    public = [cast.ruth, cast.colin, cast.owen, *people[:2]]
    for person in public:
        sent_unnamed(round, person, 3, now)
    for person in (cast.ade, cast.nadia, *people[2:]):
        sent_unnamed(round, person, 1, now)

    seal_round(round, by=cast.priya, at=now)

    review = Review.objects.get(round=round)
    told = [side for found in review.result["differences"] for side in found["sides"]]
    sides = {(side["name"], side["mean"], side["people"]) for side in told}
    assert sides == {
        ("Public bodies", 3.0, 5),
        ("Voluntary, community and faith groups", 1.0, 5),
    }


def test_a_side_on_which_few_have_answered_is_forgotten(cast, now):
    people = crowd(cast, now, 2, 3)

    review = counted(cast, now, [cast.ruth, cast.ade, cast.nadia, *people[2:]], SF1=Given(value=0))

    assert review.result["differences"] == []
    assert set(AnswerSheet.objects.values_list("group", flat=True).order_by("group")) == {""}


def test_which_members_and_sectors_answered_is_told_nowhere(cast, now):
    review = sealed_unnamed(cast, now, dict.fromkeys(FIVE, 2))

    assert review.result["response"] == {
        "asked": 5,
        "sent": 5,
        "members_asked": 5,
        "members_heard": None,
        "silent": [],
        "vacant": 1,
        "without_address": 0,
    }
    assert review.result["indicative"] == []
    figures = review.result["figures"]
    assert figures["by_organisation"] == figures["by_person"]


def test_how_many_answered_both_times_is_not_told(cast, now):
    named = opened(cast, now)
    for name in FIVE:
        answered(named, getattr(cast, name), 1, now)
    seal_round(named, by=cast.priya, at=now)
    round = opened_unnamed(cast, now)
    round.year = 2027
    round.save()
    for name in FIVE:
        sent_unnamed(round, getattr(cast, name), 2, now)

    seal_round(round, by=cast.priya, at=now)

    review = Review.objects.get(round=round)
    assert (review.result["change"]["people_both"], review.result["change"]["year"]) == (None, 2026)
    assert change_sentence(review.result, definition_of(round.instrument)) == (
        "Up from 33.3 in 2026. How many answered both times nobody knows."
    )


def test_somebody_who_leaves_or_is_taken_away_changes_nothing_that_was_counted(cast, now):
    review = sealed_unnamed(cast, now, dict.fromkeys(FIVE, 2))
    before = heard_in([review])

    review.tickets.all().delete()

    assert sorted(str(each) for each in heard_in([review])[review.pk]) == sorted(
        str(each) for each in before[review.pk]
    )


def test_one_sweep_is_queued_at_the_close_of_an_anonymous_round_alone(cast, now):
    seal_round(opened(cast, now), by=cast.priya, at=now)
    review = sealed_unnamed(cast, now, {})

    sweeps = Job.objects.filter(name="ballots.sweep").values_list("key", flat=True)
    assert list(sweeps.order_by("pk")) == [review.round.public_id]
