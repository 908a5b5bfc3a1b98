import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.jobs.models import Job
from joinedup.domain.notices.actions import forget_bodies
from joinedup.domain.notices.kinds import KEEP_SECRETS, LATELY
from joinedup.domain.notices.models import Message
from joinedup.domain.people.actions import add_person

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget how often anybody asked; the library counts in the cache."""
    cache.clear()


@pytest.fixture
def ann(now):
    return add_person("Ann O’Brien & Co", email="ann@bridge.example", by=None, at=now)


def ask(client, address):
    return client.post("/sign-in/", {"email": address})


def states(address):
    return list(Message.objects.filter(address=address).values_list("state", flat=True))


def test_a_person_signs_in_by_the_code_in_the_mail(client, ann, now):
    asked = ask(client, "Ann@Bridge.example")
    run_due(now)
    code = re.search(r"asked for it:\n\n(\S+)\n", mail.outbox[0].body)[1]

    typed = client.post(asked["Location"], {"code": code})

    assert (typed.status_code, typed["Location"]) == (302, reverse("home"))
    assert client.get(reverse("home")).status_code == 200


def test_the_mail_is_in_plain_words(client, ann, now):
    ask(client, "ann@bridge.example")

    run_due(now)

    assert mail.outbox[0].body.splitlines()[:3] == [
        "Dear Ann O’Brien & Co,",
        "",
        "Type this code on the page that asked for it:",
    ]


def test_a_wrong_code_is_said_on_the_page(client, ann):
    ask(client, "ann@bridge.example")

    page = client.post("/sign-in/code/", {"code": "WRONG"})

    assert (page.status_code, "This is not the code we mailed" in page.text) == (422, True)


def test_a_stranger_cannot_tell_whether_an_address_is_known(client, ann, now):
    def seen(address):
        client.cookies.clear()
        answer = ask(client, address)
        page = client.get(answer["Location"])
        text = re.sub(r'value="[^"]{60,}"', "", page.content.decode())
        return answer.status_code, answer["Location"], page.status_code, text

    assert seen("ann@bridge.example") == seen("nobody@elsewhere.example")


def test_the_same_is_written_for_an_address_nobody_has_but_never_sent(client, ann, now):
    ask(client, "ann@bridge.example")
    written = [Message.objects.count(), Job.objects.count()]
    ask(client, "nobody@elsewhere.example")
    run_due(now)

    assert (written, [Message.objects.count(), Job.objects.count()]) == ([1, 1], [2, 2])
    assert [sent.to[0].partition("<")[2] for sent in mail.outbox] == ["ann@bridge.example>"]
    assert states("nobody@elsewhere.example") == ["HELD"]


def test_the_address_of_a_stranger_is_forgotten_after_a_week(client, ann, now):
    ask(client, "nobody@elsewhere.example")
    ask(client, "ann@bridge.example")

    forget_bodies(at=now + KEEP_SECRETS)

    assert [message.address for message in Message.objects.all()] == ["ann@bridge.example"]


def test_nobody_is_flooded_with_codes(client, ann, now, clock):
    for _ in range(8):
        cache.clear()
        ask(client, "ann@bridge.example")
    clock.move_to(now + LATELY)
    cache.clear()
    ask(client, "ann@bridge.example")

    assert states("ann@bridge.example") == ["QUEUED", "HELD", "HELD"] + ["QUEUED"] * 6


def test_three_wrong_codes_lead_back_to_the_start(client, ann):
    ask(client, "ann@bridge.example")
    for _ in range(3):
        answer = client.post("/sign-in/code/", {"code": "WRONG"}, follow=True)

    assert (answer.redirect_chain[-1][0], "tried too often" in answer.text) == ("/sign-in/", True)


def test_signing_out_ends_the_visit(cast):
    client = cast.client("priya")

    client.post("/sign-out/", follow=True)

    assert "_auth_user_id" not in client.session
