"""Text made fit for paper: what cannot be printed is dropped, and long words may break."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

# Turns the direction of everything after it, so a name could rewrite the line it stands in.
DIRECTION_OVERRIDES = "\u202d\u202e"
BREAK = "\u200b"
CONTROL = {"Cc", "Cs"}


def printable(text: str) -> str:
    """Drop what no printed page, XML file or screen can carry; keep every letter and sign."""
    if text.isprintable():  # nearly always, and quickly told
        return text
    text = "\n".join(text.replace("\t", " ").splitlines())
    return "".join(sign for sign in text if sign == "\n" or not _is_unprintable(sign))


def _is_unprintable(sign: str) -> bool:
    return (
        unicodedata.category(sign) in CONTROL
        or sign in DIRECTION_OVERRIDES
        or ord(sign) & 0xFFFE == 0xFFFE
    )


def breakable(text: str, room: int) -> str:
    """Let a word of more than ``room`` signs go on in the next line instead of leaving the page."""
    if not 0 < room < len(text):
        return text
    return re.sub(
        rf"\S{{{room + 1},}}", lambda word: BREAK.join(_pieces(word.group(), room // 2)), text
    )


def _pieces(word: str, size: int) -> Iterable[str]:
    size = max(size, 1)
    return (word[at : at + size] for at in range(0, len(word), size))


def listed(parts: Sequence[str]) -> str:
    """Join as people speak: “a, b and c”."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def some_of(names: Sequence[str], most: int, rest: str = "more") -> str:
    """List no more than ``most``, the last ones only counted: “a, b and 2 more”; never 1 more."""
    if len(names) <= most:
        return listed(names)
    return listed([*names[: most - 1], f"{len(names) - most + 1} {rest}"])


def listed_or_counted(names: Sequence[str], most: int, many: str) -> str:
    """List no more than ``most``, and only count where there are more of them: “4 members”."""
    return listed(names) if len(names) <= most else f"{len(names)} {many}"


def counted(number: int, one: str, many: str) -> str:
    """Say a count with its noun: “1 person”, “2 people”, “no people”."""
    if number == 1:
        return f"1 {one}"
    return f"{number or 'no'} {many}"


def size_told(size: int) -> str:
    """Return how large a file is, as people say it."""
    if size < 1_000_000:
        return f"{max(size // 1000, 1)} kB"
    return f"{size / 1_000_000:.1f} MB"


def shortened(text: str, most: int) -> str:
    """Return a text on one line and no longer than ``most``, with “…” where it was cut."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def in_pounds(amount: Decimal) -> str:
    """Write an amount as people do, pence only where there are some: “£50,000”, “£12.50”."""
    return f"£{amount:,.0f}" if amount == amount.to_integral_value() else f"£{amount:,.2f}"


def scored(score: float | None) -> str:
    """Print a score to one place, and a withheld one as a word."""
    return "withheld" if score is None else f"{score:.1f}"
