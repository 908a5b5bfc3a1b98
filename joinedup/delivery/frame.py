"""What stands round every page: who is signed in, where they can go, what is pretended.

``pages.render`` puts these names before the layout, so views need not:

person         the signed-in person, or None
navigation     the places in the bar under the header: text, href, current
sign_out       where the sign-out button posts, or ""
told           sentences left for this page by the one before (Django messages)
demonstration  whether this is the made-up district
choose_who     where one can choose whom to be in it, or ""
mailbox        where the mail that was "sent" can be read, or ""
footer         links at the foot: text, href

A place whose page does not exist in this installation is left out.
"""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

FOR_SIGNED_IN = (
    ("home", "What needs you"),
    ("register", "Register"),
    ("organisations", "Directory"),
    ("rounds", "Rounds"),
    ("reports", "Reports"),
)
ALSO_WITHIN = {
    "home": ("/you/", "/vacancies/", "/status/"),
    "register": ("/imports/", "/structure/", "/arrangements/", "/results/"),
    "rounds": ("/questionnaires/",),
    "reports": ("/kept-reports/", "/checks/"),
}
"""Where else pages of a part of the service lie; its place in the bar stays marked there."""
FOR_ANYONE = (("find", "Find a partnership"), ("sign_in", "Sign in"))
FOOTER = (
    ("accessibility", "Accessibility statement"),
    ("privacy", "Privacy"),
    ("source", "Source code"),
)


def frame(request: HttpRequest, *, marked: bool = True) -> dict[str, Any]:
    """Return what the layout needs to know about a request.

    ``marked`` says whether the bar shows where one is: not on a page that says nothing is there,
    which would tell by it that something is.
    """
    path = request.path if marked else ""
    user = getattr(request, "user", None)
    person = user if user is not None and user.is_authenticated else None
    demonstration = bool(getattr(request, "demonstration", False))
    return {
        "person": person,
        "navigation": places(FOR_SIGNED_IN if person else FOR_ANYONE, path),
        "sign_out": address("sign_out") if person else "",
        "told": get_messages(request),
        "demonstration": demonstration,
        "choose_who": address("demonstration") if demonstration else "",
        "mailbox": address("mailbox") if demonstration else "",
        "footer": places(FOOTER, path),
    }


def places(names: tuple[tuple[str, str], ...], path: str) -> list[dict[str, Any]]:
    """Return the links to those named pages that exist, with the present one marked."""
    found = [(text, address(name), ALSO_WITHIN.get(name, ())) for name, text in names]
    return [
        {
            "text": text,
            "href": href,
            "current": path == href,
            "active": any(within(path, place) for place in (href, *also)),
        }
        for text, href, also in found
        if href
    ]


def within(path: str, href: str) -> bool:
    """Tell whether a page belongs to the part of the service that begins at ``href``."""
    return path == href or (href != "/" and path.startswith(href.rstrip("/") + "/"))


def address(name: str) -> str:
    """Return the address of a named page, or nothing where there is no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
