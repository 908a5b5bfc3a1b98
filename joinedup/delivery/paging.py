"""A long list in pages that keep their place by name (keyset), not by number.

The address of a page names the row it begins after or ends before, so the last page is reached
as fast as the first, and a row added meanwhile shifts nothing.
"""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

PAGE = 25
MOST = 1000


@dataclass(frozen=True)
class Leaf:
    """One page: its rows, and the addresses of the pages before and after it, or ""."""

    rows: list[Any]
    previous: str
    following: str


def leaf_of(
    found: QuerySet[Any, Any], request: HttpRequest, among: QuerySet[Any], size: int = PAGE
) -> Leaf:
    """Return the page of ``found`` that the request asks for, ordered by folded name.

    ``found`` yields light rows (``values``) with ``pk``, ``public_id`` and ``folded_name``;
    ``among`` is where the row in the address is looked up. An address that names no row of it
    shows the first page.
    """
    backwards = "before" in request.GET
    anchor = place_of(request.GET.get("before") or request.GET.get("after") or "", among)
    rows = list(stretch(found, anchor, backwards=backwards and anchor is not None)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards and anchor is not None:
        rows.reverse()
        return Leaf(
            rows, to(request, "before", rows, 0) if more else "", to(request, "after", rows, -1)
        )
    previous = to(request, "before", rows, 0) if anchor else ""
    return Leaf(rows, previous, to(request, "after", rows, -1) if more else "")


def place_of(public_id: str, among: QuerySet[Any]) -> tuple[str, int] | None:
    """Return where a row stands in the order, or None where there is no such row."""
    if not public_id or "\x00" in public_id:
        return None
    return among.filter(public_id=public_id).values_list("folded_name", "pk").first()


def stretch(
    found: QuerySet[Any, Any], anchor: tuple[str, int] | None, *, backwards: bool
) -> QuerySet[Any, Any]:
    """Return the rows after the anchor, or before it and nearest first."""
    if anchor is None:
        return found.order_by("folded_name", "pk")
    way, (name, pk) = "lt" if backwards else "gt", anchor
    beyond = Q(**{f"folded_name__{way}": name}) | Q(folded_name=name, **{f"pk__{way}": pk})
    order = ("-folded_name", "-pk") if backwards else ("folded_name", "pk")
    return found.filter(beyond).order_by(*order)


def to(request: HttpRequest, way: str, rows: list[Any], index: int) -> str:
    """Return the address of the page that begins after, or ends before, one of these rows."""
    asked = request.GET.copy()
    for name in ("after", "before"):
        asked.pop(name, None)
    if rows:
        asked[way] = rows[index]["public_id"]
    return f"?{asked.urlencode()}"


def counted(found: QuerySet[Any, Any], most: int = MOST) -> tuple[int, bool]:
    """Return how many rows there are, up to ``most``, and whether there are more."""
    return capped(found.order_by()[: most + 1].count(), most)


def capped(count: int, most: int) -> tuple[int, bool]:
    """Return a count up to ``most``, and whether there are more."""
    return min(count, most), count > most
