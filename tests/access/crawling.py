"""Following every link there is as one person, within the process, and keeping what was read."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urljoin, urlsplit

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils.html import strip_tags

from joinedup.delivery.audiences import Audience, routes

LINK = re.compile(r'href="([^"]+)"')
SCRIPTS = re.compile(r"<(script|style)\b.*?</\1>", re.S)
# Pages that take words to look for, and what the words are called there.
SEARCHES = {"register": "name", "organisations": "name", "who_answers": "about"}


@dataclass(frozen=True)
class Read:
    """One page as somebody read it."""

    route: str
    address: str
    status: int
    text: str
    raw: str


# Who may see them finds the way by a link; for others they never were.
FOUND_BY_LINK = ("status", "places", "questionnaires", "questionnaire_load")


def crawl(client: Client, words: list[str], each: int = 1000) -> Iterator[Read]:
    """Yield every page that can be reached: from where one can begin, by links, by search.

    ``each`` is how many pages of one route are read at most.
    """
    waiting, seen, read = beginnings(words), set(), Counter[str]()
    while waiting:
        address = waiting.pop(0)
        route = route_of(address)
        if address in seen or not route or read[route] >= each:
            continue
        seen.add(address)
        read[route] += 1
        page = read_page(client.get(address), route, address)
        yield page
        waiting += [urljoin(address, link) for link in links_in(page.raw)]


def beginnings(words: list[str]) -> list[str]:
    """Return the addresses anybody can type: pages without an identifier, and searches."""
    plain = [
        reverse(name)
        for name, path, pattern in routes()
        if "<" not in path
        and "GET" in pattern.callback.methods
        and pattern.callback.audience in (Audience.ANYONE, Audience.SIGNED_IN)
        and name not in ("sign_out", *FOUND_BY_LINK)
    ]
    searches = [
        f"{reverse(name)}?{urlencode({field: word})}"
        for name, field in SEARCHES.items()
        for word in words
    ]
    return [*plain, *searches]


def route_of(address: str) -> str:
    """Return the name of the route of an address of ours, or nothing."""
    there = urlsplit(address)
    if there.scheme or there.netloc or there.path.startswith("/static/"):
        return ""
    try:
        return str(resolve(there.path).url_name)
    except Resolver404:
        return "no route"


def links_in(raw: str) -> list[str]:
    """Return where a page's links lead, without the place within the page."""
    found = (html.unescape(link).partition("#")[0] for link in LINK.findall(raw))
    return [link for link in found if link and not link.startswith("mailto:")]


def read_page(came: HttpResponse, route: str, address: str) -> Read:
    """Return what came back, headers and all, as words and as it came."""
    body = came.getvalue().decode("utf-8", errors="replace")
    headers = " ".join(f"{name}: {value}" for name, value in came.headers.items())
    words = html.unescape(strip_tags(SCRIPTS.sub("", body)))
    return Read(route, address, came.status_code, f"{headers}\n{words}", f"{headers}\n{body}")
