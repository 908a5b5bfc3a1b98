"""Lists narrowed by what was asked of them, the same on their pages and in files made later."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import QuerySet

from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import serving
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosted_by, in_place, lacking_something, themed
from joinedup.domain.search.queries import found_by_name

Asked = Mapping[str, Any]


def narrowed_register(
    asked: Asked, among: QuerySet[Partnership], day: date
) -> QuerySet[Partnership]:
    """Return those of ``among`` that answer to all that was asked of the register."""
    ways: dict[str, Any] = {
        "name": lambda found: found_by_name(asked["name"], found),
        "state": lambda found: found.filter(state=asked["state"]),
        "tier": lambda found: found.filter(tier=asked["tier"]),
        "kind": lambda found: found.filter(kind=asked["kind"]),
        "theme": lambda found: themed(asked["theme"], found),
        "place": lambda found: in_place(asked["place"].strip(), found),
        "host": lambda found: hosted_by(asked["host"], found, day),
        "missing": lambda found: found.filter(lacking_something(day)),
    }
    for name in asked:
        among = ways[name](among)
    return among


def narrowed_directory(asked: Asked, among: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Return those of ``among`` that answer to what was asked of the directory."""
    found = found_by_name(asked.get("name", ""), among)
    found = found.filter(**{key: asked[key] for key in ("sector", "form") if key in asked})
    return serving(asked["group"], found) if "group" in asked else found
