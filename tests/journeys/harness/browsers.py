"""Chromium on a live server: ``visit(person)`` opens a page as somebody, or as nobody."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, ConsoleMessage, Page, Response, sync_playwright

from tests.journeys.harness.checking import axe_given, given_by

# The one without windows lays out and draws the same, in two thirds of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
NARROW, WIDE = 320, 1280
# Chromium asks nobody for updates, and no name but this machine's leads anywhere.
FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--disable-component-update",
    "--disable-background-networking",
    "--no-first-run",
    # Nothing runs on one page for long enough to be worth compiling better than at once.
    "--js-flags=--no-opt --no-maglev",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]

Visit = Callable[..., Page]


def find_chromium() -> str | None:
    """Return the browser named in JOINEDUP_CHROMIUM, or the first there is."""
    named = os.environ.get("JOINEDUP_CHROMIUM")
    return named or next((path for name in NAMES if (path := shutil.which(name))), None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all the tests of a process."""
    path = find_chromium()
    if path is None:
        pytest.skip("there is no Chromium here: install it, or name one in JOINEDUP_CHROMIUM")
    # The driver keeps an event loop in this thread, in which Django would refuse to query.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with axe_given(), sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def folder_of_the_run(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Path:
    """A folder that all the processes of a run share."""
    folder = tmp_path_factory.getbasetemp()
    return folder.parent if hasattr(request.config, "workerinput") else folder


@pytest.fixture(params=[NARROW, WIDE], ids=["narrow", "wide"])
def width(request: pytest.FixtureRequest) -> int:
    """The test runs at the width of a small phone and at that of a desk."""
    return int(request.param)


@pytest.fixture
def visit(browser: Browser, live_server: Any) -> Iterator[Visit]:
    """Open a page: ``visit(person, width=320, scripts=False)``; the start page is not loaded yet.

    When the test ends, nothing may have gone wrong that a person would not see: errors of scripts,
    broken parts of pages, requests to other machines, breaches of the content policy.
    """
    contexts, troubles = [], []

    def open_page(person: Any = None, *, width: int = WIDE, scripts: bool = True) -> Page:
        context = browser.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            locale="en-GB",
            timezone_id="Europe/London",
            reduced_motion="reduce",
        )
        contexts.append(context)
        if scripts:
            given_by[context] = live_server.url
        context.set_default_timeout(30_000)
        if person is not None:
            context.add_cookies([{**sign_in_cookie(person), "url": live_server.url}])
        page = context.new_page()
        listen(page, troubles, urlsplit(live_server.url).netloc)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert troubles == []


def sign_in_cookie(person: Any) -> dict[str, str]:
    """Return the cookie of a session in which ``person`` is signed in."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": client.cookies[name].value}


def listen(page: Page, troubles: list[str], here: str) -> None:
    """Note what goes wrong behind the page; a page that is missing is for the test to see."""

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            troubles.append(f"{urlsplit(page.url).path}: {message.text}")

    def answered(response: Response) -> None:
        is_part = response.request.resource_type != "document"
        if response.status >= 500 or (is_part and response.status >= 400):
            troubles.append(f"{response.status} for {response.url}")

    def asked(request: Any) -> None:
        where = urlsplit(request.url)
        if where.scheme in ("http", "https") and where.netloc != here:
            troubles.append(f"{urlsplit(page.url).path} asked another machine for {request.url}")

    page.on("console", heard)
    page.on("pageerror", lambda error: troubles.append(f"{page.url}: {error}"))
    page.on("response", answered)
    page.on("request", asked)
