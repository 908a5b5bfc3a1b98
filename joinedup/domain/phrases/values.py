"""Dates, yes and no, years, scores and addresses as people type them.

What is not told stays not told: a dash, "tbc" and "n/k" are never read as no or as nothing.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

NOT_TOLD = {
    *("", "-", "--", "–", "—", "?", "??", "...", "…", ".", "/", "*", "n/k", "nk", "n.k.", "n/a"),
    *("na", "n.a.", "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided"),
    *("to be advised", "to follow", "unknown", "not known", "don't know", "dont know", "not sure"),
    *("unsure", "not told", "not stated", "not recorded", "not applicable", "not available"),
    *("awaited", "awaiting", "pending", "tbc.", "#n/a", "#ref!", "#value!", "#name?", "#div/0!"),
}
YES = {
    *("yes", "y", "true", "1", "✓", "✔", "☑", "yep", "in place", "done", "signed", "agreed"),
    *("complete", "completed", "current", "in date", "fully in place"),
}
NO = {
    *("no", "n", "false", "0", "none", "nil", "no - none", "not in place", "✗", "✘", "☒"),
    *("not done", "never", "not yet", "no plan", "missing", "not signed", "unsigned"),
}
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
LEADING_WORDS = re.compile(
    r"^(?:(?:since|from|until|to|by|circa|approx\.?|approximately|about|around|c\.?|est\.?"
    r"|established|expires?|ends?|dated|signed|agreed|review(?:ed)?|updated|on|in"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)[ ,:]+)+",
    re.IGNORECASE,
)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d.*)?")
NUMBERS = re.compile(r"(\d{1,2})\s*[/.\-\\ ]\s*(\d{1,2})\s*[/.\-\\ ]\s*(\d{4}|\d{2})")
WORDED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ \-/.]*(?:of )?([a-z]+)\.?[ \-/.,]*(\d{4}|'?\d{2})")
MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
MONTH_ONLY = re.compile(r"([a-z]+)[ \-/.,]*(\d{4}|'?\d{2})")
SEASON = re.compile(r"(spring|summer|autumn|winter) (\d{4}|'?\d{2})")
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
MONTH_NUMBER = re.compile(r"(\d{1,2})/(\d{4})")
YEAR = re.compile(r"(1[89]\d\d|20\d\d)")
FINANCIAL_YEAR = re.compile(r"(1[89]\d\d|20\d\d)\s*[/\-–]\s*(?:\d\d)?(\d\d)")
SERIAL = re.compile(r"[2-6]\d{4}")
SERIAL_BEGINS = date(1899, 12, 30)
# Lengths are those of mail itself; without them a long cell would be searched again and again.
ADDRESS = re.compile(
    r"(?<![\w.])[\w!#$%&'*+/=?^`{|}~-]{1,64}(?:\.[\w!#$%&'*+/=?^`{|}~-]{1,64}){0,8}"
    r"@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![\w-])",
    re.IGNORECASE | re.ASCII,
)
LONGEST_ADDRESS = 254
SCORE = re.compile(
    r"(\d{1,3}(?:\.\d+)?)\s*(?:%|/\s*100|out of 100|per cent|percent)?", re.IGNORECASE
)


@dataclass(frozen=True)
class Said(Generic[T]):
    """What a cell says: a value, or nothing; why not, when it cannot be read; what we assumed."""

    value: T | None = None
    problem: str = ""
    assumed: str = ""


@lru_cache(maxsize=50_000)  # asked of each cell several times, and cells repeat
def is_told(text: str) -> bool:
    """Say whether a cell says anything at all."""
    return " ".join(text.split()).casefold() not in NOT_TOLD


def read_date(text: str, *, month_first: bool = False) -> Said[date]:
    """Return the day a cell names; a month or a year alone is its first day, and said so."""
    if not is_told(text):
        return Said()
    words = LEADING_WORDS.sub("", " ".join(text.split()).casefold()).strip(" .,;()")
    for reader in (by_numbers, by_words, by_month, by_year):
        said = reader(words, month_first)
        if said is not None:
            return said
    return Said(problem=f"“{text}” is not a date we can read. Write it like 3 April 2025.")


def is_ambiguous(text: str) -> bool:
    """Say whether a date of numbers could be read day first or month first."""
    if not (match := NUMBERS.fullmatch(text.strip())):
        return False
    return int(match[1]) <= 12 and int(match[2]) <= 12 and int(match[1]) != int(match[2])


def is_day_first(text: str) -> bool:
    """Say whether a date of numbers can only be read day first."""
    match = NUMBERS.fullmatch(text.strip())
    return match is not None and int(match[2]) <= 12 < int(match[1]) <= 31


def is_month_first(text: str) -> bool:
    """Say whether a date of numbers can only be read month first."""
    match = NUMBERS.fullmatch(text.strip())
    return match is not None and int(match[1]) <= 12 < int(match[2]) <= 31


def by_numbers(words: str, month_first: bool) -> Said[date] | None:  # noqa: FBT001 - one of a set
    """Read 2025-04-03 and 03/04/2025; day first, as in Britain, unless told otherwise.

    Lists ask which it is where a whole column leaves it open.
    """
    if match := ISO.fullmatch(words):
        return day(int(match[1]), int(match[2]), int(match[3]), words)
    match = NUMBERS.fullmatch(words)
    if not match:
        return None
    first, second, year = int(match[1]), int(match[2]), full_year(match[3])
    if month_first:
        first, second = second, first
    said = day(year, second, first, words)
    if said.value and is_ambiguous(words):
        return Said(said.value, assumed=f"“{words}” was read as {in_words(said.value)}")
    return said


def by_words(words: str, _: bool) -> Said[date] | None:  # noqa: FBT001 - one of a set
    """Read 3rd April 2025, 3-Apr-25 and April 3, 2025."""
    if (match := WORDED.fullmatch(words)) and match[2] in MONTHS:
        return day(full_year(match[3]), MONTHS[match[2]], int(match[1]), words)
    if (match := MONTH_FIRST.fullmatch(words)) and match[1] in MONTHS:
        return day(int(match[3]), MONTHS[match[1]], int(match[2]), words)
    return None


def by_month(words: str, _: bool) -> Said[date] | None:  # noqa: FBT001 - one of a set
    """Read April 2025, Apr-25, 04/2025 and Spring 2025 as the first of that month or season."""
    if (match := MONTH_ONLY.fullmatch(words)) and match[1] in MONTHS:
        said = day(full_year(match[2]), MONTHS[match[1]], 1, words)
    elif match := SEASON.fullmatch(words):
        said = day(full_year(match[2]), SEASONS[match[1]], 1, words)
    elif match := MONTH_NUMBER.fullmatch(words):
        said = day(int(match[2]), int(match[1]), 1, words)
    else:
        return None
    return assumed(said, words)


def by_year(words: str, _: bool) -> Said[date] | None:  # noqa: FBT001 - one of a set
    """Read 2019, 2019/20 (from April) and the day numbers that spreadsheets keep inside."""
    if match := FINANCIAL_YEAR.fullmatch(words):
        return assumed(day(int(match[1]), 4, 1, words), words)
    if YEAR.fullmatch(words):
        return assumed(day(int(words), 1, 1, words), words)
    if SERIAL.fullmatch(words):
        return assumed(Said(SERIAL_BEGINS + timedelta(days=int(words))), words)
    return None


def assumed(said: Said[date], words: str) -> Said[date]:
    """Return a date with the sentence that says how it was made exact."""
    if said.value is None:
        return said
    return Said(said.value, assumed=f"“{words}” was read as {in_words(said.value)}")


def day(year: int, month: int, number: int, words: str) -> Said[date]:
    """Return a day of the calendar, or that there is none such."""
    try:
        return Said(date(year, month, number))
    except ValueError:
        return Said(problem=f"“{words}” is not a day in the calendar. Write it like 3 April 2025.")


def full_year(text: str) -> int:
    """Return the year of two digits that people mean: 69 is 2069, 70 is 1970."""
    digits = text.lstrip("'")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (1900 if int(digits) >= 70 else 2000)


def in_words(value: date) -> str:
    """Return a day as it is written here: 3 March 2026."""
    return f"{value.day} {value:%B} {value.year}"


def read_yes_no(text: str) -> Said[bool]:
    """Return yes or no; a date beside a yes is for ``read_date``, an unclear word is asked."""
    if not is_told(text):
        return Said()
    words = " ".join(text.split()).casefold().strip(" .!")
    if words in YES:
        return Said(value=True)
    if words in NO:
        return Said(value=False)
    first = re.split(r"[\s,;:(.–-]+", words, maxsplit=1)[0]
    if first in {"yes", "y", "signed", "agreed"}:
        return Said(value=True)
    if first in {"no", "none", "unsigned"} or words.startswith("not "):
        return Said(value=False)
    if read_date(text).value is not None:
        return Said(value=True)
    return Said(problem=f"“{text}” is neither yes nor no. Write Yes, No, or leave the cell empty.")


def date_beside(text: str) -> date | None:
    """Return the date written beside a yes, as in "Yes - March 2019", where there is one."""
    rest = re.sub(r"^(?:yes|y|signed|agreed|in place)\b[\s,;:(.–-]*", "", text.strip(), flags=re.I)
    return read_date(rest).value if is_told(rest) else None


def read_year(text: str) -> Said[int]:
    """Return the year a review belongs to; 2023/24 is the year in which it ends, 2024."""
    if not is_told(text):
        return Said()
    words = text.strip()
    if YEAR.fullmatch(words):
        return Said(int(words))
    if match := FINANCIAL_YEAR.fullmatch(words):
        return Said(int(match[1]) + 1, assumed=f"“{words}” was read as {int(match[1]) + 1}")
    if (said := read_date(words)).value is not None:
        return Said(said.value.year)
    return Said(problem=f"“{text}” is not a year we can read. Write it like 2024.")


def read_first_year(text: str) -> Said[int]:
    """Return the year in which a financial year begins; 2023/24 is 2023."""
    if match := FINANCIAL_YEAR.fullmatch(text.strip()):
        return Said(int(match[1]))
    return read_year(text)


def read_score(text: str) -> Said[Decimal]:
    """Return a score from 0 to 100, as it was reported."""
    if not is_told(text):
        return Said()
    match = SCORE.fullmatch(text.strip())
    if not match or Decimal(match[1]) > 100:
        return Said(problem=f"“{text}” is not a score from 0 to 100. Write a number such as 71.2.")
    return Said(Decimal(match[1]).quantize(Decimal("0.1")))


def read_email(text: str) -> Said[str]:
    """Return the one address in a cell; a name around it is not lost, it has its own column."""
    if not is_told(text):
        return Said()
    found = [address for address in ADDRESS.findall(text) if len(address) <= LONGEST_ADDRESS]
    if len(found) == 1:
        return Said(found[0])
    if found:
        return Said(problem=f"“{text}” holds {len(found)} addresses. Keep the one to write to.")
    return Said(problem=f"“{text}” is not an email address, such as name@example.org.")
