"""How a figure was worked out, line by line, from counts alone: never who answered what."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from joinedup.domain.instruments.combining import (
    Part,
    combine,
    part_of_statement,
)
from joinedup.domain.instruments.definition import (
    Band,
    Instrument,
    Section,
)
from joinedup.domain.scoring.averaging import Unit, mean_of_units, units_of, was_asked
from joinedup.domain.scoring.results import View, band_of, printed, score
from joinedup.domain.scoring.sheets import Sheet, marks_of, tallies_of, without_too_few
from joinedup.domain.workings.case import Case, as_printed, counted, shown
from joinedup.domain.workings.statements import statement_lines

ViewName = Literal["by_person", "by_organisation"]
OVERALL = "overall"


def working(
    instrument: Instrument,
    sheets: Sequence[Sheet],
    figure: str,
    *,
    view: ViewName = "by_person",
    internal: bool = False,
) -> list[str]:
    """Return the lines that lead to a figure: "overall", or the id of a section or statement."""
    case = case_of(instrument, sheets, view, internal=internal)
    if figure == OVERALL:
        return overall_lines(case)
    if figure in {section.id for section in instrument.sections}:
        return section_lines(case, instrument.section(figure))
    if figure not in case.tallies:
        raise KeyError(figure)
    return statement_lines(case, instrument.statement(figure))


def case_of(
    instrument: Instrument, sheets: Sequence[Sheet], view: ViewName, *, internal: bool
) -> Case:
    sheets = without_too_few(instrument, sheets)
    result = score(instrument, sheets, internal=internal)
    side = None if view == "by_person" else "unit" if internal else "organisation"
    tallies = tallies_of(instrument, sheets, internal=internal)
    return Case(
        instrument,
        result,
        result.by_person if side is None else result.by_organisation,
        side,
        tallies=tallies,
        marks=marks_of(instrument, sheets, tallies, internal=internal),
        units=units_of(instrument, sheets, internal=internal),
    )


def section_lines(case: Case, section: Section) -> list[str]:
    found = case.view.sections[section.id]
    lines = [f"{section.title}: {counted(len(section.statements), 'statement')}."]
    if case.units:
        figures = [(unit, unit.figures.sections[section.id]) for unit in case.units]
        lines += units_lines(case, [(unit, part.value if part else None) for unit, part in figures])
    else:
        lines += statements_lines(case, section)
    if found.score is None:
        return lines
    return [*lines, *band_lines(case, case.instrument.bands_of_sections, found.score)]


def statements_lines(case: Case, section: Section) -> list[str]:
    """Return how a section comes of its statements, everybody's answers taken together."""
    found = case.view.sections[section.id]
    lines = []
    unasked = sum(not case.tallies[each.id].asked for each in section.statements)
    if unasked:
        lines.append(f"Left out, as it is asked of others or too few answered: {unasked}.")
    left_out = len(section.statements) - found.applying - unasked
    if left_out:
        lines.append(f"Left out, as everyone said it does not apply: {left_out}.")
    needed = case.instrument.scoring.missing.share_needed
    fewest = max(1, math.ceil(needed * found.applying))
    lines.append(
        f"Of the {found.applying} that apply, {found.scored} have a score; "
        f"at least {fewest} must have."
    )
    if found.score is None:
        return [*lines, "That is too few, so the section has no score."]
    parts = parts_of(case, section)
    if not case.is_few:
        lines += [each_line(code, part) for code, part in parts.items()]
    return lines + together_lines(case, case.instrument.scoring.section, list(parts.values()))


def units_lines(case: Case, figures: Sequence[tuple[Unit, Fraction | None]]) -> list[str]:
    """Return how a figure comes of people, or organisations, that have one of their own each."""
    by_person = case.instrument.scoring.average == "person first"
    whose = "person" if by_person else "unit" if case.side == "unit" else "organisation"
    have = [(unit, figure) for unit, figure in figures if figure is not None]
    lines = [
        f"Each {whose}’s own score is worked out first. {counted(len(have), whose)} of "
        f"{len(figures)} gave enough answers to have one."
    ]
    value = mean_of_units(have, by_side=case.side is not None)
    if value is None:
        return [*lines, "So there is no score."]
    if case.side is not None and by_person:
        lines.append(f"The people of each {case.side} are averaged first, then the {case.side}s.")
    if case.side is None and not by_person:
        lines.append(f"Each {whose} counts once for each of its people who answered.")
    return [*lines, f"The average of these scores is {shown(value)}, {as_printed(case, value)}."]


