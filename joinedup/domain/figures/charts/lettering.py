"""How much room words take, and how to fit them: wrapped, or cut with an ellipsis."""

import unicodedata
from functools import lru_cache

# Widths of the Latin letters of Helvetica and Arial, in thousandths of the size, from the space on.
# The typeface of the documents is narrower, so what fits by these fits there too.
_ASCII = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 "
    "556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 "
    "722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 "
    "556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 "
    "260 334 584"
)
ELLIPSIS = "…"
_WIDTHS = {chr(32 + at): int(width) for at, width in enumerate(_ASCII.split())} | {
    "\u00a0": 278, "’": 222, "‘": 222, "“": 333, "”": 333, "–": 556, "·": 333, ELLIPSIS: 1000,
}  # fmt: skip
_BOLDER = 1.08
_OTHER_LETTER, _WIDE_SIGN = 1000, 1400


@lru_cache(maxsize=4096)
def _sign_width(sign: str) -> int:
    plain = unicodedata.normalize("NFD", sign)[0]
    if plain in _WIDTHS:
        return _WIDTHS[plain]
    if unicodedata.combining(sign):
        return 0
    is_wide = unicodedata.east_asian_width(sign) in "WF" or ord(sign) > 0xFFFF
    return _WIDE_SIGN if is_wide else _OTHER_LETTER


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Estimate, never too low for Latin text, how wide a line of text is."""
    total = sum(map(_sign_width, text)) * size / 1000
    return total * _BOLDER if bold else total


def cut(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Shorten to the room there is; the full name stands in the table."""
    text = " ".join(text.split())
    if width_of(text, size, bold=bold) <= room:
        return text
    while text and width_of(text + ELLIPSIS, size, bold=bold) > room:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def wrap(text: str, room: float, size: float, *, lines: int, bold: bool = False) -> list[str]:
    """Break into at most so many lines, each within the room, the last one cut if need be."""
    words = text.split()
    made: list[str] = []
    while words and len(made) < lines - 1:
        line = words.pop(0)
        while words and width_of(f"{line} {words[0]}", size, bold=bold) <= room:
            line += f" {words.pop(0)}"
        if width_of(line, size, bold=bold) > room:
            head = _head_that_fits(line, room, size, bold=bold)
            rest = line[len(head) :]
            words[:0] = [rest] if rest else []
            line = head
        made.append(line)
    if words:
        made.append(cut(" ".join(words), room, size, bold=bold))
    return made


def _head_that_fits(word: str, room: float, size: float, *, bold: bool) -> str:
    head = word
    while len(head) > 1 and width_of(head, size, bold=bold) > room:
        head = head[:-1]
    return head
