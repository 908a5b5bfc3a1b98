"""What a director needs to know of a portfolio, in five sentences."""

from joinedup.domain.basics.days import in_words
from joinedup.domain.reporting.portfolio import RAN_OUT, Line, Portfolio
from joinedup.domain.reporting.tallies import BANDS
from joinedup.domain.results.sentences import joined

MOVED = 5.0
"""Points from which a score has gone up or down (domain.md 5.4 rule 12)."""
NAMED = 3


def five_lines(portfolio: Portfolio) -> list[str]:
    """Return the five sentences."""
    return [
        _how_many(portfolio),
        _how_good(portfolio),
        _named(
            "Below Sound, to be looked at again after six months",
            portfolio.below,
            portfolio.counts.below,
        ),
        _how_moved(portfolio),
        _how_complete(portfolio),
    ]


def drafts_told(portfolio: Portfolio) -> list[str]:
    """Return what is not in the report yet, because members may still reply to it."""
    return [
        f"The results of {round.title} are drafts until {in_words(round.last_day_to_reply)}. "
        f"They are not counted here yet."
        for round in portfolio.drafts
        if round.last_day_to_reply
    ]


def _how_many(portfolio: Portfolio) -> str:
    counts = portfolio.counts
    are = "partnership is" if counts.running < 2 else "partnerships are"
    return (
        f"{counts.running or 'No'} {are} running; "
        f"{counts.new or 'none'} began and {counts.ended or 'none'} ended "
        f"in the last twelve months."
    )


def _how_good(portfolio: Portfolio) -> str:
    reviewed, bands = portfolio.counts.reviewed, dict(portfolio.counts.bands)
    if not reviewed:
        return "No result stands yet."
    told = [f"{bands[band]} {band}" for band in BANDS if bands.get(band)]
    have = "has" if reviewed == 1 else "have"
    return f"{reviewed} {have} a result that stands: {', '.join(told)}."


def _how_moved(portfolio: Portfolio) -> str:
    (up, riser), (down, faller) = portfolio.rose, portfolio.fell
    told = []
    if up >= MOVED:
        told.append(f"{riser} rose most, by {up:.1f} points")
    if down <= -MOVED:
        told.append(f"{faller} fell most, by {-down:.1f} points")
    if not told:
        return "No score moved by five points or more since the time before."
    return f"{'; '.join(told)}."


def _how_complete(portfolio: Portfolio) -> str:
    counts = portfolio.counts
    names = {RAN_OUT: "an agreement that has run out"}
    told = [
        f"{count} with {names.get(tag, tag[0].lower() + tag[1:])}" for tag, count in counts.tags
    ]
    silent = counts.silent
    gentle = f" For {silent}, we have not been told about every paper." if silent else ""
    if told:
        return f"By the record: {', '.join(told)}.{gentle}"
    if silent:
        return f"Nothing is known to be missing.{gentle}"
    return "By the record, no partnership lacks a paper it should have."


def _named(what: str, lines: list[Line], count: int) -> str:
    if not lines:
        return f"{what}: none."
    names = [line.partnership.name for line in lines[:NAMED]]
    if count > len(names):
        names.append(f"{count - len(names)} more")
    return f"{what}: {joined(names)}."
