"""What every request passes: headers, the clock, its audience, and one polite page for refusals."""

import ipaddress
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseNotAllowed

from joinedup.delivery import clock as clocks
from joinedup.delivery import sessions
from joinedup.delivery.audiences import Audience
from joinedup.delivery.pages import render
from joinedup.delivery.second_step import put_off
from joinedup.domain.basics.days import day_of
from joinedup.domain.basics.once import overtaken_by
from joinedup.domain.basics.refusals import Refused
from joinedup.domain.basics.remembered import remembering

Respond = Callable[[HttpRequest], HttpResponseBase]

POLICY = "; ".join(
    (
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)


FORWARDED = ("HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST")


def proxies(respond: Respond) -> Respond:
    """Take the word of our proxies, and nobody else's, for who asks and whether by https."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        if meta.get("REMOTE_ADDR", "") not in settings.CONFIGURATION["proxies"]:
            for name in FORWARDED:
                meta.pop(name, None)
        else:
            # The last address is the one our proxy saw; those before it anybody can write.
            asked_by = meta.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
            if is_an_address(asked_by):
                meta["REMOTE_ADDR"] = asked_by
        return respond(request)

    return answer


def is_an_address(words: str) -> bool:
    """Tell whether these words are the address of a machine."""
    try:
        ipaddress.ip_address(words)
    except ValueError:
        return False
    return True


def headers(respond: Respond) -> Respond:
    """Allow a page nothing from elsewhere, and nothing inline."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = respond(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        return response

    return answer


def clock(respond: Respond) -> Respond:
    """Read the clock once, so that a request happens at one moment and on one day."""

    def answer(request: Any) -> HttpResponseBase:
        request.now = clocks.now()
        request.today = day_of(request.now)
        request.demonstration = settings.DEMONSTRATION
        if request.method not in ("GET", "HEAD"):
            return respond(request)
        with remembering():  # reading changes nobody's posts or places
            return respond(request)

    return answer


def visits(respond: Respond) -> Respond:
    """End a visit that is over; note who was here when, and let no browser keep their pages."""

    def answer(request: Any) -> HttpResponseBase:
        # When somebody with a visit answers by a personal link is nobody’s business.
        sessions.begin(request, noting=not request.path.startswith("/answer/"))
        response = respond(request)
        sessions.name_browser(request, response)
        if sessions.is_visit(request):
            # The way back after signing out must show nothing (trust.md A10).
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return answer


class audiences:  # noqa: N801 - reads as a middleware function beside the others
    """Let in only whom the view declares, with the methods it declares."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.respond(request)

    def process_view(
        self, request: Any, view: Any, args: Any, kwargs: Any
    ) -> HttpResponseBase | None:
        """Answer for the view when it may not be reached."""
        if request.method not in getattr(view, "methods", frozenset({"GET", "HEAD"})):
            return HttpResponseNotAllowed(sorted(view.methods))
        if view.audience == Audience.DEMONSTRATION and not settings.DEMONSTRATION:
            raise Http404
        if view.audience == Audience.SIGNED_IN and not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return put_off(request) if request.method in view.grave else None


class refusals:  # noqa: N801 - as above
    """Turn a refusal that no form caught into one polite page."""

    def __init__(self, respond: Respond) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.respond(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        """Say why it may not be done, and that nothing was changed."""
        refusal = problem if isinstance(problem, Refused) else overtaken_by(problem)
        if refusal is None:
            return None
        told = {"reason": refusal.reason, "back": came_from(request)}
        return render(request, "errors/refused.html", status=409, **told)


def came_from(request: HttpRequest) -> str:
    """Return the path of the page of ours whose button was pressed, or nothing."""
    page = urlsplit(request.headers.get("Referer", ""))
    ours = request.method == "POST" and page.netloc == request.get_host()
    return page._replace(scheme="", netloc="").geturl() if ours and page.path[:2] != "//" else ""
