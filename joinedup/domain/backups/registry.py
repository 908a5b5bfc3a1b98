"""What other packages want done with a restored database before anybody uses it."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from joinedup.domain.backups.kinds import Unusable

AFTER: dict[str, Callable[..., object]] = {}
ERASERS: dict[str, Callable[..., object]] = {}
LEFT_OUT: set[str] = set()


def after_restore(work: Callable[..., object]) -> Callable[..., object]:
    """Have ``work(at=…)`` done in each restored database: what must not come back is ended."""
    AFTER[f"{work.__module__}.{work.__qualname__}"] = work
    return work


def leave_out(table: str) -> None:
    """Say that backups need not carry the rows of a table; its rows are made again when wanted."""
    LEFT_OUT.add(table)


def eraser(kind: str) -> Callable[[Callable[..., object]], Callable[..., object]]:
    """Say who erases things of a kind again: ``work(public_id, at=…)`` (trust.md T27).

    Whoever erases something writes it down with ``note_erasure``, which no restore takes back.
    """

    def register(work: Callable[..., object]) -> Callable[..., object]:
        ERASERS[kind] = work
        return work

    return register


def end_what_must_not_come_back(at: datetime) -> None:
    """Do what packages asked for."""
    for _, work in sorted(AFTER.items()):
        work(at=at)


def erase_again(erased: list[dict[str, Any]], at: datetime) -> int:
    """Erase once more what had been erased when the backup was put back; return how many."""
    for each in erased:
        if each.get("kind") not in ERASERS:
            raise Unusable(
                f"Something of the kind “{each.get('kind')}” was erased, and this version does "
                "not know how to erase it again. Install the version that erased it."
            )
        ERASERS[each["kind"]](each["public_id"], at=at)
    return len(erased)
