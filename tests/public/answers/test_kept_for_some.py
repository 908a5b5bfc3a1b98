"""Each statement is asked of whom it is for, on as many scales as it has."""

import pytest
from django.test import Client
from django.urls import reverse

from joinedup.domain.instruments.actions import load_instrument
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.reviews.actions.opening import open_round
from joinedup.domain.reviews.actions.preparing import choose_partnerships, prepare_round
from joinedup.domain.reviews.links import token_for
from tests.domain.instruments.made import ONE_TO_FIVE, small_text
from tests.rounds import DAYS_OPEN, ticket_of

pytestmark = pytest.mark.django_db
FIVE = ONE_TO_FIVE.replace('"five"', '"five"\ntitle = "How true it is"')
MATTERS = ONE_TO_FIVE.replace('"five"', '"matters"\ntitle = "How much it matters"')


def asked(cast, at, **parts):
    """A round over the Safer Places group with a questionnaire of Thornford's own."""
    own = load_instrument(small_text(**parts), owner=cast.thornford, by=cast.priya, at=at)
    days = {"opens_on": at.date(), "closes_on": at.date() + DAYS_OPEN}
    round = prepare_round(cast.thornford, "Ours", instrument=own, **days, by=cast.priya, at=at)
    chosen = Partnership.objects.filter(pk=cast.safer.pk)
    choose_partnerships(round, chosen, by=cast.priya, at=at)
    open_round(round, by=cast.priya, at=at)
    return round


def filled_in(round, person, **typed) -> str:
    """The first page as ``person`` sees it; then they put down ``typed`` and send."""
    token = token_for(ticket_of(round, person))
    client = Client()
    client.post(reverse("answer", args=[token]))
    page = client.get(reverse("answer_page", args=[token, 1])).text
    client.post(reverse("answer_page", args=[token, 1]), typed)
    client.post(reverse("answer_check", args=[token]))
    return page


def test_a_statement_on_two_scales_is_asked_and_kept_on_both(cast, now):
    parts = {"SCALES": FIVE + MATTERS, "A1": 'scale = "five"\nsecond_scale = "matters"'}
    round = asked(cast, now, **parts, A2='scale = "five"', B1='scale = "five"', B2='scale = "five"')

    page = filled_in(round, cast.ade, **{"A1": "2", "A1-second": "5", "A2": "3"})

    sheet = ticket_of(round, cast.ade).sheet
    given = {each.question: each.value for each in sheet.answers.exclude(value=None)}
    assert ("How much it matters" in page, "A2-second" in page) == (True, False)
    assert given == {"A1": 2, "A1-second": 5, "A2": 3}


def test_a_statement_kept_for_the_chair_is_asked_of_nobody_else(cast, now):
    round = asked(cast, now, A1='roles = ["chair"]')

    pages = {
        who: filled_in(round, getattr(cast, who), A1="4", A2="3")
        for who in ("ruth", "colin", "ade")
    }

    assert {who: ("One." in page, "Two." in page) for who, page in pages.items()} == {
        "ruth": (True, True),
        "colin": (False, True),
        "ade": (False, True),
    }
    kept = {
        who: ticket_of(round, getattr(cast, who)).sheet.answers.filter(question="A1").count()
        for who in pages
    }
    assert kept == {"ruth": 1, "colin": 0, "ade": 0}


def test_a_statement_kept_for_one_tier_is_asked_only_there(cast, now):
    round = asked(cast, now, A1="tiers = [1]", A2="tiers = [2, 3]")

    page = filled_in(round, cast.ade, A1="4", A2="3")

    assert cast.safer.tier == 1
    assert ("One." in page, "Two." in page) == (True, False)
