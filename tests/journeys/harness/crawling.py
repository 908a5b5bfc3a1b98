"""Following the links of the service as one person, each route once."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import APIResponse, Error, Page, Response

LINKS = "() => [...document.querySelectorAll('a[href]')].map(link => link.getAttribute('href'))"


def route_of(path: str) -> str | None:
    """Return the name of the route a path leads to, if it is one of ours."""
    try:
        return resolve(path).url_name
    except Resolver404:
        return None


def links_of(page: Page) -> list[str]:
    """Return where the page's links lead, within this service, with their questions."""
    here = urlsplit(page.url)
    targets = page.evaluate(LINKS)
    whole = [urlsplit(urljoin(page.url, target)) for target in targets]
    return [
        there._replace(scheme="", netloc="", fragment="").geturl()
        for there in whole
        if there.netloc == here.netloc and there.scheme == here.scheme
    ]


def follow(page: Page, path: str) -> Response | APIResponse:
    """Show what a path leads to and return the answer; what is a file is fetched and not shown."""
    try:
        answer = page.goto(path)
    except Error as problem:
        if "Download is starting" not in problem.message:
            raise
        return page.request.get(path)
    assert answer is not None, f"{path} leads to the page it stands on"
    return answer


def crawl(page: Page, start: str = "/", *, but_not: frozenset[str] = frozenset()) -> Iterator[str]:
    """Show page after page, following links from ``start``, and yield the name of each route.

    A link that leads nowhere fails. What is not a page, such as a document, is fetched and left;
    the routes in ``but_not`` are not followed at all.
    """
    waiting, seen = [(start, "the start")], set(but_not)
    while waiting:
        path, source = waiting.pop(0)
        route = route_of(urlsplit(path).path)
        assert route, f"{source} links to {path}, which is no route"
        if route in seen:
            continue
        seen.add(route)
        answer = follow(page, path)
        assert answer.status < 400, f"{source} links to {path}, which answers {answer.status}"
        if "text/html" in answer.headers.get("content-type", ""):
            yield route
            waiting += [(link, path) for link in links_of(page)]
