"""What the lists that are searched by name have in common."""

from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from joinedup.domain.search.queries import meant


def instead_of(typed: str, among: QuerySet[Any], page: str) -> dict[str, str]:
    """Return what was probably meant by a name that nothing bears, and where that is found."""
    said = meant(typed, among)
    return {"text": said, "href": f"{reverse(page)}?{urlencode({'name': said})}"} if said else {}


def query_of(asked: dict[str, Any]) -> str:
    """Return what was asked as the end of an address: only what the form knows, as it took it."""
    return f"?{urlencode(asked)}" if asked else ""
