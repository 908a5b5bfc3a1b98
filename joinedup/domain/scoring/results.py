"""Working out a result from answer sheets, in exact fractions and without a database.

``docs/guide/scoring.md`` tells the same in plain English. Two views are always worked out: by
person, where each person counts the same, and by organisation, where each organisation does.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from joinedup.domain.instruments.combining import Part, combine, part_of_statement
from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    Band,
    Instrument,
    Section,
    Statement,
)
from joinedup.domain.scoring.sheets import (
    UNANSWERED,
    Sheet,
    Tally,
    mean_by_person,
    mean_by_side,
    organisations_heard,
    tallies_of,
    those_heard,
)

INCOMPLETE = "Incomplete"


@dataclass(frozen=True)
class SectionScore:
    score: Fraction | None
    band: str | None
    applying: int
    scored: int


@dataclass(frozen=True)
class View:
    """One way of averaging. ``means`` are of answers, ``scores`` of statements as scored."""

    overall: Fraction | None
    band: str | None
    uncapped_band: str | None
    caps: tuple[str, ...]
    sections: Mapping[str, SectionScore]
    means: Mapping[str, Fraction | None]


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
    tallies = tallies_of(instrument, sheets, internal=internal)
    people = len(those_heard(instrument, sheets))
    organisations = len(organisations_heard(instrument, sheets, internal=internal))
    return Result(
        instrument=instrument.id,
        version=instrument.version,
        by_person=view_of(instrument, tallies, mean_by_person),
        by_organisation=view_of(instrument, tallies, mean_by_side),
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
    instrument: Instrument,
    tallies: Mapping[str, Tally],
    mean_of: Callable[[Tally], Fraction | None],
) -> View:
    means = {code: mean_of(tally) for code, tally in tallies.items()}
    sections: dict[str, SectionScore] = {}
    parts: list[Part | None] = []
    for section in instrument.sections:
        part, sections[section.id] = section_score(instrument, section, tallies, means)
        parts.append(part)
    found = [part for part in parts if part is not None]
    overall = band = None
    if instrument.scoring.overall != "none":
        whole = len(found) == len(parts)
        overall = combine(instrument.scoring.overall, found)[0] if whole else None
        band = INCOMPLETE
    uncapped = band_of(instrument.bands, overall, instrument.scoring.decimals)
    caps = caps_of(instrument, sections, means, tallies)
    return View(
        overall=overall,
        band=band if overall is None else capped(instrument, uncapped, caps),
        uncapped_band=uncapped,
        caps=caps,
        sections=sections,
        means=means,
    )


def section_score(
    instrument: Instrument,
    section: Section,
    tallies: Mapping[str, Tally],
    means: Mapping[str, Fraction | None],
) -> tuple[Part | None, SectionScore]:
    """Return a section's score, withheld when too few of the statements that apply are scored."""
    applying = [each for each in section.statements if tallies[each.id].applies]
    parts = []
    for statement in applying:
        mean = means[statement.id]
        if mean is not None:
            parts.append(part_of_statement(instrument, statement, mean))
    enough = bool(parts) and len(parts) >= instrument.scoring.missing.share_needed * len(applying)
    # A sum with a statement left out cannot be told from a poor result.
    if instrument.scoring.section == "sum":
        enough = len(parts) == len(section.statements)
    if not enough:
        return None, SectionScore(None, None, len(applying), len(parts))
    value, largest = combine(instrument.scoring.section, parts)
    band = band_of(instrument.bands_of_sections, value, instrument.scoring.decimals)
    return Part(section.weight, value, largest), SectionScore(
        value, band, len(applying), len(parts)
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
    scaled = (figure * 10**decimals * 2 + 1) // 2
    return Decimal(scaled).scaleb(-decimals)
