"""The papers as PDF and Word: a draft says so in each, and nothing withheld is in either."""

from datetime import timedelta

import pytest

from joinedup.domain.documents.files import SORTS
from joinedup.domain.partnerships.actions import change_partnership
from joinedup.domain.reporting.findings import findings_of
from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import reply_to_result, seal_round
from joinedup.domain.reviews.actions.answering import Given
from joinedup.domain.reviews.models import Review
from tests.domain.reporting.paper import Paper
from tests.rounds import answered, opened, sealed

pytestmark = pytest.mark.django_db


def test_there_are_two_sorts_of_paper():
    assert sorted(SORTS) == ["docx", "pdf"]


@pytest.mark.parametrize("sort", ["pdf", "docx"])
@pytest.mark.parametrize("stands", [False, True])
def test_a_report_says_draft_until_it_stands(cast, now, sort, stands):
    round = sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    at = round.stands_at - timedelta(seconds=0 if stands else 1)

    words = Paper(partnership_report(round.reviews.get(), at), sort)

    assert ("Draft until 1 July 2026" in words) == (not stands)
    assert "Safer Places group" in words
    assert "66.7" in words


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_a_report_carries_the_replies_and_the_words_without_names(cast, now, sort):
    round = opened(cast, now)
    for person in (cast.ruth, cast.colin, cast.ade):
        answered(round, person, 2, now, SF1=Given(value=2, words="We meet too often."))
    seal_round(round, by=cast.priya, at=now)
    review = Review.objects.get()
    reply_to_result(review, cast.riverside, "We were not heard.", by=cast.ade, at=now)

    words = Paper(partnership_report(review, now), sort)

    assert [
        said for said in ("We meet too often.", "We were not heard.") if said not in words
    ] == []
    assert [name for name in ("Ade", "Ruth", "Colin") if name in words] == []


@pytest.mark.parametrize("sort", ["pdf", "docx"])
@pytest.mark.parametrize("values", [{}, {"ruth": 3}, {"ruth": 3, "ade": 0}])
def test_a_report_of_too_few_answers_tells_who_answered_and_nothing_else(cast, now, sort, values):
    round = sealed(cast, now, values)

    words = Paper(partnership_report(round.reviews.get(), now), sort)

    assert "Too few people answered to show a result." in words
    assert f"{len(values)} of 5 people answered" in words
    hidden = ["Section by section", "Every statement", "The weakest points", "Where partners"]
    assert [title for title in hidden if title in words] == []


def test_a_sentence_of_the_report_has_one_space_between_words(cast, now):
    round = sealed(cast, now, {"ruth": 2, "colin": 2, "ade": 2})

    report = partnership_report(round.reviews.get(), now)

    runs = ["".join(r.text for r in b.text) for b in report.blocks if is_of_runs(b)]
    assert runs == ["Sound, 66.7 out of 100."]


def is_of_runs(block):
    return isinstance(getattr(block, "text", None), tuple)


def test_a_finding_under_three_answers_holds_no_figure(cast, now):
    round = sealed(cast, now, {"ruth": 3, "ade": 0})

    found = findings_of(round.reviews.get())

    assert found.is_withheld
    assert (found.profile, found.spread, found.words, found.choices, found.change) == (
        None,
        None,
        [],
        [],
        "There is no score to compare with other years.",
    )


@pytest.mark.parametrize("sort", ["pdf", "docx"])
def test_a_report_tells_disagreement_conflict_silence_and_choices(cast, now, sort):
    change_partnership(
        cast.safer, version=cast.safer.version, exit_plan="NO", by=cast.priya, at=now
    )
    future = {"future": Given(words="merge"), "proudest": Given(words="Our fair.")}
    unsure = {"SF2": Given(unscored="dk"), "SF8": Given(value=3)}
    round = opened(cast, now)
    for person, value in ((cast.ruth, 3), (cast.colin, 0), (cast.ade, 3)):
        answered(round, person, value, now, **future, **unsure)
    seal_round(round, by=cast.priya, at=now)

    paper = Paper(partnership_report(round.reviews.get(), now), sort)

    said = [
        "they are split, in groups too small to name.",
        "Where the record disagrees",
        "scored 3.0 of 3, but the record disagrees. The record shows no exit plan.",
        "What partners cannot tell",
        "100% could not say",
        "What should happen next?",
        "Our fair.",
        "No member has replied.",
    ]
    assert [each for each in said if each not in paper] == []
