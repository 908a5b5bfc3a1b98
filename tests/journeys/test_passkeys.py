"""A passkey is added, signs in by itself, confirms a grave act and stands in after the mail."""

import pytest
from playwright.sync_api import Page

from joinedup.domain.notices.models import Message
from tests.journeys.harness.looking import look
from tests.journeys.harness.pressing import go_by

pytestmark = pytest.mark.browser

# A phone that knows its owner by a finger, as Chromium plays it.
PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def hold_phone(page: Page) -> None:
    """Let the browser of a page have a device that makes passkeys."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})


def press(page: Page, text: str) -> None:
    go_by(page.get_by_role("button", name=text).first)


def type_the_code(page: Page, person) -> None:
    """Type the code that was mailed last."""
    page.goto("/sign-in/")
    page.get_by_label("Email address").fill(person.email)
    press(page, "Mail me a code")
    words = Message.objects.filter(kind__startswith="sign-in.code").latest("pk").body.splitlines()
    page.get_by_label("Code").fill(
        words[words.index("Type this code on the page that asked for it:") + 2]
    )
    press(page, "Sign in")


def test_a_passkey_is_added_and_signs_in_by_itself(cast, visit):
    page = visit(cast.priya)
    hold_phone(page)
    page.goto("/you/")
    go_by(page.get_by_role("link", name="How you sign in"))
    look(page)
    press(page, "Add a passkey")
    look(page)
    page.get_by_label("What to call it").fill("Work phone")
    press(page, "Add a passkey")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    look(page)
    go_by(page.get_by_role("link", name="Back to how you sign in"))
    assert "Work phone" in page.inner_text("main")

    press(page, "Sign out")
    page.goto("/sign-in/")
    press(page, "Sign in with a passkey")
    assert page.get_by_role("heading", name="What needs you").is_visible()

    press(page, "Sign out")
    type_the_code(page, cast.priya)
    page.get_by_role("heading", name="The second step").wait_for()
    look(page)
    press(page, "Use your passkey")


def test_a_device_that_does_not_answer_is_said_beside_the_button(cast, visit):
    page = visit()
    page.goto("/sign-in/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")

    page.get_by_role("button", name="Sign in with a passkey").click()

    page.get_by_text("Your device did not answer").wait_for()
    look(page)


def test_without_scripts_other_ways_are_shown_instead(cast, visit):
    page = visit(cast.priya, scripts=False)

    page.goto("/you/signing-in/passkeys/new/")

    assert not page.get_by_label("What to call it").is_visible()
    go_by(page.get_by_role("link", name="Set up an app instead"))
    look_for = page.get_by_role("heading", name="Set up an authenticator app")
    assert look_for.is_visible()
