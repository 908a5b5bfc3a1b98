"""The marks by which people fill a table of bodies against groups: X, a tick, initials."""

import re
from enum import StrEnum

from joinedup.domain.phrases.values import is_told

BELONGS = {"x", "✓", "✔", "☑", "√", "•", "●", "■", "1", "y", "yes", "true"}
BELONGS_NOT = {"n", "no", "0", "false", "none", "nil", "not a member"}
INITIALS = re.compile(r"[A-Z]{2,3}(?:\s*[/,&]\s*[A-Z]{2,3})*|(?:[A-Z]\.\s?){2,3}")
NAMED = re.compile(r"(?:[A-Z][\w'’-]+|[A-Z]\.?)(?: (?:[A-Z][\w'’-]+|[A-Z]\.?)){1,3}")
LONGEST_MARK = 40


class Mark(StrEnum):
    """What a cell of such a table says."""

    NOTHING = "nothing"
    BELONGS = "belongs"
    BELONGS_NOT = "belongs not"
    INITIALS = "initials"
    PERSON = "person"
    WORD = "word"


def read_mark(text: str) -> Mark:
    """Return what a mark says: an X belongs like a tick; a drawn cross is a word to be asked."""
    words = " ".join(text.split())
    if not is_told(words):
        return Mark.NOTHING
    if words.casefold() in BELONGS:
        return Mark.BELONGS
    if words.casefold() in BELONGS_NOT:
        return Mark.BELONGS_NOT
    if INITIALS.fullmatch(words):
        return Mark.INITIALS
    return Mark.PERSON if NAMED.fullmatch(words) else Mark.WORD
