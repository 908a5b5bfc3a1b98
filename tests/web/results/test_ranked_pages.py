"""The result of a questionnaire without a score on its pages, and where it must not be shown."""

from datetime import timedelta

import pytest
from django.urls import reverse

from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.reviews.models import Review
from tests.rounds import sealed
from tests.web.reading import page_text, table_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def barriers(cast, now, clock):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1}, name="barriers-check")
    clock.move_to(now + timedelta(days=30))
    return Review.objects.get()


def test_it_is_ranked_with_what_to_do_first(cast, barriers):
    page = cast.client("ade").get(reverse("result", args=[barriers.public_id]))

    said, row = page_text(page), table_of(page)[1]
    assert "12 of 12 need something done now" in said
    assert said.count("3 of 5 people answered") == 1
    assert "Re-run the purpose statement" in said
    assert row[1:3] == ["2.0", "Seriously: 1; Quite a lot: 1; A little: 1"]
    hidden = ["Incomplete", "out of 100", "No overall score", "Section by section", "weakest"]
    assert [each for each in hidden if each in said] == []


@pytest.mark.parametrize(
    ("name", "many", "asked"),
    [
        ("ten-ingredients", 10, "Different organisational cultures are recognised"),
        ("relationship-pulse", 4, "Smaller and voluntary partners have as real a say"),
    ],
)
def test_ingredients_and_the_pulse_are_ranked_statement_by_statement(cast, now, name, many, asked):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1}, name=name)

    page = cast.client("ade").get(reverse("result", args=[Review.objects.get().public_id]))

    ranked = table_of(page)[1:]
    assert (len(ranked), asked in page_text(page)) == (many, True)
    assert {row[1] for row in ranked} == {"2.0"}


def test_its_paper_says_the_same(barriers, now):
    said = str(partnership_report(barriers, now))

    assert ("In order, the worst first" in said, "Fill in the role table" in said) == (True, True)
    assert ("Incomplete" in said, "out of 100" in said) == (False, False)


def test_it_takes_the_place_of_no_yearly_score_anywhere(cast, now, clock):
    sealed(cast, now, {"ruth": 3, "colin": 2, "ade": 1})
    sealed(cast, now + timedelta(days=3), {"ruth": 0, "colin": 0, "ade": 0}, name="still-needed")
    clock.move_to(now + timedelta(days=60))
    client = cast.client("priya")

    pages = [
        client.get(reverse("register")),
        client.get(reverse("portfolio", args=[cast.thornford.public_id])),
        client.get(reverse("home")),
    ]
    reviews = table_of(client.get(reverse("partnership_reviews", args=[cast.safer.public_id])))

    assert ["66.7" in page_text(page) for page in pages] == [True, True, True]
    assert sorted(row[1:3] for row in reviews[1:]) == [["Ranked", "No score"], ["Sound", "66.7"]]


def test_with_too_few_answers_nothing_is_ranked(cast, now, clock):
    sealed(cast, now, {"ruth": 3}, name="barriers-check")
    clock.move_to(now + timedelta(days=30))

    review, client = Review.objects.get(), cast.client("priya")
    pages = [("result", review), ("round", review.round), ("partnership", cast.safer)]
    said, *lists = [
        page_text(client.get(reverse(name, args=[thing.public_id]))) for name, thing in pages
    ]

    assert ["Too few answered to show anything" in each for each in lists] == [True, True]
    assert [each for each in lists if "without a score" in each] == []
    assert "Too few people answered to show a result." in said
    assert ("Re-run the purpose" in said, "Seriously" in said) == (False, False)
