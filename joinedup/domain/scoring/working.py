"""How a figure was worked out, line by line, from counts alone: never who answered what."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from joinedup.domain.instruments.combining import Part, combine, part_of_statement
from joinedup.domain.instruments.definition import (
    DO_NOT_KNOW,
    Band,
    Instrument,
    Section,
    Statement,
)
from joinedup.domain.scoring.results import Result, View, band_of, printed, score
from joinedup.domain.scoring.sheets import UNANSWERED, Sheet, Tally, tallies_of

ViewName = Literal["by_person", "by_organisation"]
OVERALL = "overall"
# A figure with more decimals than this is given as an exact fraction too.
DECIMALS = 4


@dataclass(frozen=True)
class Case:
    """The result being explained, and in which view."""

    instrument: Instrument
    result: Result
    view: View
    side: str | None  # what counts once in this view, where it is not a person

    @property
    def is_few(self) -> bool:
        """Whether too few answered for anything said to one statement to be shown."""
        return self.result.respondents < self.instrument.minimums.group


def working(
    instrument: Instrument,
    sheets: Sequence[Sheet],
    figure: str,
    *,
    view: ViewName = "by_person",
    internal: bool = False,
) -> list[str]:
    """Return the lines that lead to a figure: "overall", or the id of a section or statement."""
    result = score(instrument, sheets, internal=internal)
    if view == "by_person":
        case = Case(instrument, result, result.by_person, None)
    else:
        side = "unit" if internal else "organisation"
        case = Case(instrument, result, result.by_organisation, side)
    if figure == OVERALL:
        return overall_lines(case)
    if figure in {section.id for section in instrument.sections}:
        return section_lines(case, instrument.section(figure))
    tally = tallies_of(instrument, sheets, internal=internal)[figure]
    return statement_lines(case, instrument.statement(figure), tally)


def statement_lines(case: Case, statement: Statement, tally: Tally) -> list[str]:
    lines = [f"{statement.id}: {statement.text}"]
    if case.is_few:
        fewest = case.instrument.minimums.group
        return [
            *lines,
            f"Fewer than {fewest} people answered, so what was said to one statement is not shown.",
        ]
    lines.append(counts_line(case, statement))
    if not tally.applies:
        return [*lines, "Everyone said that it does not apply, so it is left out."]
    if not tally.values:
        return [*lines, "Nobody gave an answer that can be scored, so there is no average."]
    lines += average_lines(case, statement, tally)
    return [*lines, *agreement_lines(case, statement, tally), *unsure_lines(case, statement)]


def counts_line(case: Case, statement: Statement) -> str:
    instrument, counts = case.instrument, case.result.statements[statement.id].counts
    scale = instrument.scale_of(statement)
    labels = [(str(v.value), f"{v.value} ({v.label})") for v in reversed(scale.values)]
    labels += [(each.id, each.label) for each in instrument.unscored]
    labels.append((UNANSWERED, "left empty"))
    given = "; ".join(f"{label}: {counts[kind]}" for kind, label in labels)
    return f"How many people gave each answer: {given}."


def average_lines(case: Case, statement: Statement, tally: Tally) -> list[str]:
    scale = case.instrument.scale_of(statement)
    lines = []
    if statement.reverse:
        lines.append(
            f"The statement is worded the other way round, so {scale.highest} counts as "
            f"{scale.lowest} and so on."
        )
    amounts = [(tally.values.count(v.value), v.value) for v in reversed(scale.values)]
    products = " + ".join(f"{count} × {value}" for count, value in amounts)
    total, people = sum(tally.values), len(tally.values)
    if case.side is None:
        mean = Fraction(total, people)
        lines.append(f"Points: {products} = {total}, from {counted(people, 'person')}.")
        lines.append(f"Average: {total} ÷ {people} = {shown(mean)}.")
    else:
        means = [Fraction(sum(each), len(each)) for each in tally.sides.values()]
        mean = sum(means, Fraction(0)) / len(means)
        total_of_means = shown(sum(means, Fraction(0)))
        lines += [
            f"The people of each {case.side} are averaged first; somebody who speaks for nobody "
            "else counts alone.",
            f"The averages, {len(means)} in all, add up to {total_of_means}.",
            f"Average: this ÷ {len(means)} = {shown(mean)}.",
        ]
    if case.instrument.scoring.statement == "percentage":
        percentage = mean / scale.highest * 100
        lines.append(
            f"Score: the average ÷ {scale.highest} × 100 = {shown(percentage)}, "
            f"{as_printed(case, percentage)}."
        )
    return lines


def agreement_lines(case: Case, statement: Statement, tally: Tally) -> list[str]:
    agreed = case.result.statements[statement.id].agreement
    if agreed is None:
        return [
            f"How far people agree is worked out from {case.instrument.minimums.agreement} "
            "scored answers up."
        ]
    scale = case.instrument.scale_of(statement)
    people, mean = len(tally.values), Fraction(sum(tally.values), len(tally.values))
    distance = sum(((value - mean) ** 2 for value in tally.values), Fraction(0))
    widest = Fraction((scale.highest - scale.lowest) ** 2, 4) * people
    bound = case.instrument.thresholds.split
    verdict = "is one" if agreed < bound else "is not one"
    return [
        "How far people agree, from 0 to 1: the squared distances of the answers from their "
        f"average add up to {shown(distance)}. Had half chosen each end of the scale, it would be "
        f"{shown(widest)}. 1 less the first ÷ the second = {shown(agreed)}. "
        f"Under {shown(bound)} is a split view; this {verdict}."
    ]


def unsure_lines(case: Case, statement: Statement) -> list[str]:
    figures = case.result.statements[statement.id]
    unsure = figures.counts.get(DO_NOT_KNOW, 0)
    if figures.dont_know_share is None or not unsure:
        return []
    asked = unsure / figures.dont_know_share
    return [
        f"Who could not tell: {unsure} of {shown(asked)}, which is "
        f"{shown(figures.dont_know_share)}. From {shown(case.instrument.thresholds.cannot_tell)} "
        "up it is listed under what partners cannot tell."
    ]


def section_lines(case: Case, section: Section) -> list[str]:
    found = case.view.sections[section.id]
    lines = [f"{section.title}: {counted(len(section.statements), 'statement')}."]
    left_out = len(section.statements) - found.applying
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
    lines += together_lines(case, case.instrument.scoring.section, list(parts.values()))
    return [*lines, *band_lines(case, case.instrument.bands_of_sections, found.score)]


def parts_of(case: Case, section: Section) -> dict[str, Part]:
    means = [(statement, case.view.means[statement.id]) for statement in section.statements]
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
    if view.overall is None:
        empty = [each.title for each in instrument.sections if not has_score(view, each)]
        return [f"There is no overall score, because these have none: {', '.join(empty)}."]
    parts = {}
    for section in instrument.sections:
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


def counted(count: int, what: str) -> str:
    plural = "people" if what == "person" else f"{what}s"
    return f"{count} {what if count == 1 else plural}"


def as_printed(case: Case, figure: Fraction) -> str:
    return f"printed as {printed(figure, case.instrument.scoring.decimals)}"


def shown(figure: Fraction) -> str:
    """Return a figure in decimals, with the exact fraction beside it where these do not suffice."""
    rounded = printed(figure, DECIMALS)
    text = f"{rounded.normalize():f}"
    return text if Fraction(rounded) == figure else f"{text} (exactly {figure})"
