"""Who a page is for. A route that does not say is refused before the server starts."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, TypeVar

from django.core.checks import CheckMessage, Error, register
from django.http import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver


class Audience(StrEnum):
    """The doors of the service; what is behind each is decided thing by thing."""

    ANYONE = "anyone"
    TICKET = "holder of a personal link"
    SIGNED_IN = "signed in"
    DEMONSTRATION = "demonstration only"


View = TypeVar("View", bound=Callable[..., HttpResponseBase])


def page(
    audience: Audience, *, methods: str = "GET", writes_on_get: bool = False, grave: bool = False
) -> Callable[[View], View]:
    """Declare a view: who it is for, the methods it answers, and whether reading it may write.

    ``grave`` acts ask for a fresh second step of whoever has one (DESIGN 10.14): before the press
    of the button where the page has one, otherwise before the page, such as a download of all.
    """

    def declare(view: View) -> View:
        view.audience = audience  # type: ignore[attr-defined]
        answered = frozenset(methods.split())
        # HEAD runs the view as GET does, unguarded against forged forms: never where POST acts.
        head = {"HEAD"} if "GET" in answered else set()
        view.methods = answered | head  # type: ignore[attr-defined]
        view.writes_on_get = writes_on_get  # type: ignore[attr-defined]
        guarded = {"POST"} if "POST" in answered else answered | head
        view.grave = frozenset(guarded if grave else ())  # type: ignore[attr-defined]
        return view

    return declare


def routes(
    patterns: list[Any] | None = None, prefix: str = ""
) -> Iterator[tuple[str, str, URLPattern]]:
    """Yield (name, path, pattern) of every route there is."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from routes(pattern.url_patterns, path)
        else:
            yield pattern.name or "", path, pattern


@register
def every_route_declares_its_audience(**_: Any) -> list[CheckMessage]:
    """Refuse to start while a route has no declared audience or no name."""
    return [
        Error(f"The route “{path}” does not say who it is for.", id="joinedup.E001")
        for name, path, pattern in routes()
        if not name or not hasattr(pattern.callback, "audience")
    ]
