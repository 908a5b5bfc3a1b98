"""The result is the same, and in English, whatever language people answered in."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from joinedup.domain.reporting.papers import partnership_report
from joinedup.domain.results.actions import seal_round
from joinedup.domain.reviews.links import token_for
from tests.domain.languages.made import opened_in_words
from tests.rounds import ticket_of

pytestmark = pytest.mark.django_db

PAGES = [
    {"A1": "5", "A2": "dk", "A2_words": "We cannot tell."},
    {"B1": "3", "B2": "1"},
    {"Q1": "More of it.", "Q2": "yes"},
]


def counted(cast, now, *languages: str) -> tuple:
    """Answer as three people, each in a language; return what the round comes to, and undo it."""
    with transaction.atomic():
        round = opened_in_words(cast, now)
        for person, language in zip((cast.ade, cast.ruth, cast.colin), languages, strict=True):
            client, token = Client(), token_for(ticket_of(round, person))
            client.get(reverse("answer", args=[token]), {"language": language})
            client.post(reverse("answer", args=[token]))
            for number, page in enumerate(PAGES, start=1):
                client.post(reverse("answer_page", args=[token, number]), page)
            assert client.post(reverse("answer_check", args=[token])).status_code == 302
        seal_round(round, by=cast.priya, at=now + timedelta(days=1))
        review = round.reviews.select_related("round__host", "partnership").get()
        report = partnership_report(review, now + timedelta(days=2))
        transaction.set_rollback(True)
    return review.result, review.overall, review.band, report


def test_the_same_answers_in_two_languages_come_to_the_same_result_in_english(cast, now):
    in_english = counted(cast, now, "en", "en", "en")

    assert in_english[0]
    assert counted(cast, now, "cy", "en", "cy") == in_english
    assert "qOne" not in repr(in_english)
    assert "We cannot tell." in repr(in_english)
