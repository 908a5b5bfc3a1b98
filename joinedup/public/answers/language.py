"""In which language somebody reads the questions: chosen by them, kept in their browser alone.

Nothing of it goes with what they answer, so that it can tell nobody apart.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html

from joinedup.domain.instruments.queries import definition_of
from joinedup.domain.languages.texts import Spoken, languages_of
from joinedup.domain.reviews.models import Ticket

CHOSEN = "language"
# The button that changes it, among the answers of a page. No question can have this name.
BUTTON = "_language"
OPTIONAL = " (optional)"


def language_of(request: HttpRequest, ticket: Ticket) -> str:
    """Return the language just asked for, or chosen before, where there is such a one."""
    asked = request.POST.get(BUTTON) or request.GET.get(CHOSEN)
    asked = asked or request.COOKIES.get(_cookie(ticket), "")
    there_are = dict(languages_of(definition_of(ticket.review.round.instrument)))
    return asked if asked in there_are else ""


def keep_language(response: HttpResponse, request: HttpRequest, ticket: Ticket) -> None:
    """Keep a language just chosen for the other pages of this link, as long as the browser runs."""
    asked = CHOSEN in request.GET or changes_language(request)
    language = language_of(request, ticket) if asked else ""
    if language:
        response.set_cookie(
            _cookie(ticket),
            language,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )


def changes_language(request: HttpRequest) -> bool:
    """Tell whether the button was pressed that shows the same page in another language."""
    return BUTTON in request.POST


def _cookie(ticket: Ticket) -> str:
    return f"language-{ticket.public_id}"


def marked(options: dict[str, Any], spoken: Spoken) -> dict[str, Any]:
    """Return what a component takes, with its language told of each text that is not English."""
    options = {name: in_words(part, spoken) for name, part in options.items()}
    if "fieldset" in options:
        options["fieldset"] = marked(options["fieldset"], spoken)
    if "items" in options:
        options["items"] = [in_words(item, spoken) for item in options["items"]]
    return options


def in_words(part: Any, spoken: Spoken) -> Any:
    """Return a label, hint, legend or choice with its language told, where it is not English."""
    if not isinstance(part, dict) or "text" not in part:
        return part
    text = str(part["text"])
    words = text.removesuffix(OPTIONAL)
    if words not in spoken.words:
        return part
    rest = text.removeprefix(words)
    return part | {"html": format_html('<span lang="{}">{}</span>{}', spoken.language, words, rest)}
