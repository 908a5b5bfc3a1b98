"""The typefaces that documents are set in, and which signs they can draw.

They are built into ``joinedup/fonts`` from the packages that ``frontend/fonts.toml`` names. A
typeface for another script is used as soon as its file lies in that folder.
"""

import unicodedata
from functools import cache
from pathlib import Path
from struct import unpack_from

FOLDER = Path(__file__).resolve().parents[2] / "fonts"
BOX = "□"


@cache
def drawable() -> frozenset[str]:
    """Return every sign that one of the typefaces can draw; refuse to begin without typefaces."""
    files = sorted([*FOLDER.glob("*.ttf"), *FOLDER.glob("*.otf")])
    if not files:
        raise FileNotFoundError(f"There are no typefaces in {FOLDER}. Run “make run” once.")
    return frozenset(chr(sign) for file in files for sign in signs_of(file.read_bytes()))


def drawn(text: str) -> str:
    """Put a box for each sign that no typeface draws; the PDF could not be made with it."""
    known = drawable()
    if known.issuperset(text):
        return text
    return "".join(sign if sign in known or sign == "\n" else _stand_in(sign) for sign in text)


def _stand_in(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind == "Cf" or "\ufe00" <= sign <= "\ufe0f":
        return ""  # it shapes its neighbours and shows nothing itself
    return " " if kind == "Zs" else BOX


def signs_of(font: bytes) -> set[int]:
    """Read which signs a TrueType or OpenType file draws, from its character map."""
    table = _character_map(font)
    count = unpack_from(">H", font, table + 2)[0]
    signs: set[int] = set()
    for at in range(count):
        start = table + unpack_from(">I", font, table + 4 + at * 8 + 4)[0]
        form = unpack_from(">H", font, start)[0]
        if form == 12:
            signs |= _grouped(font, start)
        elif form == 4:
            signs |= _segmented(font, start)
    return signs


def _character_map(font: bytes) -> int:
    for at in range(unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = unpack_from(">4sIII", font, 12 + at * 16)
        if tag == b"cmap":
            return int(offset)
    raise ValueError("This font file has no character map.")


def _grouped(font: bytes, start: int) -> set[int]:
    signs: set[int] = set()
    for at in range(unpack_from(">I", font, start + 12)[0]):
        first, last, _ = unpack_from(">III", font, start + 16 + at * 12)
        signs |= set(range(first, last + 1))
    return signs


def _segmented(font: bytes, start: int) -> set[int]:
    segments = unpack_from(">H", font, start + 6)[0] // 2
    ends = unpack_from(f">{segments}H", font, start + 14)
    starts = unpack_from(f">{segments}H", font, start + 16 + segments * 2)
    signs: set[int] = set()
    for first, last in zip(starts, ends, strict=True):
        signs |= set(range(first, last + 1)) - {0xFFFF}
    return signs
