"""The clauses of an agreement as they come with the product, and which of them a tier needs."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

TIERS = {"all": (1, 2, 3), "t12": (1, 2), "t1": (1,)}


@dataclass(frozen=True)
class Matter:
    """One clause to be decided: what it is about, what a good one says, words to begin with."""

    code: str
    title: str
    group: str
    tiers: tuple[int, ...]
    guidance: str
    opening: str = ""
    is_exit: bool = False

    @property
    def gaps(self) -> tuple[str, ...]:
        """What has to be filled in where the opening words are used: “[amount]”."""
        return tuple(re.findall(r"\[[^\]]+\]", self.opening))

    def gap_in(self, words: str) -> str:
        """Return the first gap that is not filled in in some words, or nothing."""
        return next((gap for gap in self.gaps if gap in words), "")


@cache
def catalogue() -> dict[str, Matter]:
    """Return all clauses there can be, by code, in their order."""
    folder = files("joinedup.domain.clauses")
    told = tomllib.loads((folder / "clauses.toml").read_text(encoding="utf-8"))
    matters = (
        Matter(
            each["code"],
            each["title"],
            group["title"],
            TIERS[each["tiers"]],
            each["guidance"],
            each.get("opening", ""),
            each.get("exit", False),
        )
        for group in told["groups"]
        for each in group["clauses"]
    )
    return {matter.code: matter for matter in matters}


@cache
def needed_by(tier: int) -> tuple[Matter, ...]:
    """Return the clauses that an agreement of a tier decides on."""
    return tuple(matter for matter in catalogue().values() if tier in matter.tiers)


def in_groups(codes: set[str]) -> dict[str, tuple[Matter, ...]]:
    """Return these clauses under the titles of their groups, in their order."""
    groups: dict[str, tuple[Matter, ...]] = {}
    for matter in catalogue().values():
        if matter.code in codes:
            groups[matter.group] = (*groups.get(matter.group, ()), matter)
    return groups
