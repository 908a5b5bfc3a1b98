from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from joinedup.domain.ballots.envelopes import opened
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import Review
from tests.rounds import ticket_of
from tests.unnamed import FIVE, opened_unnamed

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_five_people_who_send_twice_at_one_moment_each_is_heard_once(cast, now):
    round = opened_unnamed(cast, now)
    tokens = [token_for(ticket_of(round, getattr(cast, name))) for name in FIVE] * 2
    ready = Barrier(len(tokens))

    def press(numbered: tuple[int, str]) -> int:
        number, token = numbered
        ready.wait()
        try:
            form = {"SF1": str(number % len(FIVE) % 4), "SF2_words": f"person {number % len(FIVE)}"}
            return Client().post(reverse("answer_whole", args=[token]), form).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tokens)) as threads:
        told = list(threads.map(press, enumerate(tokens)))

    review = Review.objects.select_related("answer_box").get(round=round)
    slips = opened(review.answer_box.envelope, review.public_id)
    assert told.count(302) == len(FIVE)
    assert set(told) <= {302, 404, 409}
    assert sorted(slip.words["SF2"] for slip in slips) == [f"person {n}" for n in range(5)]
