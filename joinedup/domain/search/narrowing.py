"""Lists narrowed by what was asked of them, the same on their pages and in files made later."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import current
from joinedup.domain.basics.folding import folded
from joinedup.domain.intervals.queries import overdue
from joinedup.domain.leads.queries import without_lead
from joinedup.domain.organisations.models import Organisation
from joinedup.domain.organisations.queries import serving
from joinedup.domain.partnerships.models import Hosting, Membership, Partnership, Theme
from joinedup.domain.partnerships.queries import lacking_something, with_any_of
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
        "sector": lambda found: joined_by_sector(asked["sector"], found, day),
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


def themed(theme: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` that are about a theme, however it is typed."""
    themes = Theme.objects.filter(folded_name=folded(theme))
    return among.filter(pk__in=themes.values("partnership"))


def in_place(typed: str, among: QuerySet[Partnership]) -> QuerySet[Partnership]:
    """Return those of ``among`` whose place has this official code, or these words in its name."""
    return among.filter(Q(area__code__iexact=typed) | Q(area__name__icontains=typed))


def hosted_by(public_id: str, among: QuerySet[Partnership], day: date) -> QuerySet[Partnership]:
    """Return those of ``among`` whose record the body with this identifier administers."""
    hostings = Hosting.objects.filter(current(day), organisation__public_id=public_id)
    return with_any_of([hostings], among)


def joined_by_sector(sector: str, among: QuerySet[Partnership], day: date) -> QuerySet[Partnership]:
    """Return those of ``among`` that have a member of this sector."""
    members = Membership.objects.filter(current(day), organisation__sector=sector)
    return among.filter(Exists(members.filter(partnership=OuterRef("pk"))))
