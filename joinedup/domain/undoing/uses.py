"""What uses a thing by now, and whether it still holds what a file told of it."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Model


def used(table: Any, path: str, made: Any, but_by: Iterable[type[Model]]) -> dict[int, str]:
    """Return which things have rows of other tables that refer to them, and what uses them.

    ``path`` leads from the table to what is asked about.
    """
    found: dict[int, str] = {}
    for relation in table._meta.related_objects:
        by = relation.related_model
        if by in but_by:
            continue
        to = relation.field.name if path == "pk" else f"{relation.field.name}__{path}"
        rows = by._base_manager.filter(**{f"{to}__in": made}).order_by()
        why = f"It has been used since, in: {by._meta.verbose_name_plural}."
        found |= dict.fromkeys(rows.values_list(to, flat=True).distinct(), why)
    return found


def same(thing: Any, told: dict[str, Any], names: Iterable[str]) -> bool:
    """Say whether a thing still holds what a file told of it."""
    return all(held(thing, name) == as_held(thing, name, told[name]) for name in names)


def held(thing: Any, name: str) -> str:
    """Return what a thing holds in a field, in words."""
    if name == "accountable_body":
        return str(getattr(thing.accountable_body, "public_id", None))
    return str(thing.area.code if name == "area" and thing.area else getattr(thing, name))


def as_held(thing: Any, name: str, told: Any) -> str:
    """Return what a file told of a field as the thing holds it, in words."""
    if name == "accountable_body":
        return str(told)
    return str(told[0] if name == "area" else thing._meta.get_field(name).to_python(told))
