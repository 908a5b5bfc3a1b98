"""Putting figures together: means, sums and percentages with weights, exactly."""

from collections.abc import Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from joinedup.domain.instruments.definition import Instrument, Statement


class Part(NamedTuple):
    """One figure that goes into another, with the largest it could have been."""

    weight: Fraction
    value: Fraction
    largest: Fraction


def combine(method: str, parts: Sequence[Part]) -> tuple[Fraction, Fraction]:
    """Return the figure made of ``parts``, and the largest it could have been."""
    value = total([(part.weight, part.value) for part in parts])
    largest = total([(part.weight, part.largest) for part in parts])
    if method == "sum":
        return value, largest
    if method == "percentage":
        return value / largest * 100, Fraction(100)
    weight = sum((part.weight for part in parts), Fraction(0))
    return value / weight, largest / weight


def total(products: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the sum of some products, brought to its lowest terms once and not at each step."""
    terms = [(a.numerator * b.numerator, a.denominator * b.denominator) for a, b in products]
    common = lcm(*(below for _, below in terms))
    return Fraction(sum(above * (common // below) for above, below in terms), common)


def turned(instrument: Instrument, statement: Statement, value: int) -> int:
    """Return what an answer counts: itself, or its mirror image for a statement in reverse."""
    scale = instrument.scale_of(statement)
    return scale.lowest + scale.highest - value if statement.reverse else value


def mark(instrument: Instrument, statement: Statement, value: int) -> int:
    """Return what an answer adds to a score: what it counts, or whether it is one of those asked.

    The second is for "share choosing", where a score is the share of people who chose any of
    the ``choosing`` answers.
    """
    if instrument.scoring.statement == "share choosing":
        return int(value in instrument.scoring.choosing)
    return turned(instrument, statement, value)


def extreme_marks(instrument: Instrument, statement: Statement) -> tuple[int, int]:
    """Return the worst and the best that one answer can add to a score."""
    values = [each.value for each in instrument.scale_of(statement).values]
    marks = sorted(mark(instrument, statement, value) for value in values)
    low_is_good = instrument.scoring.direction == "low is good"
    return (marks[-1], marks[0]) if low_is_good else (marks[0], marks[-1])


def worst_answer(instrument: Instrument, statement: Statement) -> int:
    """Return the answer that counts as the worst, the first of several."""
    worst, _ = extreme_marks(instrument, statement)
    values = [each.value for each in instrument.scale_of(statement).values]
    return next(value for value in values if mark(instrument, statement, value) == worst)


def score_of_statement(instrument: Instrument, statement: Statement, mean: Fraction) -> Fraction:
    """Return the score of a statement whose marks average ``mean``."""
    if instrument.scoring.statement == "percentage":
        highest = instrument.scale_of(statement).highest
        return Fraction(mean.numerator * 100, mean.denominator * highest)
    return mean * 100 if instrument.scoring.statement == "share choosing" else mean


def part_of_statement(instrument: Instrument, statement: Statement, mean: Fraction) -> Part:
    by_share = instrument.scoring.statement == "share choosing"
    largest = Fraction(1 if by_share else instrument.scale_of(statement).highest)
    return Part(
        statement.weight,
        score_of_statement(instrument, statement, mean),
        score_of_statement(instrument, statement, largest),
    )


def most_possible(instrument: Instrument) -> Fraction:
    """Return the largest number that the overall, or a section where there is none, can be."""
    figures = [extreme_figures(instrument, best=best) for best in (False, True)]
    last = slice(None) if instrument.scoring.overall == "none" else slice(-1, None)
    return max(figure for each in figures for figure in each[last])


def extreme_figures(instrument: Instrument, *, best: bool) -> list[Fraction]:
    """Return each section's score and then the overall, had everyone given the extreme answers."""
    scores, parts = [], []
    for section in instrument.sections:
        statements = []
        for statement in section.statements:
            mean = Fraction(extreme_marks(instrument, statement)[int(best)])
            statements.append(part_of_statement(instrument, statement, mean))
        value, largest = combine(instrument.scoring.section, statements)
        scores.append(value)
        parts.append(Part(section.weight, value, largest))
    if instrument.scoring.overall != "none":
        scores.append(combine(instrument.scoring.overall, parts)[0])
    return scores
