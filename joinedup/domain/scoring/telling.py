"""What is told beside the scores: what is live, what must be said whatever the score, who leads."""

from collections.abc import Mapping
from fractions import Fraction

from joinedup.domain.instruments.definition import Alert, Instrument
from joinedup.domain.scoring.sheets import Tally

Figures = Mapping[str, Fraction | None]


def ranked(instrument: Instrument, means: Figures) -> list[str]:
    """Return the statements somebody scored, the worst average first."""
    worst_first = -1 if instrument.scoring.direction == "low is good" else 1
    known = [(mean, code) for code, mean in means.items() if mean is not None]
    return [code for _, code in sorted(known, key=lambda pair: worst_first * pair[0])]


def live_in(
    instrument: Instrument, tallies: Mapping[str, Tally], means: Figures
) -> tuple[str, ...]:
    """Return the statements to do something about now, the worst first."""
    bounds = instrument.thresholds
    if bounds.live_from is None and bounds.live_for_one is None:
        return ()
    return tuple(
        code
        for code in ranked(instrument, means)
        if reaches(instrument, means[code], bounds.live_from)
        or any(
            reaches(instrument, Fraction(sum(values), len(values)), bounds.live_for_one)
            for values in tallies[code].sides.values()
        )
    )


def reaches(instrument: Instrument, mean: Fraction | None, bound: Fraction | None) -> bool:
    """Whether an average is as bad as ``bound``, or worse."""
    if mean is None or bound is None:
        return False
    return mean >= bound if instrument.scoring.direction == "low is good" else mean <= bound


def alerts_of(instrument: Instrument, scores: Figures, means: Figures) -> tuple[str, ...]:
    """Return the sentences that must be told; ``scores`` are as they are printed."""
    figures = {**means, **scores}
    return tuple(each.says for each in instrument.alerts if is_due(each, figures.get(each.on)))


def is_due(alert: Alert, figure: Fraction | None) -> bool:
    if figure is None:
        return False
    if alert.at_least is not None:
        return figure >= alert.at_least
    return alert.at_most is not None and figure <= alert.at_most


def leaders(instrument: Instrument, scores: Figures) -> tuple[str, ...]:
    """Return the sections that are the finding, the highest first; none where it is unclear.

    ``scores`` are as they are printed.
    """
    leading = instrument.leading
    known = {code: score for code, score in scores.items() if score is not None}
    if leading is None or not known:
        return ()
    highest = max(known.values())
    if highest < leading.at_least:
        return ()
    near = [code for code, score in known.items() if score >= highest - leading.within]
    return tuple(sorted(near, key=lambda code: -known[code]))
