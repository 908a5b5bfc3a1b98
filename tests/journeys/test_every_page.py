"""Every page that links lead to, as each kind of person: no link is dead and axe finds nothing."""

import pytest
from playwright.sync_api import Page

from tests.journeys.harness.crawling import crawl
from tests.journeys.harness.looking import Seen, faults, walk
from tests.journeys.harness.pressing import go_by

STARTS = {
    "public": "/",
    "core seat": "/needs/",
    "chair": "/needs/",
    "lead host's officer": "/needs/",
    "director": "/needs/",
    "auditor": "/needs/",
    "steward": "/needs/",
}


WALKED = "lead host's officer"


@pytest.fixture
def seen(folder_of_the_run) -> Seen:
    """Pages alike but for their words, such as another person's, are looked at once in all."""
    return Seen(folder_of_the_run / "pages-seen")


@pytest.mark.parametrize("kind", STARTS)
def test_every_page_a_person_can_reach_is_sound(cast, visit, seen, kind):
    person = None if kind == "public" else cast.who(kind)
    shown, found, stops = visit(person), {}, []

    for route in crawl(shown, STARTS[kind]):
        if kind == WALKED:  # who meets most pages goes through each by keyboard as well
            stops.append(len(walk(shown)))
        found[route] = faults(shown, seen)

    assert {route: wrong for route, wrong in found.items() if wrong} == {}
    assert len(found) > (25 if kind == WALKED else 2)
    assert min(stops, default=6) > 5


def forms_of(shown: Page) -> list[str]:
    """Return the paths of the pages with a form to fill in."""
    return [
        shown.url
        for _ in crawl(shown, "/needs/")
        if shown.locator("main form[method=post] :is(input[type=text], textarea)").count()
    ]


def send_empty(shown: Page, path: str) -> bool:
    """Empty every box of the page's form, send it, and tell whether it was shown again."""
    shown.goto(path)
    form = shown.locator("main form[method=post]").first
    for box in form.locator("input[type=text], input[type=email], textarea").all():
        if box.is_visible():
            box.fill("")
    go_by(form.locator("button").first)
    return shown.locator(".govuk-error-summary").count() > 0


@pytest.mark.deep
def test_every_form_sent_empty_says_what_is_wrong_and_is_sound(cast, visit):
    shown = visit(cast.priya)
    refused = [path for path in forms_of(shown) if send_empty(shown, path)]

    found = {path: faults(shown) for path in refused if send_empty(shown, path)}

    assert {path: wrong for path, wrong in found.items() if wrong} == {}
    assert len(found) > 5
