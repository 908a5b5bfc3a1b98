"""Risks in the states that tests begin with, reached by the acts of people."""

from datetime import timedelta
from typing import Any

from joinedup.domain.basics.days import day_of
from joinedup.domain.risks.actions import add_risk
from joinedup.domain.risks.kinds import MARKS
from joinedup.domain.risks.models import ListedRisk

SAID = {
    "category": "RK7",
    "cause": "The food share loses its grant",
    "effect": "Nobody drives the van",
    "controls": "A second grant is asked for.",
    "owner_post": "Partnership officer",
}


def marks(*steps: int) -> dict[str, int]:
    """Return six steps by their names."""
    return dict(zip(MARKS, steps, strict=True))


USUAL = marks(4, 4, 3, 3, 2, 2)


def add(
    cast: Any,
    now: Any,
    body: str | None = None,
    by: str = "priya",
    steps: dict[str, int] = USUAL,
    size: int = 4,
    **said: Any,
) -> ListedRisk:
    """Put a risk on the shared list of Safer Places, or on a body's own."""
    said = SAID | {"review_on": day_of(now) + timedelta(days=90)} | said
    body = cast.bodies[body] if body else None
    return add_risk(cast.safer, body, said, steps, size=size, by=cast.people[by], at=now)
