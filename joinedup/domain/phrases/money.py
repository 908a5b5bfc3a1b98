"""Sums of money as people type them; what is not told is never nought."""

import re
from decimal import Decimal

from joinedup.domain.phrases.values import Said, is_told

NOTHING = {"nil", "none", "zero", "no cost", "no budget", "free", "0", "£0", "0.00", "£0.00"}
TIMES = {
    "": 1,
    "k": 1_000,
    "thousand": 1_000,
    "m": 1_000_000,
    "million": 1_000_000,
    "mn": 1_000_000,
}
SUM = re.compile(
    r"(?:£|gbp)?\s*(\d{1,3}(?:,\d{3})+|\d{1,12})(\.\d{1,6})?\s*(k|thousand|mn?|million)?"
    r"\s*(?:gbp|pounds?)?\s*(p\.?a\.?|per annum|per year|a year|/ ?year|yearly|annually)?",
    re.IGNORECASE,
)
ABOUT = re.compile(
    r"^(?:(?:circa|ca?|approx|approximately|about|around|roughly|up to|est|estimated)\b\.?|~)\s*",
    re.IGNORECASE,
)


def read_money(text: str) -> Said[Decimal]:
    """Return a sum in pounds: £1.2m, 10k, 1,250.50; about so much is said to have been assumed.

    “Nil” is nought because somebody says so; a dash or “TBC” is nothing told.
    """
    if not is_told(text):
        return Said()
    words = " ".join(text.split()).casefold().strip(" .")
    if words in NOTHING:
        return Said(Decimal(0))
    bare = ABOUT.sub("", words)
    match = SUM.fullmatch(bare)
    if not match or (bare.isdigit() and len(bare) > 11):
        return Said(problem=f"“{text}” is not a sum of money we can read. Write it like £12,500.")
    value = Decimal(match[1].replace(",", "") + (match[2] or "")) * TIMES[match[3] or ""]
    value = value.quantize(Decimal("0.01"))
    about = bare != words or match[3] or match[4]
    return Said(value, assumed=f"“{text}” was read as £{value:,.0f}" if about else "")
