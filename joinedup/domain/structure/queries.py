from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from joinedup.domain.basics.days import current, not_over
from joinedup.domain.partnerships.models import Partnership
from joinedup.domain.structure.models import Link

# UNION, not UNION ALL: what was met already is not gone through again, so even a circle that two
# people made at the same moment ends.
ABOVE = """
WITH RECURSIVE above(id) AS (
    SELECT upper_id FROM joinedup_link
    WHERE lower_id = %s AND (to_on IS NULL OR to_on >= %s)
    UNION
    SELECT link.upper_id FROM joinedup_link link JOIN above ON link.lower_id = above.id
    WHERE link.to_on IS NULL OR link.to_on >= %s
)
SELECT id FROM above
"""
MOST_LINKS = 200


@dataclass
class Branch:
    """A partnership with what hangs under it."""

    partnership: Partnership
    link: Link | None = None
    under: list["Branch"] = field(default_factory=list)


def ids_above(partnership: Partnership, day: date) -> set[int]:
    """Return everything the partnership hangs under, at any distance, in one query."""
    with connection.cursor() as cursor:
        cursor.execute(ABOVE, [partnership.pk, day, day])
        return {row[0] for row in cursor.fetchall()}


def links_up(partnership: Partnership, among: QuerySet[Partnership], day: date) -> QuerySet[Link]:
    """Return its links to partnerships above it that are in ``among``, on ``day``."""
    return among_both(Link.objects.filter(current(day), lower=partnership), among, "upper")


def links_down(partnership: Partnership, among: QuerySet[Partnership], day: date) -> QuerySet[Link]:
    """Return the links to it from partnerships that are in ``among``, on ``day``."""
    return among_both(Link.objects.filter(current(day), upper=partnership), among, "lower")


def links_of(partnership: Partnership, among: QuerySet[Partnership]) -> QuerySet[Link]:
    """Return its links ever, up and down, to partnerships that are in ``among``."""
    ids = among.order_by().values("pk")
    links = Link.objects.filter(
        Q(lower=partnership, upper__in=ids) | Q(upper=partnership, lower__in=ids)
    )
    return links.select_related("lower", "upper")


def among_both(links: QuerySet[Link], among: QuerySet[Partnership], end: str) -> QuerySet[Link]:
    """Return those links whose other end may be named."""
    known = links.filter(**{f"{end}__in": among.order_by().values("pk")})
    return known.select_related("lower", "upper").order_by("sort", f"{end}__folded_name", "id")


def links_between(among: QuerySet[Partnership], day: date, most: int = MOST_LINKS) -> list[Link]:
    """Return the links of which both ends are in ``among``, no more than ``most``.

    Each is asked about as the links are read, so that a long register is not put together first.
    """
    return list(linked(among, day).order_by("id")[:most])


def links_around(
    named: Iterable[int], among: QuerySet[Partnership], day: date, most: int = MOST_LINKS
) -> list[Link]:
    """Return what hangs together with these: all above them, and all under what they hang under."""
    links, met = linked(among, day), set(named)
    found: dict[int, Link] = {}
    for near, far in (("lower", "upper"), ("upper", "lower")):
        waiting = set(met)
        while waiting and len(found) < most:
            more = links.filter(**{f"{near}__in": sorted(waiting)}).order_by("id")[:most]
            found |= {link.pk: link for link in more}
            reached = {getattr(link, f"{far}_id") for link in more}
            waiting, met = reached - met, met | reached
    return list(found.values())[:most]


def linked(among: QuerySet[Partnership], day: date) -> QuerySet[Link]:
    """Return the links on ``day`` of which both ends are in ``among``."""
    ends = [Exists(among.order_by().filter(pk=OuterRef(end))) for end in ("lower", "upper")]
    return Link.objects.filter(*ends, current(day)).select_related("lower", "upper")


def open_links(lower: Partnership, upper: Partnership, day: date) -> QuerySet[Link]:
    """Return the links between these two that are not over."""
    return Link.objects.filter(not_over(day), lower=lower, upper=upper)


def forest(links: Iterable[Link]) -> list[Branch]:
    """Return what hangs together as nested branches, those under nothing first to last by name.

    One that hangs under several stands under each; one met on the way down to itself is left out.
    """
    under: dict[int, list[Link]] = {}
    things: dict[int, Partnership] = {}
    lower: set[int] = set()
    for link in links:
        under.setdefault(link.upper_id, []).append(link)
        things |= {link.upper_id: link.upper, link.lower_id: link.lower}
        lower.add(link.lower_id)
    roots = sorted((things[pk] for pk in under if pk not in lower), key=lambda p: p.folded_name)
    return [branch_of(root, None, under, frozenset()) for root in roots]


def branch_of(
    partnership: Partnership,
    link: Link | None,
    under: dict[int, list[Link]],
    on_the_way: frozenset[int],
) -> Branch:
    """Return a partnership with all that hangs under it."""
    way = on_the_way | {partnership.pk}
    below = [each for each in under.get(partnership.pk, ()) if each.lower_id not in way]
    return Branch(partnership, link, [branch_of(each.lower, each, under, way) for each in below])
