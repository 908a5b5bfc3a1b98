"""What axe finds wrong with a page, and how it comes into one: as a file the browser keeps."""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from playwright.sync_api import BrowserContext, Page

from tests.house.tree import ROOT

AXE = ROOT / ".venv" / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
PLACE = "/static/axe.min.js"
CHECKS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    # Off unless asked for, although WCAG 2.2 AA has it.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # Nothing we ask about reads the style sheets by themselves, and each would be fetched again.
    "preload": False,
}

# What is right stays in the page: bringing it out takes as long as half of the rules. Where each
# element stands is found out only when something is wrong, by the same rules once more.
BROKEN = """async ([checks, place]) => {
    if (typeof axe !== 'object') await new Promise((ready, failed) => {
        const script = document.createElement('script');
        script.src = place;
        script.onload = () => { script.remove(); ready(); };
        script.onerror = () => failed(new Error(`there is no axe at ${place}`));
        document.head.append(script);
    });
    const first = await axe.run(document, {...checks, selectors: false});
    if (!first.violations.length) return [];
    return (await axe.run(document, checks)).violations;
}"""

# Browsers with scripts, and the address of the server that gives axe to them.
given_by: WeakKeyDictionary[BrowserContext, str] = WeakKeyDictionary()


@functools.cache
def axe_source() -> str:
    """Return the checker, as the front-end build installed it."""
    return AXE.read_text(encoding="utf-8")


@contextmanager
def axe_given() -> Iterator[None]:
    """Have live servers give axe as a file of their own, which a browser keeps as compiled."""
    serve = StaticFilesHandler.serve

    def serve_axe_too(handler: StaticFilesHandler, request: HttpRequest) -> HttpResponseBase:
        if request.path != PLACE:
            return serve(handler, request)
        kept = {"Cache-Control": "max-age=3600"}
        return HttpResponse(axe_source(), content_type="text/javascript", headers=kept)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StaticFilesHandler, "serve", serve_axe_too)
        yield


def axe(page: Page) -> list[str]:
    """Return what axe finds wrong with the page as it stands: rule, sentence and place."""
    server = given_by.get(page.context)
    is_given = server is not None and page.url.startswith(f"{server}/")
    if not is_given and not page.evaluate("typeof axe === 'object'"):
        page.evaluate(axe_source())
    broken: Any = page.evaluate(BROKEN, [CHECKS, PLACE])
    return [
        f"{rule['id']} ({rule['impact']}): {rule['help']}\n"
        f"    at {' '.join(map(str, node['target']))}\n    {node['html'][:160]}"
        for rule in broken
        for node in rule["nodes"]
    ]
