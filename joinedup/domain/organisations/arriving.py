"""A body as a file tells of it, before it is there."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.basics.folding import folded
from joinedup.domain.organisations.kinds import Form, Sector
from joinedup.domain.organisations.models import Organisation


def organisation_of(
    key: int, public_id: str, told: Mapping[str, Any], parents: Mapping[str, int]
) -> Organisation:
    """Return the new body that a file tells of; ``parents`` are the keys of what it is part of."""
    return Organisation(
        pk=key,
        public_id=public_id,
        name=told["name"],
        folded_name=folded(told["name"]),
        sector=told["sector"] or Sector.UNTOLD,
        website=told.get("website", ""),
        contact=told.get("contact", ""),
        form=told.get("form", Form.BODY),
        part_of_id=parents.get(told.get("part_of", "")),
        from_on=told.get("from_on"),
        to_on=told.get("to_on"),
    )
