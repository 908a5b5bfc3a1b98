"""The one way a view answers with a page, and the pages shown when there is no view to answer."""

import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from joinedup.delivery.frame import frame
from joinedup.delivery.troubles import page_for, trouble_of

UNKEPT = "no-store"


def render(
    request: HttpRequest, template: str, *, status: int = 200, kept: int = 0, **context: Any
) -> HttpResponse:
    """Answer with a page inside the common frame.

    No browser or proxy keeps a page, since most hold what one person may see, unless the view
    says for how many seconds it may be ``kept`` and nobody is signed in.
    """
    around = frame(request, marked=status != 404)
    page = HttpResponse(render_to_string(template, around | context, request), status=status)
    may_keep = kept and around["person"] is None and request.method in {"GET", "HEAD"}
    page["Cache-Control"] = f"public, max-age={kept}" if may_keep else UNKEPT
    return page


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that a page is not for this person; settings and urls name this as handler403."""
    return render(request, "errors/forbidden.html", status=403, reason=str(exception or ""))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, or none this person may know of (handler404)."""
    return render(request, "errors/missing.html", status=404)


def too_often(request: HttpRequest) -> HttpResponse:
    """Say that something was tried too often from here, and when to try again (handler429)."""
    return render(request, "errors/too_often.html", status=429)


def out_of_date(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that a form was open too long or came from elsewhere (CSRF_FAILURE_VIEW)."""
    return render(request, "errors/out_of_date.html", status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; asks nothing of the database or the session (handler500)."""
    trouble = trouble_of(sys.exc_info()[1])
    if trouble is not None:
        return page_for(trouble)
    page = HttpResponse(render_to_string("errors/broken.html"), status=500)
    page["Cache-Control"] = UNKEPT
    return page
