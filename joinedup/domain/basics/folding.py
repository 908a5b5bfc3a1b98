"""Names as people type them: accents, "St" and "Saint", "&" and "and" make no difference."""

import re
import unicodedata

SAME = {"&": " and ", "+": " and "}
WORDS = {"st": "saint", "st.": "saint", "ltd": "limited", "co": "company", "council's": "councils"}


def folded(name: str) -> str:
    """Return the form of a name that its other spellings share.

    ``folded("St. Mary's & Dŵr  Centre") == folded("saint marys and dwr centre")``
    """
    for sign, word in SAME.items():
        name = name.replace(sign, word)
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"['’`.]", "", plain)
    words = re.findall(r"\w+", plain)
    return " ".join(WORDS.get(word, word) for word in words)
