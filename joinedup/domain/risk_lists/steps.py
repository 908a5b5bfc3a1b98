"""Steps of a scale, in figures or words, and the same steps on a scale of another length."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from joinedup.domain.basics.folding import folded

SIZES = (3, 4, 5)
LEAST, MOST = 3, 5
FIGURE = re.compile(r"(?<![\d.,])(\d{1,2})(?:\.0+)?(?![\d.,]*\d)")
# Words in common use for each step, from the lowest; likelihood and impact share a scale.
WORDS: dict[int, tuple[str, ...]] = {
    3: (
        "low|l|green|unlikely|minor|small",
        "medium|moderate|m|amber|yellow|possible|significant",
        "high|h|red|likely|major|severe|serious|large",
    ),
    4: (
        "low|l|unlikely|rare|remote|minor|negligible|slight",
        "medium|moderate|m|possible|significant",
        "high|h|likely|probable|major|serious",
        "very high|vh|almost certain|very likely|certain|severe|critical|catastrophic|extreme",
    ),
    5: (
        "very low|vl|rare|remote|very unlikely|improbable|insignificant|negligible|slight|trivial",
        "low|l|unlikely|minor",
        "medium|moderate|m|possible|significant",
        "high|h|likely|probable|major|serious",
        "very high|vh|almost certain|very likely|certain|severe|critical|catastrophic|extreme",
    ),
}
# Words that are never part of a longer scale of which a list happens to use three steps only.
OF_THREE = {"low", "medium", "high", "l", "m", "h", "green", "amber", "red"}
BANDS = (
    "low|l|green|minor|very low",
    "moderate|medium|m|amber|yellow",
    "high|h|red|major|significant",
    "very high|vh|critical|extreme|severe|black|purple",
)
# A rating in one word, as likelihood and impact in the middle of its band of our matrix.
BAND_STEPS = {
    4: ((1, 2), (2, 3), (3, 3), (4, 4)),
    5: ((2, 2), (2, 4), (3, 4), (4, 5)),
}


@dataclass(frozen=True)
class Scale:
    """How many steps a list goes by, and how many its body's matrix has."""

    theirs: int
    ours: int

    def turned(self, step: int) -> int:
        """Return the step of our matrix for one of theirs.

        The lowest stays lowest and the highest highest; between them the nearest, and of two as
        near the higher: nothing is made to look smaller by a tie.
        """
        twice = 2 * (step - 1) * (self.ours - 1) + (self.theirs - 1)
        return 1 + twice // (2 * (self.theirs - 1))

    def told(self) -> list[tuple[int, int]]:
        """Return each of their steps with ours."""
        return [(step, self.turned(step)) for step in range(1, self.theirs + 1)]


def step_in(text: str, size: int) -> int | None:
    """Return the step a cell names on a scale of a size, or None; a figure outweighs its word."""
    if found := FIGURE.search(text):
        step = int(found[1])
        return step if 1 <= step <= size else None
    return place_of(text, WORDS[size])


def place_of(text: str, among: tuple[str, ...]) -> int | None:
    """Return which step a word stands for, from 1 up."""
    words = folded(text)
    for at, names in enumerate(among, 1):
        if words in names.split("|"):
            return at
    return None


def sizes_that_fit(cells: Iterable[str]) -> list[int]:
    """Return the scales on which every cell is a step; one where the words leave no doubt.

    Low, medium and high alone are a scale of three. Figures up to 4 may be of a longer scale.
    """
    told = {cell for cell in cells if cell}
    if told and {folded(cell) for cell in told} <= OF_THREE:
        return [LEAST]
    return [size for size in SIZES if all(step_in(cell, size) for cell in told)]


def rated(text: str, theirs: int, ours: int) -> tuple[int, int] | None:
    """Return likelihood and impact on our matrix for one rating: a word, or a product of theirs."""
    if found := FIGURE.search(text):
        return factors(int(found[1]), Scale(theirs, ours))
    band = place_of(text, BANDS)
    return BAND_STEPS[ours][band - 1] if band else None


def factors(product: int, scale: Scale) -> tuple[int, int] | None:
    """Return the two nearest steps that make a product, the greater as impact, on our matrix."""
    for likelihood in range(scale.theirs, 0, -1):
        impact, rest = divmod(product, likelihood)
        if not rest and likelihood <= impact <= scale.theirs:
            return scale.turned(likelihood), scale.turned(impact)
    return None
