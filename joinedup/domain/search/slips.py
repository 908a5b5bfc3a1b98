"""Slips of the keys: whether one word was meant where another was typed. Plain arithmetic."""

from collections import Counter
from collections.abc import Iterable

SHORTEST = 4
TWO_SLIPS_FROM = 8


def slips_between(typed: str, meant: str, most: int) -> int:
    """Return how many letters were missed, added, mistaken or swapped; ``most`` + 1 for more."""
    if abs(len(typed) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    above = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, start=1):
        here = [row]
        for column, other in enumerate(meant, start=1):
            cost = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != other))
            swapped = row > 1 and column > 1 and letter == meant[column - 2]
            if swapped and typed[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            here.append(cost)
        if min(here) > most:
            return most + 1
        before, above = above, here
    return min(above[-1], most + 1)


def most_slips(typed: str) -> int:
    """Return how many slips are forgiven in a word: none in a short one, two in a long one."""
    return 0 if len(typed) < SHORTEST else 1 if len(typed) < TWO_SLIPS_FROM else 2


def meant_by(typed: str, words: Iterable[str]) -> str:
    """Return the word most likely meant, of the fewest slips and then the commonest, or nothing.

    Whoever stopped typing half way may mean the beginning of a longer word.
    """
    most = most_slips(typed)
    found: dict[str, tuple[int, bool, int, str]] = {}
    for word, count in Counter(words).items():
        whole = slips_between(typed, word, most)
        begun = slips_between(typed, word[: len(typed)], most)
        if 0 < min(whole, begun) <= most:
            found[word] = (min(whole, begun), begun < whole, -count, word)
    return min(found, key=lambda word: found[word], default="")


def halves(word: str) -> tuple[str, str]:
    """Return a word's first half, and its second half backwards: one slip leaves one of them.

    In all but the shortest a letter is left out between, lest two swapped there break both.
    """
    middle = len(word) // 2
    return word[:middle], word[middle + (len(word) > SHORTEST) :][::-1]
