from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.urls import path

from joinedup.delivery import pages
from joinedup.delivery.frame import frame, places, within
from joinedup.delivery.middleware import refusals
from joinedup.domain.basics.refusals import Refused
from tests.delivery.markup import Markup

AMIRA = SimpleNamespace(name="Amira Khan", is_authenticated=True)
NOBODY = SimpleNamespace(is_authenticated=False)


def nowhere(request):
    return HttpResponse()


names = ("home", "register", "rounds", "sign_in", "sign_out", "mailbox", "privacy")
urlpatterns = [path("", nowhere, name="home")]
urlpatterns += [path(f"{name}/", nowhere, name=name) for name in names[1:]]

pytestmark = pytest.mark.urls(__name__)


@pytest.fixture
def ask(rf):
    """Return a request for a page, as the middleware hands it on."""

    def make(address="/", person=None, *, demonstration=False):
        request = rf.get(address)
        request.user, request.demonstration = person or NOBODY, demonstration
        return request

    return make


def test_a_signed_in_person_sees_where_they_can_go_and_where_they_are(ask):
    around = frame(ask("/register/abc/", AMIRA))

    assert [(p["text"], p["href"], p["active"]) for p in around["navigation"]] == [
        ("What needs you", "/", False),
        ("Register", "/register/", True),
        ("Rounds", "/rounds/", False),
    ]
    assert (around["person"], around["sign_out"]) == (AMIRA, "/sign_out/")


def test_anyone_else_is_offered_to_sign_in(ask):
    around = frame(ask("/"))

    assert [p["text"] for p in around["navigation"]] == ["Sign in"]
    assert (around["person"], around["sign_out"], around["mailbox"]) == (None, "", "")


def test_only_the_demonstration_says_that_all_is_made_up(ask):
    shown = [
        Markup(pages.missing(ask(demonstration=pretend)).content.decode()).text
        for pretend in (True, False)
    ]

    assert ["made up" in text for text in shown] == [True, False]
    assert ["Read the mail that was “sent”" in text for text in shown] == [True, False]


def test_a_page_that_is_not_there_does_not_say_of_which_part_it_would_be(ask):
    shown = [
        pages.missing(ask("/register/abc/", AMIRA)),
        pages.render(ask("/register/", AMIRA), "errors/missing.html"),
    ]

    assert ["navigation__item--active" in page.text for page in shown] == [False, True]


@pytest.mark.parametrize(
    ("address", "start", "inside"),
    [("/", "/", True), ("/rounds/", "/", False), ("/rounds/a", "/rounds/", True)],
)
def test_a_page_belongs_to_the_part_its_address_begins_with(address, start, inside):
    assert within(address, start) is inside


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/register/abc/", ["Register"]),
        ("/imports/abc/check/", ["Register"]),
        ("/results/abc/", ["Register"]),
        ("/you/browsers/", ["What needs you"]),
        ("/status/", ["What needs you"]),
        ("/rounds/abc/", ["Rounds"]),
        ("/questionnaires/load/", ["Rounds"]),
        ("/privacy/", []),
    ],
)
def test_the_bar_marks_the_part_that_a_page_is_about(ask, path, marked):
    around = frame(ask(path, AMIRA))

    assert [place["text"] for place in around["navigation"] if place["active"]] == marked


def test_a_place_that_is_not_there_yet_is_left_out():
    assert places((("nowhere", "Nowhere"), ("privacy", "Privacy")), "/privacy/") == [
        {"text": "Privacy", "href": "/privacy/", "current": True, "active": True}
    ]


@pytest.mark.parametrize(
    ("person", "kept", "header"),
    [
        (AMIRA, 60, "no-store"),
        (AMIRA, 0, "no-store"),
        (None, 0, "no-store"),
        (None, 60, "public, max-age=60"),
    ],
)
def test_nothing_a_person_sees_is_kept_by_a_browser(ask, person, kept, header):
    page = pages.render(ask("/", person), "errors/missing.html", kept=kept)

    assert page["Cache-Control"] == header


@pytest.mark.parametrize(
    ("answer", "status", "heading"),
    [
        (pages.missing, 404, "Page not found"),
        (pages.forbidden, 403, "You cannot do this"),
        (pages.out_of_date, 403, "Please send that again"),
        (pages.broken, 500, "Something went wrong"),
    ],
)
@pytest.mark.parametrize("person", [AMIRA, None])
def test_each_error_has_a_page_of_its_own(ask, answer, status, heading, person):
    page = answer(ask("/", person))

    content = Markup(page.content.decode())
    assert page.status_code == status
    assert f"{heading} – Joined Up" in content.pieces
    assert content.pieces[content.pieces.index("/h1") - 1] == heading


@pytest.mark.parametrize(
    ("template", "context", "said"),
    [
        (
            "errors/refused.html",
            {"reason": "The round has closed.", "back": ""},
            "The round has closed.",
        ),
        ("errors/closed.html", {}, "closed for a short while"),
    ],
)
def test_pages_for_refusals_and_for_repairs_say_why(ask, template, context, said):
    page = pages.render(ask("/", AMIRA), template, **context)

    assert said in Markup(page.content.decode()).text


@pytest.mark.parametrize(
    ("came_from", "link"),
    [
        ("http://testserver/rounds/abc/?page=2", "/rounds/abc/?page=2"),
        ("https://elsewhere.example/rounds/", None),
        ("http://testserver//elsewhere.example/", None),
        ("", None),
    ],
)
def test_a_refusal_leads_back_to_the_page_of_ours_whose_button_was_pressed(rf, came_from, link):
    request = rf.post("/rounds/abc/choose/", HTTP_REFERER=came_from)
    request.user, request.demonstration = NOBODY, False

    page = refusals(nowhere).process_exception(request, Refused("Not yet."))

    assert (page.status_code, "Look again at the page" in page.text) == (409, link is not None)
    assert f'href="{link}"' in page.text or link is None


@pytest.mark.parametrize(("person", "offered"), [(AMIRA, False), (NOBODY, True)])
def test_whoever_tried_too_often_is_offered_to_sign_in_unless_they_have(ask, person, offered):
    said = pages.too_often(ask("/", person)).text.partition("<main")[2].partition("</main>")[0]

    assert ("Sign in" in said, "Go to the first page" in said) == (offered, not offered)


def test_the_page_about_our_own_fault_asks_nothing_of_the_request():
    assert pages.broken(None).status_code == 500


def test_every_page_has_one_heading_a_way_past_the_header_and_no_script_or_style_inside(ask):
    page = Markup(pages.missing(ask("/", AMIRA, demonstration=True)).content.decode())

    tags = [tag for tag, _ in page.elements]
    scripts = [attrs for tag, attrs in page.elements if tag == "script"]
    assert (tags.count("h1"), tags.count("main"), tags.count("style")) == (1, 1, 0)
    assert [attrs for _, attrs in page.elements if "style" in attrs] == []
    assert scripts == [{"type": "module", "src": "/static/joinedup.js"}]
    assert page.elements[page.elements.index(("body", {"class": "govuk-template__body"})) + 1] == (
        "a",
        {"href": "#main-content", "class": "govuk-skip-link", "data-module": "govuk-skip-link"},
    )
