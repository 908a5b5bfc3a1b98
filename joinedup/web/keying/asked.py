"""How sheets were asked for, carried in the address of their file for an hour, for one person.

The press that makes the address is noted in the journal; the address alone writes nothing.
"""

from typing import Any

from django.core import signing

HOUR = 60 * 60


def signed(round: str, asked: dict[str, Any]) -> str:
    """Return what was asked for, as a part of an address."""
    return signing.dumps(asked, salt=_salt(round), compress=True)


def as_asked(round: str, printing: str, person: str) -> dict[str, Any] | None:
    """Return how this person asked for sheets; None where the address is made up or too old."""
    try:
        asked: dict[str, Any] = signing.loads(printing, salt=_salt(round), max_age=HOUR)
    except signing.BadSignature:
        return None
    return asked if asked["by"] == person else None


def _salt(round: str) -> str:
    return f"joinedup.sheets.{round}"
