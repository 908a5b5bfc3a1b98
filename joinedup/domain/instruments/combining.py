"""Putting figures together: means, sums and percentages with weights, exactly."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from joinedup.domain.instruments.definition import Instrument, Statement


class Part(NamedTuple):
    """One figure that goes into another, with the largest it could have been."""

    weight: Fraction
    value: Fraction
    largest: Fraction


def combine(method: str, parts: Sequence[Part]) -> tuple[Fraction, Fraction]:
    """Return the figure made of ``parts``, and the largest it could have been."""
    value = sum((part.weight * part.value for part in parts), Fraction(0))
    largest = sum((part.weight * part.largest for part in parts), Fraction(0))
    if method == "sum":
        return value, largest
    if method == "percentage":
        return value / largest * 100, Fraction(100)
    weight = sum((part.weight for part in parts), Fraction(0))
    return value / weight, largest / weight


def turned(instrument: Instrument, statement: Statement, value: int) -> int:
    """Return what an answer counts: itself, or its mirror image for a statement in reverse."""
    scale = instrument.scale_of(statement)
    return scale.lowest + scale.highest - value if statement.reverse else value


def score_of_statement(instrument: Instrument, statement: Statement, mean: Fraction) -> Fraction:
    """Return the score of a statement whose answers average ``mean``."""
    if instrument.scoring.statement == "percentage":
        return mean / instrument.scale_of(statement).highest * 100
    return mean


def part_of_statement(instrument: Instrument, statement: Statement, mean: Fraction) -> Part:
    largest = Fraction(instrument.scale_of(statement).highest)
    return Part(
        statement.weight,
        score_of_statement(instrument, statement, mean),
        score_of_statement(instrument, statement, largest),
    )


def worst_figures(instrument: Instrument) -> list[Fraction]:
    """Return each section's score and then the overall, had everyone given the worst answers."""
    low_is_good = instrument.scoring.direction == "low is good"
    scores, parts = [], []
    for section in instrument.sections:
        statements = []
        for statement in section.statements:
            scale = instrument.scale_of(statement)
            mean = Fraction(scale.highest if low_is_good else scale.lowest)
            statements.append(part_of_statement(instrument, statement, mean))
        value, largest = combine(instrument.scoring.section, statements)
        scores.append(value)
        parts.append(Part(section.weight, value, largest))
    if instrument.scoring.overall != "none":
        scores.append(combine(instrument.scoring.overall, parts)[0])
    return scores
