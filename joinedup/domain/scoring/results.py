"""Working out a result from answer sheets, in exact fractions and without a database.

``docs/guide/scoring.md`` tells the same in plain English. Two views are always worked out: by
person, where each person counts the same, and by organisation, where each organisation does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    Band,
    Instrument,
    Statement,
)
from joinedup.domain.scoring.averaging import Averaged, MeanOf, averaged, units_of
from joinedup.domain.scoring.sheets import (
    UNANSWERED,
    Sheet,
    Tally,
    marks_of,
    mean_by_person,
    mean_by_side,
    organisations_heard,
    tallies_of,
    those_heard,
    without_too_few,
)
from joinedup.domain.scoring.telling import alerts_of, live_in

INCOMPLETE = "Incomplete"


@dataclass(frozen=True)
class SectionScore:
    score: Fraction | None
    band: str | None
    applying: int
    scored: int


@dataclass(frozen=True)
class View:
    """One way of averaging. ``means`` are of answers.

    ``live`` are the statements to do something about, the worst first; ``alerts`` what is told
    whatever the score.
    """

    overall: Fraction | None
    band: str | None
    uncapped_band: str | None
    caps: tuple[str, ...]
    sections: Mapping[str, SectionScore]
    means: Mapping[str, Fraction | None]
    live: tuple[str, ...] = ()
    alerts: tuple[str, ...] = ()


@dataclass(frozen=True)
class StatementFigures:
    """What was answered on one statement, by person. ``counts`` holds every kind of answer."""

    mean: Fraction | None
    agreement: Fraction | None
    split: bool
    dont_know_share: Fraction | None
    cannot_tell: bool
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Result:
    instrument: str
    version: str
    by_person: View
    by_organisation: View
    statements: Mapping[str, StatementFigures]
    respondents: int
    organisations: int
    indicative: bool
    decimals: int
    comparison: Fraction


def score(instrument: Instrument, sheets: Sequence[Sheet], *, internal: bool = False) -> Result:
    """Return the result of these sheets; in an internal partnership units stand for organisations.

    A sheet on which nothing at all was answered is nobody's answer and counts nowhere.
    """
    sheets = without_too_few(instrument, sheets)
    tallies = tallies_of(instrument, sheets, internal=internal)
    marks = marks_of(instrument, sheets, tallies, internal=internal)
    units = units_of(instrument, sheets, internal=internal)
    by_person = averaged(instrument, marks, units, by_side=False)
    by_side = averaged(instrument, marks, units, by_side=True)
    people = len(those_heard(instrument, sheets))
    organisations = len(organisations_heard(instrument, sheets, internal=internal))
    return Result(
        instrument=instrument.id,
        version=instrument.version,
        by_person=view_of(instrument, tallies, by_person, mean_by_person),
        by_organisation=view_of(instrument, tallies, by_side, mean_by_side),
        statements={
            statement.id: figures_of(instrument, statement, tallies[statement.id])
            for statement in instrument.statements
        },
        respondents=people,
        organisations=organisations,
        indicative=bool(why_indicative(instrument, people=people, organisations=organisations)),
        decimals=instrument.scoring.decimals,
        comparison=instrument.thresholds.comparison,
    )


def view_of(
    instrument: Instrument, tallies: Mapping[str, Tally], figures: Averaged, mean_of: MeanOf
) -> View:
    means = {code: mean_of(tally) for code, tally in tallies.items()}
    decimals = instrument.scoring.decimals
    sections = {}
    for section in instrument.sections:
        applying = [each.id for each in section.statements if tallies[each.id].applies]
        part = figures.sections[section.id]
        value = None if part is None else part.value
        band = band_of(instrument.bands_of_sections, value, decimals)
        scored = sum(means[code] is not None for code in applying)
        if instrument.scoring.missing.policy == "treat as lowest" and value is not None:
            scored = len(applying)
        sections[section.id] = SectionScore(value, band, len(applying), scored)
    uncapped = band_of(instrument.bands, figures.overall, decimals)
    withheld = None if instrument.scoring.overall == "none" else INCOMPLETE
    caps = caps_of(instrument, sections, means, tallies)
    scores = {"overall": figures.overall, **{c: each.score for c, each in sections.items()}}
    shown = {c: score and Fraction(printed(score, decimals)) for c, score in scores.items()}
    return View(
        overall=figures.overall,
        band=withheld if figures.overall is None else capped(instrument, uncapped, caps),
        uncapped_band=uncapped,
        caps=caps,
        sections=sections,
        means=means,
        live=live_in(instrument, tallies, means),
        alerts=alerts_of(instrument, shown, means),
    )


def caps_of(
    instrument: Instrument,
    sections: Mapping[str, SectionScore],
    means: Mapping[str, Fraction | None],
    tallies: Mapping[str, Tally],
) -> tuple[str, ...]:
    """Return what holds the overall band down, one reason a string, in the order asked."""
    caps = instrument.caps
    if caps is None:
        return ()
    keys = [statement for statement in instrument.statements if statement.key]
    reasons = [
        f"section:{code}"
        for code, found in sections.items()
        if found.band is not None and found.band == caps.section_band
    ]
    reasons += [f"critical:{key.id}" for key in keys if is_worse(instrument, means[key.id])]
    if caps.key_unknown:
        reasons += [f"critical-unknown:{key.id}" for key in keys if tallies[key.id].nobody_can_say]
    return tuple(reasons)


def is_worse(instrument: Instrument, mean: Fraction | None) -> bool:
    """Whether a key statement averages worse than the caps allow."""
    bound = instrument.caps.key_worse_than if instrument.caps else None
    if mean is None or bound is None:
        return False
    return mean > bound if instrument.scoring.direction == "low is good" else mean < bound


def capped(instrument: Instrument, band: str | None, caps: Sequence[str]) -> str | None:
    if band is None or not caps or instrument.caps is None:
        return band
    order = [each.name for each in instrument.bands]
    return max(band, instrument.caps.band, key=order.index)


def band_of(bands: Sequence[Band], figure: Fraction | None, decimals: int) -> str | None:
    """Return the band of a figure as it is printed, so that anyone can check it."""
    if figure is None:
        return None
    shown = Fraction(printed(figure, decimals))
    for band in bands:
        if band.at_least is not None and shown >= band.at_least:
            return band.name
        if band.at_most is not None and shown <= band.at_most:
            return band.name
    return None


def figures_of(instrument: Instrument, statement: Statement, tally: Tally) -> StatementFigures:
    scale = instrument.scale_of(statement)
    thresholds = instrument.thresholds
    agreed = None
    if len(tally.values) >= instrument.minimums.agreement:
        agreed = agreement(tally.values, lowest=scale.lowest, highest=scale.highest)
    unsure, scored = tally.counts[DO_NOT_KNOW], len(tally.values)
    share = Fraction(unsure, unsure + scored) if unsure + scored else None
    kinds = [str(each.value) for each in scale.values]
    kinds += [each.id for each in instrument.unscored] + [UNANSWERED]
    return StatementFigures(
        mean=mean_by_person(tally),
        agreement=agreed,
        split=agreed is not None and agreed < thresholds.split,
        dont_know_share=share,
        cannot_tell=share is not None and share >= thresholds.cannot_tell,
        counts={kind: tally.counts[kind] for kind in kinds},
    )


def agreement(values: Sequence[int], *, lowest: int, highest: int) -> Fraction:
    """Return how far people agree: 1 when all say the same, 0 when half say each extreme.

    One less the variance over the greatest variance so many answers could have. The factor
    n/(n-1) stands in both and falls away.
    """
    count, total = len(values), sum(values)
    # Both sums of squares are taken count × 4 times, so that they stay whole numbers.
    deviations = 4 * (count * sum(value * value for value in values) - total * total)
    greatest = (highest - lowest) ** 2 * count * count
    return 1 - Fraction(deviations, greatest)


def why_indicative(
    instrument: Instrument, *, people: int, organisations: int, invited: int | None = None
) -> list[str]:
    """Return why a result is only indicative, as sentences; ``invited`` where that is known."""
    minimums = instrument.minimums
    reasons = []
    if people < minimums.people:
        reasons.append(f"Fewer than {minimums.people} people answered.")
    if organisations < minimums.organisations:
        reasons.append(f"Fewer than {minimums.organisations} organisations were heard.")
    if invited and Fraction(people, invited) < minimums.response:
        reasons.append(f"{people} of the {invited} people asked answered, which is too few.")
    return reasons


def printed(figure: Fraction, decimals: int) -> Decimal:
    """Return a figure as it is shown: rounded half up, never by the nearest even digit."""
    above, below = figure.numerator * 10**decimals, figure.denominator
    scaled = (above * 2 + below) // (below * 2)
    return Decimal(scaled).scaleb(-decimals)
