"""Chance that always falls the same way: a number made from words, and from nothing else.

Each answer hangs on its own words (partnership, year, person, statement), so that adding a
partnership to the demonstration changes nothing in the others.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def chance(*words: object) -> float:
    """Return a number from 0 up to but not including 1, the same for the same words."""
    told = "\0".join(str(word) for word in words)
    return int.from_bytes(hashlib.sha256(told.encode()).digest()[:6], "big") / 2**48


def either_way(*words: object) -> float:
    """Return a number between -1 and 1 that lies near 0 more often than not."""
    return chance("one", *words) + chance("other", *words) - 1


def shuffled(things: Sequence[Thing], *words: object) -> list[Thing]:
    """Return the things in an order that the words decide."""
    return [things[n] for n in sorted(range(len(things)), key=lambda n: chance(n, *words))]


def weighed(weights: Mapping[str, int], *words: object) -> str:
    """Return one of the names, each as often as its weight."""
    left = chance(*words) * sum(weights.values())
    for name, weight in weights.items():
        left -= weight
        if left < 0:
            return name
    raise AssertionError("The weights add up to more than is left.")
