"""A visit begins under a new id, ends by the clock of the server, and can be ended (A10)."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from joinedup.delivery.audiences import Audience, routes
from joinedup.delivery.sessions import browser_of
from joinedup.domain.jobs.actions import run_due
from joinedup.domain.notices.models import Message
from joinedup.domain.people.actions import forget_sessions
from joinedup.domain.people.kinds import IDLE, LONGEST, NOTED_EVERY
from joinedup.domain.people.models import Session
from tests.bench.clock import NOW
from tests.second_steps import code_now, confirmed, give_app

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget what was tried and used; the library counts in the cache."""
    cache.clear()


def sign_in(client, person, now):
    asked = client.post("/sign-in/", {"email": person.email})
    run_due(now)
    code = re.search(r"asked for it:\n\n(\S+)\n", mail.outbox[-1].body)[1]
    return client.post(asked["Location"], {"code": code})


def sees(client):
    return client.get(reverse("home")).status_code == 200


def copy_of(client):
    """Another browser with the cookie of this one, as a thief would have it."""
    thief = Client()
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    return thief


def test_an_id_from_before_sign_in_is_worth_nothing_after(client, cast, now):
    client.get("/sign-in/")
    client.post("/sign-in/", {"email": cast.priya.email})
    planted = copy_of(client)

    sign_in(client, cast.priya, now)

    assert (sees(client), sees(planted)) == (True, False)


def test_an_id_is_worth_nothing_after_sign_out(cast):
    client = cast.client("priya")
    thief = copy_of(client)

    client.post("/sign-out/")

    assert (sees(client), sees(thief), Session.objects.filter(person=cast.priya).count()) == (
        False,
        False,
        0,
    )


def test_three_hours_without_a_page_end_a_visit(cast, clock):
    client = cast.client("priya")
    clock.move_to(NOW + IDLE - timedelta(seconds=1))
    before = sees(client)
    clock.move_to(NOW + IDLE - timedelta(seconds=1) + IDLE)

    assert (before, sees(client), sees(client)) == (True, False, False)


def test_twelve_hours_end_a_visit_whatever_is_done(cast, clock):
    client = cast.client("priya")
    seen = []
    for hours in range(1, 13):
        clock.move_to(NOW + timedelta(hours=hours) - timedelta(seconds=1))
        seen.append(sees(client))
    clock.move_to(NOW + LONGEST)

    assert (set(seen), sees(client)) == ({True}, False)


def test_signing_in_again_counts_from_then(client, cast, clock, now):
    sign_in(client, cast.priya, now)
    clock.move_to(NOW + IDLE)
    sign_in(client, cast.priya, NOW + IDLE)
    clock.move_to(NOW + IDLE + IDLE - timedelta(minutes=1))

    assert sees(client)


def test_a_browser_is_noted_once_in_five_minutes(cast, clock, now):
    client = cast.client("priya")
    kept = lambda: Session.objects.get(person=cast.priya).seen_at  # noqa: E731
    clock.move_to(NOW + NOTED_EVERY - timedelta(seconds=1))
    sees(client)
    before = kept()
    clock.move_to(NOW + NOTED_EVERY)
    sees(client)

    assert (before, kept()) == (now, NOW + NOTED_EVERY)


def test_a_person_sees_where_they_are_signed_in_and_ends_the_rest(cast, now):
    here, elsewhere = (
        Client(headers={"user-agent": FIREFOX}),
        Client(headers={"user-agent": SAFARI}),
    )
    other = Client(headers={"user-agent": EDGE})
    sign_in(here, cast.priya, now)
    sign_in(elsewhere, cast.priya, now)
    sign_in(other, cast.grace, now)
    page = here.get(reverse("browsers")).text

    told = here.post(reverse("browsers"), follow=True)

    seen = [name in page for name in ("Firefox on Windows", "Safari on an iPhone", "Edge")]
    assert seen == [True, True, False]
    assert "signed out everywhere but here" in told.text
    assert (sees(here), sees(elsewhere), sees(other)) == (True, False, True)
    assert "Safari" not in here.get(reverse("browsers")).text


def test_a_new_second_step_ends_other_visits_and_tells_the_person(cast):
    here, elsewhere = cast.client("priya"), cast.client("priya")
    thief = copy_of(here)
    page = here.get(reverse("mfa_activate_totp"))
    secret = re.search(r'ju-secret">([A-Z2-7 ]+)<', page.text)[1].replace(" ", "")

    here.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})

    assert (sees(here), sees(elsewhere), sees(thief)) == (True, False, False)
    assert Message.objects.get(kind="sign-in.changed").to == cast.priya


def test_removing_a_second_step_does_as_well(cast):
    give_app(cast.priya)
    here, elsewhere = confirmed(cast.client("priya"), cast.priya), cast.client("priya")

    here.post(reverse("mfa_deactivate_totp"))

    assert (sees(here), sees(elsewhere)) == (True, False)


def test_a_new_seed_ends_every_visit(cast):
    client = cast.client("priya")

    type(cast.priya).objects.filter(pk=cast.priya.pk).update(session_seed="another")

    assert not sees(client)


def test_public_pages_set_no_cookie_of_a_visit_and_write_none(cast):
    plain = [
        path
        for name, path, pattern in routes()
        if pattern.callback.audience == Audience.ANYONE
        and "<" not in path
        and name not in ("mfa_login_webauthn", "sign_out")
    ]
    client = Client()

    for path in plain:
        client.get(f"/{path}")

    assert len(plain) > 5
    assert ("sessionid" in client.cookies, Session.objects.count()) == (False, 0)


@pytest.mark.parametrize("name", ["home", "you", "register", "mfa_index", "browsers"])
def test_a_page_of_somebody_signed_in_is_kept_by_no_browser(cast, name):
    assert cast.client("priya").get(reverse(name))["Cache-Control"] == "no-store"


def test_what_is_left_of_a_visit_is_swept_away(cast, clock):
    cast.client("priya")

    forget_sessions(at=NOW + timedelta(hours=13))

    assert Session.objects.count() == 0


@pytest.mark.parametrize(
    ("says", "called"),
    [
        (FIREFOX, "Firefox on Windows"),
        (EDGE, "Edge on Windows"),
        (SAFARI, "Safari on an iPhone"),
        ("curl/8", "A browser"),
        ("Something (Linux; Android 15)", "A browser on Android"),
    ],
)
def test_a_browser_is_called_what_its_owner_calls_it(says, called):
    assert browser_of(says) == called
