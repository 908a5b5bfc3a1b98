"""Who asks too often: no address is flooded, and nobody is kept out by a stranger (A12)."""

from datetime import timedelta

import pytest
from django.core.cache import CacheHandler, cache, caches
from django.test import Client
from django.urls import reverse

from joinedup.delivery.sign_in import CODES_A_DAY, CODES_LATELY
from joinedup.domain.notices.actions import post_message
from joinedup.domain.notices.kinds import A_DAY, LATELY, MAILS_A_DAY
from joinedup.domain.notices.models import Message
from tests.second_steps import code_now, give_app

pytestmark = pytest.mark.django_db
ATTEMPTS_A_MINUTE = 60


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget how often anybody asked; attempts are counted in the cache."""
    cache.clear()


def ask(address, client=None, **environ):
    return (client or Client()).post("/sign-in/", {"email": address}, **environ)


def sent(address):
    return Message.objects.filter(address=address).exclude(state="HELD").count()


def test_attempts_are_counted_for_all_processes_together():
    another = CacheHandler().create_connection("default")
    caches["default"].add("tried", 1)

    assert (another is caches["default"], another.get("tried")) == (False, 1)


def test_a_network_that_asks_and_asks_is_told_to_wait_a_minute(cast, clock, now):
    for _ in range(ATTEMPTS_A_MINUTE):
        ask("nobody@elsewhere.example")
    refused = ask(cast.priya.email)
    from_elsewhere = ask(cast.priya.email, REMOTE_ADDR="192.0.2.7")
    clock.move_to(now + timedelta(minutes=1, seconds=1))
    later = ask(cast.priya.email)

    assert (refused.status_code, "Wait a minute" in refused.text) == (422, True)
    assert (from_elsewhere.status_code, later.status_code) == (302, 302)


def test_an_address_gets_few_codes_however_many_networks_ask(cast, clock, now):
    for quarter in range(8):
        clock.move_to(now + quarter * LATELY)
        for network in range(10):
            ask(cast.priya.email, REMOTE_ADDR=f"192.0.2.{network}")

    assert sent(cast.priya.email) == min(8 * CODES_LATELY, CODES_A_DAY)


def test_whoever_has_signed_in_with_a_browser_gets_their_code_all_the_same(cast, now, clock):
    known = Client()
    known.cookies = known_browser(cast.priya)
    for network in range(CODES_A_DAY + 5):
        ask(cast.priya.email, REMOTE_ADDR=f"192.0.2.{network}")
    before = sent(cast.priya.email)

    ask(cast.priya.email, known)

    assert (before, sent(cast.priya.email)) == (CODES_LATELY, CODES_LATELY + 1)


def test_a_browser_somebody_else_signed_in_with_has_no_allowance(cast):
    other = Client()
    other.cookies = known_browser(cast.grace)
    for _ in range(CODES_LATELY + 1):
        ask(cast.priya.email, other)

    assert sent(cast.priya.email) == CODES_LATELY


def known_browser(person):
    """Return the cookies of a browser in which a person has signed in, and then out."""
    client = Client()
    give_app(person)
    client.force_login(person)
    # A visit begun without a page is named by the first that keeps its session.
    client.get(reverse("mfa_activate_totp"))
    client.post(reverse("mfa_reauthenticate"), {"code": code_now()})
    client.post("/sign-out/")
    person.authenticator_set.all().delete()
    return client.cookies


def test_wrong_second_steps_are_few_and_forgotten_within_minutes(cast, clock, now):
    give_app(cast.grace)
    client, address = cast.client("grace"), reverse("mfa_reauthenticate")
    wrong = [client.post(address, {"code": "000000"}).status_code for _ in range(6)]
    refused = client.post(address, {"code": code_now()})
    clock.move_to(now + timedelta(minutes=5, seconds=1))
    later = client.post(address, {"code": code_now()})

    assert set(wrong) == {422}
    assert ("tried too often" in refused.text, later.status_code) == (True, 302)


def test_no_address_gets_more_than_so_much_mail_in_a_day(cast, now):
    def write(at):
        post_message(cast.ade, "News", "Some.", kind="news", about=None, at=at)

    for _ in range(MAILS_A_DAY + 2):
        write(now)
    write(now + A_DAY)

    assert sent(cast.ade.email) == MAILS_A_DAY + 1
    post_message(cast.ruth, "News", "Some.", kind="news", about=None, at=now)
    assert sent(cast.ruth.email) == 1


@pytest.mark.parametrize("typed", ["a@b.example\nBcc: x@y.example", "a@b.example\r\nSubject: x"])
def test_no_header_can_be_typed_into_an_address(typed):
    answer = ask(typed)

    assert (answer.status_code, Message.objects.count()) == (422, 0)
