"""The seven steps as seven.toml tells them, each part with what judges it."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from joinedup.domain.steps import first_three, last_four
from joinedup.domain.steps.evidence import Evidence
from joinedup.domain.steps.found import Found

TOLD = tomllib.loads((Path(__file__).parent / "seven.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Part:
    """One thing a step asks for; seven.toml says what each field means."""

    code: str
    title: str
    judge: Callable[[Evidence], Found]
    page: str
    act: str = ""
    verb: str = ""
    group: str = ""
    level: str = ""
    of_networks: bool = False
    for_keepers: bool = False
    is_own: bool = False
    when_forming: bool = False


@dataclass(frozen=True)
class Step:
    """One of the seven; ``weeks`` is what it usually takes, from and to."""

    number: int
    code: str
    title: str
    guidance: str
    weeks: tuple[int, int]
    parts: tuple[Part, ...]

    @property
    def usual(self) -> str:
        """How long it usually takes, in words."""
        return f"Usually {self.weeks[0]} to {self.weeks[1]} weeks"


def part_told(told: dict[str, Any]) -> Part:
    """Return a part with the function of its name."""
    place = first_three if hasattr(first_three, told["code"]) else last_four
    return Part(judge=getattr(place, told["code"]), **told)


SEVEN = tuple(
    Step(
        number,
        told["code"],
        told["title"],
        told["guidance"],
        (told["weeks"][0], told["weeks"][1]),
        tuple(part_told(each) for each in told["parts"]),
    )
    for number, told in enumerate(TOLD["steps"], start=1)
)
BEFORE_IT_BEGINS, WORK = SEVEN[:5], SEVEN[5]
TIME = next(part for part in SEVEN[0].parts if part.code == "time_planned")
"""Judged by how long all else takes, so it takes no time itself."""
