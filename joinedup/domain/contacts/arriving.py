"""Somebody to ask for at a body as a file tells of them, before they are there."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.contacts.models import Contact


def contact_of(
    key: int, public_id: str, bodies: Mapping[str, int], told: Mapping[str, Any]
) -> Contact:
    """Return the new entry that a file tells of; ``bodies`` are the keys of whose it can be."""
    words = {name: told[name] for name in ("name", "title", "email", "phone")}
    body = bodies[told["organisation"]]
    return Contact(pk=key, public_id=public_id, organisation_id=body, **words)
