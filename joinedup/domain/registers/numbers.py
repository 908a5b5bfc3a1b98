"""Read a number as people type it: brought into its register's own form, or refused with why."""

import re
import unicodedata

from joinedup.domain.registers.schemes import LEI_MODULUS, LEI_REMAINDER, SCHEMES

# “Reg. charity no: 1234567”, “Registered number 1234567”.
BEFORE = re.compile(
    r"^(?:(?:registered|registration|reg|charity|company|number|num|no|urn|ukprn|ods|lei)\b"
    r"[\s.:#]*)+",
    re.IGNORECASE,
)
DASHES = re.compile("[‐‑‒–—−]")
# Numbers that could be no other register's, by how they begin.
TELLING = {"SC": "GB-SC", "NIC": "GB-NIC"}


def normalised(scheme: str, text: str) -> str:
    """Return a number as its register writes it, or as near as what was typed comes to it.

    ``normalised("GB-COH", " sc 12345 ") == "SC012345"``. Doing it twice is doing it once.
    """
    plain = DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip()
    plain = BEFORE.sub("", plain)
    plain = re.sub(r"\s+", "", plain).upper().removeprefix(f"{scheme}-")
    return SCHEMES[scheme].tidy(plain)


def why_not_number(scheme: str, text: str) -> str | None:
    """Return why this can be no number of the register, saying what one looks like, or None."""
    if scheme not in SCHEMES:
        return f"“{scheme}” is not a register we know."
    value = normalised(scheme, text)
    if re.fullmatch(SCHEMES[scheme].pattern, value, re.ASCII) and is_checked(scheme, value):
        return None
    return " ".join([SCHEMES[scheme].shape, *other_register(scheme, text)])


def other_register(scheme: str, text: str) -> list[str]:
    """Return a sentence about the register whose number it plainly is, where it is another's."""
    letters = re.match(r"[A-Z]*", re.sub(r"\s", "", text.upper()))
    other = TELLING.get(letters[0] if letters else "")
    if other is None or other == scheme or why_not_number(other, text):
        return []
    return [f"What you typed looks like another: {SCHEMES[other].label}."]


def is_checked(scheme: str, value: str) -> bool:
    """Tell whether the check figures of a number agree, where its register has such."""
    if scheme != "XI-LEI":
        return True
    # ISO 17442: letters count from ten, and the whole leaves one over 97.
    figures = "".join(str(int(letter, 36)) for letter in value)
    return int(figures) % LEI_MODULUS == LEI_REMAINDER
