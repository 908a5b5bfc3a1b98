"""Recognises what looks like one person's data, so that forms can refuse to take it."""

import re

PLACE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.I)
INSURANCE = re.compile(r"\b[A-Z]{2}(?:[ .-]?\d{2}){3}[ .-]?[A-D]\b", re.I)
TEN_FIGURES = re.compile(r"(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)")
DAY = (
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}"
    r"|\d{1,2}(?:st|nd|rd|th)?\s(?:of\s)?[A-Z][a-z]{2,8}\s\d{4})"
)
BORN = re.compile(rf"\b(?:born|d\.?o\.?b\.?|date of birth)\b\W*(?:on\s|is\s)?\W*{DAY}", re.I)
NAME_AND_DAY = re.compile(rf"\b[A-Z][a-z’'-]+\s[A-Z][A-Za-z’'-]+\W{{1,3}}{DAY}")

POSTCODE = "a postcode"
INSTEAD = "Nothing about a single person is kept here. Say it without."


def why_not_kept(*texts: str, but: str = "") -> str | None:
    """Return why one of these texts cannot be kept here, or None.

    ``but`` is what may stand there: the postcode of an office, where one is asked how to reach it.
    """
    for text in texts:
        found = case_data_in(text)
        if found and found != but:
            return f"This looks like {found}. {INSTEAD}"
    return None


def case_data_in(text: str) -> str | None:
    """Return what in a text looks like one person's data, or None."""
    if any(is_nhs_number(figures) for figures in TEN_FIGURES.findall(text)):
        return "an NHS number"
    if INSURANCE.search(text):
        return "a National Insurance number"
    if BORN.search(text) or NAME_AND_DAY.search(text):
        return "a name with a date of birth"
    return POSTCODE if PLACE.search(text) else None


def is_nhs_number(figures: str) -> bool:
    """Tell whether ten figures check as an NHS number: the last is worked out from the others."""
    digits = [int(figure) for figure in figures if figure.isdigit()]
    weighed = sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False))
    return (11 - weighed % 11) % 11 == digits[-1]
