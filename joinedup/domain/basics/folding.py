"""Names as people type them: accents, "St" and "Saint", "&" and "and" make no difference."""

import re
import unicodedata
from functools import lru_cache

SAME = {"&": " and ", "+": " and "}
WORDS = {"st": "saint", "ltd": "limited", "co": "company"}
LONGEST = 200


@lru_cache(maxsize=50_000)  # imports and searches fold the same names again and again
def folded(name: str) -> str:
    """Return the form of a name that its other spellings share.

    ``folded("St. Mary's & Dŵr  Centre") == folded("saint marys and dwr centre")``. No longer
    than a name may be, though "&" and "St" grow.
    """
    # Width and ligatures first: a full-width "＆" is an "&" as well.
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    for sign, word in SAME.items():
        plain = plain.replace(sign, word)
    plain = re.sub(r"['’`.]", "", plain)
    words = re.findall(r"\w+", plain)
    return " ".join(WORDS.get(word, word) for word in words)[:LONGEST].strip()
