from datetime import datetime
from typing import Any, Protocol

from joinedup.domain.basics.identifiers import Identified
from joinedup.domain.journal.models import Entry


class Doer(Protocol):
    """Whoever did it: a person, known by public identifier and name."""

    public_id: Any
    name: Any


def entry_of(
    verb: str,
    thing: Identified,
    *,
    by: Doer | None,
    at: datetime,
    because: str = "",
    **detail: Any,
) -> Entry:
    """Return an entry not yet written, for acts that write many at once."""
    return Entry(
        at=at,
        verb=verb,
        kind=type(thing).__name__.lower(),
        thing=thing.public_id,
        by=by.public_id if by else "",
        by_name=by.name if by else "",
        because=because,
        detail=detail,
    )


def record(
    verb: str,
    thing: Identified,
    *,
    by: Doer | None,
    at: datetime,
    because: str = "",
    **detail: Any,
) -> None:
    """Write down that ``by`` did ``verb`` to ``thing``; ``by`` is None for the service itself."""
    entry_of(verb, thing, by=by, at=at, because=because, **detail).save(force_insert=True)


def record_many(entries: list[Entry]) -> None:
    """Write many entries in the same transaction as their act."""
    Entry.objects.bulk_create(entries, batch_size=500)