def parts_of(case: Case, section: Section) -> dict[str, Part]:
    means = [(statement, case.mean_mark(statement.id)) for statement in section.statements]
    return {
        statement.id: part_of_statement(case.instrument, statement, mean)
        for statement, mean in means
        if mean is not None
    }


def overall_lines(case: Case) -> list[str]:
    instrument, view = case.instrument, case.view
    method = instrument.scoring.overall
    if method == "none":
        return ["This questionnaire has no overall score."]
    if case.units:
        figures = [(unit, unit.figures.overall) for unit in case.units]
        lines = units_lines(case, figures)
        if view.overall is not None:
            lines += band_lines(case, instrument.bands, view.overall)
        return lines + why_capped(instrument, view)
    asked = [each for each in instrument.sections if was_asked(each, case.marks)]
    if view.overall is None:
        empty = [each.title for each in asked if not has_score(view, each)]
        return [f"There is no overall score, because these have none: {', '.join(empty)}."]
    parts = {}
    for section in asked:
        made = combine(instrument.scoring.section, list(parts_of(case, section).values()))
        parts[section.title] = Part(section.weight, *made)
    lines = [each_line(title, part) for title, part in parts.items()]
    lines += together_lines(case, method, list(parts.values()))
    lines += band_lines(case, instrument.bands, view.overall)
    return lines + why_capped(instrument, view)


def has_score(view: View, section: Section) -> bool:
    return view.sections[section.id].score is not None


def each_line(name: str, part: Part) -> str:
    weight = "" if part.weight == 1 else f", counted {shown(part.weight)} times"
    return f"{name}: {shown(part.value)}{weight}."


def together_lines(case: Case, method: str, parts: Sequence[Part]) -> list[str]:
    value, _ = combine(method, parts)
    total, largest = combine("sum", parts)
    weight = sum((part.weight for part in parts), Fraction(0))
    line = f"Added up: {shown(total)}."
    if method == "mean":
        line += f" Divided by {shown(weight)}: {shown(value)}."
    if method == "percentage":
        line += f" This ÷ {shown(largest)}, the most it could be, × 100 = {shown(value)}."
    return [line, f"The score is {as_printed(case, value)}."]


def band_lines(case: Case, bands: Sequence[Band], figure: Fraction) -> list[str]:
    decimals = case.instrument.scoring.decimals
    name = band_of(bands, figure, decimals)
    band = next((each for each in bands if each.name == name), None)
    if band is None:
        return []
    bound = band.at_most if band.at_least is None else band.at_least
    reach = "or less" if band.at_least is None else "or more"
    end = printed(bound or Fraction(0), decimals)
    return [f"{printed(figure, decimals)} is {band.name}, which means {end} {reach}."]


def why_capped(instrument: Instrument, view: View) -> list[str]:
    """Return what holds the overall band down, a sentence each, in the order of the caps."""
    caps = instrument.caps
    if caps is None:
        return []
    bound = shown(caps.key_worse_than) if caps.key_worse_than is not None else ""
    better = "over" if instrument.scoring.direction == "low is good" else "under"
    essential = "the essential statement"
    lines = []
    for cap in view.caps:
        kind, _, code = cap.partition(":")
        if kind == "section":
            because = f"the section {instrument.section(code).title} is {caps.section_band}"
        elif kind == "critical":
            average = shown(view.means[code] or Fraction(0))
            because = f"{essential} {code} averages {average}, {better} {bound}"
        else:
            because = f"nobody can say about {essential} {code}"
        words = "." if kind == "section" else f": “{instrument.statement(code).text}”"
        lines.append(f"The band is {caps.band} at best, because {because}{words}")
    if view.uncapped_band is not None and view.uncapped_band != view.band:
        lines.append(f"Without this it would be {view.uncapped_band}.")
    return lines
