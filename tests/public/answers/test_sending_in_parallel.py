from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from joinedup.domain.journal.queries import verbs_about
from joinedup.domain.reviews.links import token_for
from joinedup.domain.reviews.models import AnswerSheet
from tests.rounds import opened, ticket_of

pytestmark = pytest.mark.django_db(transaction=True)
TOGETHER = 8


def send_at_once(token: str, sittings: list[Client]) -> list[int]:
    """Press the button in every browser at the same moment; return what each was told."""
    ready = Barrier(len(sittings))

    def press(client: Client) -> int:
        ready.wait()
        try:
            return client.post(reverse("answer_check", args=[token])).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(sittings)) as threads:
        return sorted(threads.map(press, sittings))


def test_of_answers_sent_at_the_same_moment_one_is_taken(cast, now):
    ticket = ticket_of(opened(cast, now), cast.ade)
    token = token_for(ticket)
    first = Client()
    first.post(reverse("answer", args=[token]))
    first.post(reverse("answer_page", args=[token, 1]), {"SF1": "3"})
    sittings = [Client(headers={"cookie": cookie_of(first)}) for _ in range(TOGETHER)]

    told = send_at_once(token, sittings)

    taken, refused = told[0], set(told[1:])
    assert (taken, refused <= {404, 409}) == (302, True)
    assert AnswerSheet.objects.filter(is_sent=True).count() == 1
    assert verbs_about(ticket).count("answers.sent") == 1


def cookie_of(client: Client) -> str:
    """Return what a browser sends back of what it was given."""
    return "; ".join(f"{name}={kept.value}" for name, kept in client.cookies.items())
