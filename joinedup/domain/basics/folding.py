"""Names as people type them: accents, "St" and "Saint", "&" and "and" make no difference."""

import re
import unicodedata
from functools import lru_cache

SAME = {"&": " and ", "+": " and "}
WORDS = {"st": "saint", "ltd": "limited", "co": "company"}
UNTELLING = {"and", "the"}
LONGEST = 200


@lru_cache(maxsize=50_000)  # imports and searches fold the same names again and again
def folded(name: str) -> str:
    """Return the form of a name that its other spellings share.

    ``folded("St. Mary's & Dŵr  Centre") == folded("saint marys and dwr centre")``. No longer
    than a name may be, though "&" and "St" grow.
    """
    return " ".join(WORDS.get(word, word) for word in words_of(name))[:LONGEST].strip()


def beginnings(typed: str) -> list[tuple[str, ...]]:
    """Return each word somebody looks for, in the ways in which a folded name may begin it.

    "St" may be a saint or the beginning of a street; "and" and "the" are found with any name.
    """
    words = list(dict.fromkeys(words_of(typed[:LONGEST])))
    telling = [word for word in words if word not in UNTELLING] or words
    return [tuple(dict.fromkeys((WORDS.get(word, word), word))) for word in telling]


def words_of(name: str) -> list[str]:
    """Return the plain words of a name: no accents, no signs, no capitals."""
    # Width and ligatures first: a full-width "＆" is an "&" as well.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for sign, word in SAME.items():
        plain = plain.replace(sign, word)
    plain = re.sub(r"['’`.]", "", plain)
    return re.findall(r"\w+", plain)
