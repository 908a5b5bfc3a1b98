"""Lists narrowed by what was asked of them, the same on their pages and in files made later."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from joinedup.domain.intervals.queries import overdue
from joinedup.domain.leads.queries import without_lead
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import serving
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.partnerships.queries import hosted_by, in_place, lacking_something, themed
from joinedup.domain.search.queries import found_by_name

Asked = Mapping[str, Any]
# Asked in place of a host, and of what is missing.
NOBODY, OVERDUE = "nobody", "review"


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
        "host": lambda found: (
            found.filter(without_lead(day))
            if asked["host"] == NOBODY
            else hosted_by(asked["host"], found, day)
        ),
        "missing": lambda found: found.filter(missing_of(asked["missing"], day)),
    }
    for name in asked:
        among = ways[name](among)
    return among


def missing_of(what: str, day: date) -> Q:
    """Return the condition under which something is missing: a paper, or a review that was due."""
    return overdue(day) if what == OVERDUE else lacking_something(day)


def narrowed_directory(asked: Asked, among: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Return those of ``among`` that answer to what was asked of the directory."""
    found = found_by_name(asked.get("name", ""), among)
    found = found.filter(**{key: asked[key] for key in ("sector", "form") if key in asked})
    return serving(asked["group"], found) if "group" in asked else found
