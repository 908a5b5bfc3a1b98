"""An authenticator app is set up, asked for at sign-in, and taken away."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from joinedup.domain.jobs.actions import run_due
from joinedup.domain.notices.models import Message
from tests.second_steps import code_now, give_app

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _unlimited():
    """Forget what was tried and used; the library counts in the cache."""
    cache.clear()


def kinds(person):
    return sorted(Authenticator.objects.filter(user=person).values_list("type", flat=True))


def sign_in_by_mail(client, person, now):
    """Go as far as the code in the mail leads; return where."""
    asked = client.post("/sign-in/", {"email": person.email})
    run_due(now)
    code = re.search(r"asked for it:\n\n(\S+)\n", mail.outbox[-1].body)[1]
    return client.post(asked["Location"], {"code": code})["Location"]


def test_an_app_is_set_up_by_the_code_it_shows(cast):
    client = cast.client("priya")
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r'ju-secret">([A-Z2-7 ]+)<', page.text)[1].replace(" ", "")

    wrong = client.post(reverse("mfa_activate_totp"), {"code": "000000"})
    done = client.post(reverse("mfa_activate_totp"), {"code": code_now(secret)})

    assert (page.status_code, 'src="data:image/svg+xml;base64,' in page.text) == (200, True)
    assert (wrong.status_code, "That did not work" in wrong.text) == (422, True)
    assert (done.status_code, done["Location"]) == (302, reverse("mfa_view_recovery_codes"))
    assert client.get(done["Location"]).status_code == 200
    assert kinds(cast.priya) == ["recovery_codes", "totp"]
    told = Message.objects.get(kind="sign-in.changed")
    assert (told.to, "An authenticator app was set up" in told.body) == (cast.priya, True)


def test_whoever_has_an_app_is_asked_for_its_code_after_the_mail(client, cast, now):
    give_app(cast.priya)

    step = sign_in_by_mail(client, cast.priya, now)
    before = client.get(reverse("home")).status_code
    page = client.get(step)
    wrong = client.post(step, {"code": "000000"})
    done = client.post(step, {"code": code_now()})

    assert (step, before, page.status_code) == (reverse("mfa_authenticate"), 302, 200)
    assert (wrong.status_code, "That did not work" in wrong.text) == (422, True)
    assert (done["Location"], client.get(reverse("home")).status_code) == (reverse("home"), 200)


def test_a_code_works_once(client, cast, now):
    give_app(cast.priya)
    client.post(sign_in_by_mail(client, cast.priya, now), {"code": code_now()})
    client.post("/sign-out/")

    again = client.post(sign_in_by_mail(client, cast.priya, now), {"code": code_now()})

    assert again.status_code == 422


def test_a_recovery_code_stands_in_for_the_app_once(client, cast, now):
    give_app(cast.priya)
    codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()

    done = client.post(sign_in_by_mail(client, cast.priya, now), {"code": codes[0]})
    client.post("/sign-out/")
    again = client.post(sign_in_by_mail(client, cast.priya, now), {"code": codes[0]})

    assert (done.status_code, again.status_code) == (302, 422)


def test_without_a_second_step_the_mail_is_enough(client, cast, now):
    assert sign_in_by_mail(client, cast.priya, now) == reverse("home")


def test_the_second_step_has_no_page_of_its_own(client, cast):
    assert client.get(reverse("mfa_authenticate"))["Location"] == "/sign-in/"


def test_removing_the_app_asks_for_it_once_more(cast):
    client, address = cast.client("priya"), reverse("mfa_deactivate_totp")
    give_app(cast.priya)

    asked = client.get(address)
    confirmed = client.post(asked["Location"], {"code": code_now()})
    page = client.get(confirmed["Location"])
    done = client.post(address)

    assert asked["Location"].startswith(reverse("mfa_reauthenticate"))
    assert (confirmed["Location"], page.status_code) == (address, 200)
    assert (done["Location"], kinds(cast.priya)) == (reverse("mfa_index"), [])


def test_recovery_codes_are_shown_and_made_anew(client, cast, now):
    give_app(cast.priya)
    client.post(sign_in_by_mail(client, cast.priya, now), {"code": code_now()})
    shown = client.get(reverse("mfa_view_recovery_codes"))
    first = re.findall(r"<li>(\d{8})</li>", shown.text)

    page = client.get(reverse("mfa_generate_recovery_codes"))
    client.post(reverse("mfa_generate_recovery_codes"))
    second = re.findall(r"<li>(\d{8})</li>", client.get(reverse("mfa_view_recovery_codes")).text)

    assert (len(first), len(second), set(first) & set(second)) == (10, 10, set())
    assert "10 codes you have left" in page.text


@pytest.mark.parametrize(
    "name", ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes",
             "mfa_reauthenticate", "mfa_reauthenticate_webauthn"]
)  # fmt: skip
def test_a_page_about_what_one_does_not_have_leads_back(cast, name):
    answer = cast.client("priya").get(reverse(name))

    assert (answer.status_code, answer["Location"]) == (302, reverse("mfa_index"))


def test_the_page_of_ways_says_what_is_set_up_and_what_could_be(cast):
    client = cast.client("priya")
    before = client.get(reverse("mfa_index")).text
    give_app(cast.priya)

    after = client.get(reverse("mfa_index")).text

    assert ("Set up an app" in before, "Set up an app" in after) == (True, False)
    assert ("Set up on 15 June 2026" in after, "recovery codes" in before) == (True, False)
