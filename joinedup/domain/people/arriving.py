"""A person as a file tells of them, before they are there."""

from collections.abc import Mapping
from typing import Any

from joinedup.domain.people.models import Person


def person_of(key: int, public_id: str, told: Mapping[str, Any]) -> Person:
    """Return the new person that a file tells of."""
    email, phone = told["email"] or None, told.get("phone", "")
    return Person(pk=key, public_id=public_id, name=told["name"], email=email, phone=phone)
