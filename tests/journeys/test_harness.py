"""The harness finds what it is there to find: each fault is planted on a page of its own."""

from urllib.parse import urlsplit

import pytest
from django.http import Http404, HttpResponse
from django.urls import path

from joinedup.delivery.audiences import Audience, page
from tests.journeys.harness.browsers import listen
from tests.journeys.harness.checking import PLACE, axe
from tests.journeys.harness.crawling import crawl
from tests.journeys.harness.looking import Seen, faults, walk

PAGE = """<!doctype html><html lang="en"><head><title>Planted</title></head>
<body><main><h1>Planted</h1>{}</main></body></html>"""

BODIES = {
    "": '<a href="/one/">One</a> <a href="/one/?again">Again</a> <a href="https://x.example">X</a>',
    "one": '<a href="/two/">Two</a> <a href="#top">Top</a>',
    "two": '<a href="/gone/">Gone</a>',
    "script": "<script>document.title = 'changed'</script>",
    "unnamed": "<input>",
    "elsewhere": '<img alt="" src="https://x.example/spy.png">',
}


@page(Audience.ANYONE)
def planted(request, name=""):
    if name not in BODIES:
        raise Http404
    return HttpResponse(PAGE.format(BODIES[name]))


urlpatterns = [path("", planted, name="start")]
urlpatterns += [
    path(f"{name}/", planted, {"name": name}, name=name) for name in [*BODIES, "gone"] if name
]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="data:,">', "image-alt"),
        ("<input>", "label"),
        ('<p style="color: #999; background: #fff">pale</p>', "color-contrast"),
        (
            '<button style="all: unset; font-size: 9px">a</button>'
            '<button style="all: unset; font-size: 9px">b</button>',
            "target-size",
        ),
    ],
    ids=lambda value: value if "<" not in value else "",
)
def test_axe_names_the_rule_and_the_place(visit, body, rule):
    shown = visit()
    shown.set_content(PAGE.format(body))

    assert [found.partition(" ")[0] for found in axe(shown)][:1] == [rule]


@pytest.mark.urls(__name__)
def test_axe_comes_from_the_server_and_leaves_nothing_on_the_page(visit):
    shown, asked = visit(), []
    shown.on("request", lambda request: asked.append(urlsplit(request.url).path))
    shown.goto("/unnamed/")

    found = [fault.partition(" ")[0] for fault in axe(shown)]

    assert (found, asked) == (["label"], ["/unnamed/", PLACE])
    assert shown.locator("script").count() == 0


def test_a_page_too_wide_for_a_phone_and_a_lost_link_are_found(visit):
    shown = visit()
    lost = '<div class="govuk-error-summary"><a href="#nowhere">Mend this</a></div>'
    shown.set_content(PAGE.format(lost + '<div style="width: 400px">wide</div>'))

    assert [found.partition(" which")[0] for found in faults(shown)] == [
        "the error summary points at #nowhere,",
        "at 320 pixels, the page is 408 pixels wide where there are 320",
    ]


def test_pages_alike_but_for_their_words_are_looked_at_once(visit, tmp_path):
    shown, seen = visit(), Seen(tmp_path)
    found = []

    for body in ("<input>", '<input id="b">', "<p>a</p><p>b</p>", "<input>", "<p>c</p>"):
        shown.set_content(PAGE.format(body))
        found.append(len(faults(shown, seen)))

    assert found == [2, 2, 0, 0, 0]


def test_the_keyboard_walk_names_its_stops_in_order(visit):
    shown = visit()
    radios = "".join(f'<label><input type="radio" name="r"> {n}</label>' for n in "abc")
    shown.set_content(PAGE.format(f'<a href="#">Skip</a>{radios}<button>Send</button>'))

    assert walk(shown) == ["Skip", "a", "Send"]


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ('<a href="#" style="outline: none">Dark</a>', "nothing shows that “Dark” has the focus"),
        ('<a href="#" tabindex="-1">Deaf</a>', "Tab reached 0 of 1"),
    ],
    ids=["no focus shown", "out of reach"],
)
def test_the_keyboard_walk_stops_at_what_cannot_be_used(visit, body, complaint):
    shown = visit()
    shown.set_content(PAGE.format(body))

    with pytest.raises(AssertionError, match=complaint):
        walk(shown)


@pytest.mark.urls(__name__)
def test_the_crawl_sees_each_route_once_and_fails_at_a_dead_link(visit):
    seen = crawl(visit())

    assert [next(seen) for _ in range(3)] == ["start", "one", "two"]
    with pytest.raises(AssertionError, match="/two/ links to /gone/, which answers 404"):
        next(seen)


@pytest.mark.urls(__name__)
def test_what_goes_wrong_behind_a_page_is_noted(browser, live_server):
    troubles = []
    with browser.new_page(base_url=live_server.url) as shown:
        listen(shown, troubles, urlsplit(live_server.url).netloc)
        shown.goto("/script/")
        shown.goto("/elsewhere/")
        title = shown.title()

    assert title == "Planted"
    assert any("/script/" in trouble and "inline script" in trouble for trouble in troubles)
    assert any("/elsewhere/" in trouble and "x.example" in trouble for trouble in troubles)


@pytest.mark.urls(__name__)
def test_scripts_can_be_turned_off(visit, width):
    shown = visit(scripts=False, width=width)
    shown.goto("/one/")

    assert (shown.title(), shown.viewport_size["width"]) == ("Planted", width)
