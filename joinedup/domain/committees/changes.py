"""What a committee is told has changed since the report before: added, gone, and put otherwise."""

from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.domain.committees.rows import Row


@dataclass(frozen=True)
class Changes:
    """Partnerships added and gone since a report, and sentences of what changed in the others."""

    added: list[Row]
    gone: list[Row]
    changed: list[tuple[str, list[str]]]


def changes_between(before: Iterable[Row], now: Iterable[Row]) -> Changes:
    """Return what differs from an earlier report, in the order of the present one."""
    then, current = {row.number: row for row in before}, {row.number: row for row in now}
    told = [(row.name, differences(then[key], row)) for key, row in current.items() if key in then]
    return Changes(
        added=[row for key, row in current.items() if key not in then],
        gone=[row for key, row in then.items() if key not in current],
        changed=[(name, each) for name, each in told if each],
    )


def differences(then: Row, now: Row) -> list[str]:
    """Return in words what is told otherwise of one partnership."""
    told = []
    if then.name != now.name:
        told.append(f"It was called {then.name}.")
    if then.tier != now.tier:
        told.append(f"Tier {now.tier or 'not told'}; before, {then.tier or 'not told'}.")
    if then.result != now.result:
        was = result_told(then) if then.band else "not yet reviewed"
        told.append(f"{result_told(now) if now.band else 'No result stands'}; before, {was}.")
    if then.missing != now.missing:
        missing, was = (each.missing.lower() or "nothing" for each in (now, then))
        told.append(f"Missing: {missing}; before, {was}.")
    return told


def result_told(row: Row) -> str:
    """Return a result as a few words."""
    score = f" {row.score}" if row.score else ""
    return f"{row.band}{score} in {row.year}"
