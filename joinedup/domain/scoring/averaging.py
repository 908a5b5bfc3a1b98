"""What is worked out whole before it is averaged: a statement, a person or an organisation.

"item first" averages everybody's answers to a statement, then the statements of a section.
"person first" works out each person's own sections and overall, then averages those.
"organisation first" does so for each organisation, from the averages of its people.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from joinedup.domain.instruments.combining import Part, combine, part_of_statement
from joinedup.domain.instruments.definition import Instrument, Section
from joinedup.domain.scoring.sheets import (
    Sheet,
    Tally,
    marks_of,
    mean_by_person,
    mean_by_side,
    side_of,
    tallies_of,
    those_heard,
)

MeanOf = Callable[[Tally], Fraction | None]


@dataclass(frozen=True)
class Averaged:
    """Each section's figure, None where it is withheld, and the overall."""

    sections: Mapping[str, Part | None]
    overall: Fraction | None


@dataclass(frozen=True)
class Unit:
    """A person, or an organisation with its people, whose figures are worked out on their own."""

    side: str
    people: int
    figures: Averaged


def averaged(
    instrument: Instrument, marks: Mapping[str, Tally], units: Sequence[Unit], *, by_side: bool
) -> Averaged:
    """Return the figures of a view, in the order of averaging the questionnaire asks for."""
    if instrument.scoring.average == "item first":
        return of_marks(instrument, marks, mean_by_side if by_side else mean_by_person)
    return Averaged(
        sections={
            section.id: part_of_section(section, units, by_side=by_side)
            for section in instrument.sections
        },
        overall=mean_of_units([(u, u.figures.overall) for u in units], by_side=by_side),
    )


def of_marks(instrument: Instrument, marks: Mapping[str, Tally], mean_of: MeanOf) -> Averaged:
    """Return the figures of people taken together: statements, then sections, then overall."""
    sections = {
        section.id: section_part(instrument, section, marks, mean_of)
        for section in instrument.sections
    }
    asked = [each.id for each in instrument.sections if was_asked(each, marks)]
    found = [part for part in (sections[code] for code in asked) if part is not None]
    method = instrument.scoring.overall
    if method == "none" or not found or len(found) < len(asked):
        return Averaged(sections, None)
    return Averaged(sections, combine(method, found)[0])


def was_asked(section: Section, marks: Mapping[str, Tally]) -> bool:
    """Whether anything under a section was: all of it may be kept for other tiers or places."""
    return any(marks[each.id].asked for each in section.statements)


def section_part(
    instrument: Instrument, section: Section, marks: Mapping[str, Tally], mean_of: MeanOf
) -> Part | None:
    """Return a section's figure, None when too few of the statements that apply are scored."""
    applying = [each for each in section.statements if marks[each.id].applies]
    means = [(each, mean_of(marks[each.id])) for each in applying]
    parts = [part_of_statement(instrument, s, mean) for s, mean in means if mean is not None]
    enough = bool(parts) and len(parts) >= instrument.scoring.missing.share_needed * len(applying)
    # A sum with a statement left out cannot be told from a poor result.
    if instrument.scoring.section == "sum":
        enough = len(parts) == len(section.statements)
    if not enough:
        return None
    return Part(section.weight, *combine(instrument.scoring.section, parts))


def units_of(instrument: Instrument, sheets: Sequence[Sheet], *, internal: bool) -> list[Unit]:
    """Return each person, or each organisation, with figures of their own; none if item first."""
    if instrument.scoring.average == "item first":
        return []
    grouped: dict[str, list[Sheet]] = {}
    for sheet in those_heard(instrument, sheets):
        side = side_of(sheet, internal=internal)
        alone = instrument.scoring.average == "person first"
        grouped.setdefault(f"{side} {sheet.respondent}" if alone else side, []).append(sheet)
    units = []
    for theirs in grouped.values():
        tallies = tallies_of(instrument, theirs, internal=internal)
        marks = marks_of(instrument, theirs, tallies, internal=internal)
        figures = of_marks(instrument, marks, mean_by_person)
        units.append(Unit(side_of(theirs[0], internal=internal), len(theirs), figures))
    return units


def part_of_section(section: Section, units: Sequence[Unit], *, by_side: bool) -> Part | None:
    parts = [(unit, unit.figures.sections[section.id]) for unit in units]
    value = mean_of_units([(u, p.value if p else None) for u, p in parts], by_side=by_side)
    largest = max((part.largest for _, part in parts if part), default=Fraction(0))
    return None if value is None else Part(section.weight, value, largest)


def mean_of_units(
    figures: Sequence[tuple[Unit, Fraction | None]], *, by_side: bool
) -> Fraction | None:
    """Return the average of the units that have a figure: each person, or each side, the same."""
    sides: dict[str, list[tuple[int, Fraction]]] = {}
    for unit, figure in figures:
        if figure is not None:
            key = unit.side if by_side else ""
            sides.setdefault(key, []).append((unit.people, figure))
    means = [
        sum((people * figure for people, figure in each), Fraction(0)) / sum(n for n, _ in each)
        for each in sides.values()
    ]
    return sum(means, Fraction(0)) / len(means) if means else None
