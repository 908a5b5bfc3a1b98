"""What can be said of something that a member puts in, wherever it is said."""

EARLIEST, AHEAD = 1974, 10
LONGEST_WORDS = 300
IN_KIND = "KIND"


def out_of_years(year: int, this_year: int) -> str | None:
    """Return why nothing can be put in during a year, or None."""
    if EARLIEST <= year <= this_year + AHEAD:
        return None
    return f"Enter a year between {EARLIEST} and {this_year + AHEAD}."


def undescribed(sort: str, words: str) -> str | None:
    """Return why something that is neither money nor hours needs words, or None."""
    if sort == IN_KIND and not words.strip():
        return "Say what it is: for example, a room each month."
    return None
