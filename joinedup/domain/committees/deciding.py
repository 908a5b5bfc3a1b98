"""What somebody has to decide, as the record shows it: a sentence each, the most pressing first."""

from collections.abc import Iterator
from datetime import date

from joinedup.domain.basics.days import in_words
from joinedup.domain.reporting.portfolio import RAN_OUT, Line, Portfolio


def to_decide(portfolio: Portfolio) -> list[str]:
    """Return what is to be decided on these partnerships."""
    return [
        *looks_due(portfolio.below, portfolio.day),
        *agreements_run_out(portfolio.lacking),
        *ends_near(portfolio),
    ]


def looks_due(below: list[Line], day: date) -> Iterator[str]:
    """Yield what becomes of those below Sound; those whose second look is due come first.

    Where it was taken, what it found has been decided on.
    """
    waiting = [line for line in below if line.weak.looked_on is None]
    dated = [(line.second_look_on, line) for line in waiting if line.second_look_on]
    for due_on, line in sorted(dated, key=lambda pair: pair[0]):
        band = line.latest.band if line.latest else ""
        name = line.partnership.name
        if due_on <= day:
            yield (
                f"{name} ({band}): its second look was due on {in_words(due_on)}. "
                f"Has it improved, or does it change or end?"
            )
        else:
            yield (
                f"{name} ({band}): what is done before the second look, due by {in_words(due_on)}?"
            )


def agreements_run_out(lacking: list[Line]) -> Iterator[str]:
    """Yield those whose agreement has run out."""
    for line in lacking:
        ended = next((tag for tag in line.missing if tag.startswith(f"{RAN_OUT} ended")), None)
        if ended:
            when = ended.removeprefix(f"{RAN_OUT} ended ")
            yield f"{line.partnership.name}: renew its agreement, which ran out in {when}, or end?"


def ends_near(portfolio: Portfolio) -> Iterator[str]:
    """Yield those that are to end within six months."""
    for partnership in portfolio.ending:
        if partnership.ends_on is not None:
            yield f"{partnership.name}: does it go on after {in_words(partnership.ends_on)}?"
