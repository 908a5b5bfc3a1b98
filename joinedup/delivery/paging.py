"""A long list in pages that keep their place by name (keyset), not by number.

The address of a page names the row it begins after or ends before, so the last page is reached
as fast as the first, and a row added meanwhile shifts nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest

PAGE = 25
MOST = 1000
BY_NAME = ("folded_name", "pk")
LATEST_FIRST = ("-pk",)
LONGEST_NUMBER = 18


@dataclass(frozen=True)
class Leaf:
    """One page: its rows, and the addresses of the pages before and after it, or ""."""

    rows: list[Any]
    previous: str
    following: str


def leaf_of(
    found: QuerySet[Any, Any],
    request: HttpRequest,
    among: QuerySet[Any],
    size: int = PAGE,
    by: Sequence[str] = BY_NAME,
    key: str = "public_id",
) -> Leaf:
    """Return the page of ``found`` that the request asks for, by folded name or as ``by`` says.

    ``found`` yields rows, light ones (``values``) or whole, known in addresses by their ``key``;
    ``among`` is where the row in the address is looked up. An address that names no row of it
    shows the first page. The columns of ``by``, each with a minus where its last comes first, are
    never unknown and together tell every row apart.
    """
    backwards = "before" in request.GET
    named = request.GET.get("before") or request.GET.get("after") or ""
    anchor = place_of(named, among, by, key)
    turned = backwards and anchor is not None
    rows = list(stretch(found, anchor, by, backwards=turned)[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if turned:
        rows.reverse()
        previous = to(request, "before", rows[:1], key) if more else ""
        return Leaf(rows, previous, to(request, "after", rows[-1:], key))
    previous = to(request, "before", rows[:1], key) if anchor else ""
    return Leaf(rows, previous, to(request, "after", rows[-1:], key) if more else "")


def place_of(
    named: str, among: QuerySet[Any], by: Sequence[str], key: str
) -> tuple[Any, ...] | None:
    """Return where a row stands in the order, or None where there is no such row."""
    is_number = named.isascii() and named.isdigit() and len(named) <= LONGEST_NUMBER
    if not named or "\x00" in named or (key == "pk" and not is_number):
        return None
    columns = [name.removeprefix("-") for name in by]
    return among.filter(**{key: named}).values_list(*columns).first()


def stretch(
    found: QuerySet[Any, Any], anchor: tuple[Any, ...] | None, by: Sequence[str], *, backwards: bool
) -> QuerySet[Any, Any]:
    """Return the rows after the anchor, or before it and nearest first."""
    order = [turned(name) for name in by] if backwards else list(by)
    if anchor is None:
        return found.order_by(*order)
    beyond, same = Q(), Q()
    for name, value in zip(order, anchor, strict=True):
        column, way = name.removeprefix("-"), "lt" if name.startswith("-") else "gt"
        beyond |= same & Q(**{f"{column}__{way}": value})
        same &= Q(**{column: value})
    return found.filter(beyond).order_by(*order)


def turned(name: str) -> str:
    """Return a column of an order the other way round."""
    return name[1:] if name.startswith("-") else f"-{name}"


def to(request: HttpRequest, way: str, rows: list[Any], key: str) -> str:
    """Return the address of the page that begins after, or ends before, the row given, if any."""
    asked = request.GET.copy()
    for name in ("after", "before"):
        asked.pop(name, None)
    for row in rows:
        asked[way] = row[key] if isinstance(row, dict) else getattr(row, key)
    return f"?{asked.urlencode()}"


def counted(found: QuerySet[Any, Any], most: int = MOST) -> tuple[int, bool]:
    """Return how many rows there are, up to ``most``, and whether there are more."""
    return capped(found.order_by()[: most + 1].count(), most)


def capped(count: int, most: int) -> tuple[int, bool]:
    """Return a count up to ``most``, and whether there are more."""
    return min(count, most), count > most
