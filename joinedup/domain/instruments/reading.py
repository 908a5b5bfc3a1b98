"""Reading a definition file: either a questionnaire that can be trusted, or every problem in it."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from joinedup.domain.instruments.combining import worst_figures
from joinedup.domain.instruments.definition import (
    Band,
    Caps,
    Instrument,
    Missing,
    OpenQuestion,
    Scale,
    Scoring,
    Section,
    Statement,
)
from joinedup.domain.instruments.tables import read_fields

# Ids are column headings, parts of addresses and names of form fields.
ID = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,39}")
TAKEN = {"respondent", "organisation", "unit", "overall", "dk", "na"}

# Things the format is meant to grow into. They are refused by name rather than ignored.
NOT_YET = {
    "roles": "Ask every seat the same statements, or give the statement tiers.",
    "alerts": "Use [caps] for what must hold the overall band down.",
    "second_scale": "Write two statements, one for each scale.",
    "carry forward": "Leave missing answers out, or need a share or all of them.",
}


class DefinitionProblems(ValueError):
    """A definition that cannot be used; ``problems`` says why, one sentence each."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


def read_definition(text: str) -> Instrument:
    """Return the questionnaire written in ``text``, or raise every problem found in it."""
    try:
        table = tomllib.loads(text.removeprefix("\ufeff"), parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise DefinitionProblems([f"This is not a readable TOML file: {error}."]) from error
    problems: list[str] = []
    read = read_fields(Instrument, table, "The questionnaire", problems, NOT_YET)
    problems += problems_between(read)
    if problems:
        raise DefinitionProblems(problems)
    instrument = Instrument(**read)
    problems = problems_with_emptiness(instrument) or problems_with_reach(instrument)
    if problems:
        raise DefinitionProblems(problems)
    return instrument


def problems_with_emptiness(instrument: Instrument) -> list[str]:
    problems = [] if instrument.scales else ["The questionnaire needs at least one scale."]
    if not instrument.sections:
        problems.append("The questionnaire needs at least one section.")
    problems += [
        f"Section {section.id}: there is no statement in it."
        for section in instrument.sections
        if not section.statements
    ]
    return problems


def problems_with_reach(instrument: Instrument) -> list[str]:
    """Say so when the worst score possible would fall outside every band."""
    worst = worst_figures(instrument)
    overall = [] if instrument.scoring.overall == "none" else [worst.pop()]
    problems = []
    for where, bands, figures in (
        ("bands", instrument.bands, overall),
        ("bands of sections", instrument.bands_of_sections, worst),
    ):
        for figure in sorted(set(figures)):
            if bands and not within(bands[-1], figure):
                problems.append(
                    f"The last of the {where}, {bands[-1].name!r}, does not reach the worst "
                    f"score possible, {float(figure):g}."
                )
    return problems


def within(band: Band, figure: Fraction) -> bool:
    if band.at_least is not None:
        return figure >= band.at_least
    return band.at_most is not None and figure <= band.at_most


def problems_between(read: dict[str, Any]) -> list[str]:
    """Return what does not fit together, among the parts that could be read at all."""
    sections: tuple[Section, ...] = read.get("sections", ())
    scales: tuple[Scale, ...] = read.get("scales", ())
    questions: tuple[OpenQuestion, ...] = read.get("open_questions", ())
    scoring: Scoring | None = read.get("scoring")
    problems = [
        *problems_with_ids(read.get("id", "x"), sections, questions),
        *problems_with_repeats("answers without a score", (u.id for u in read["unscored"])),
        *problems_with_scales(scales, sections),
        *problems_with_statements(sections),
        *problems_with_questions(questions),
        *problems_with_minimums(read),
    ]
    if scoring is not None:
        problems += problems_with_scoring(scoring, scales)
        problems += problems_with_choosing(scoring, scales, sections)
        problems += problems_with_bands("bands", read["bands"], scoring)
        problems += problems_with_bands("section_bands", read["section_bands"], scoring)
        problems += problems_with_caps(read, scoring)
    return problems


def problems_with_repeats(what: str, names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    repeated = []
    for name in names:
        if name.casefold() in seen:
            repeated.append(f"{name!r} is used more than once among the {what}.")
        seen.add(name.casefold())
    return repeated


def problems_with_ids(
    own: str, sections: tuple[Section, ...], questions: tuple[OpenQuestion, ...]
) -> list[str]:
    ids = [section.id for section in sections]
    ids += [each.id for section in sections for each in section.statements]
    ids += [each.id for each in questions]
    problems = problems_with_repeats("ids of sections, statements and open questions", ids)
    for each in [own, *ids]:
        if not ID.fullmatch(each):
            problems.append(
                f"The id {each!r} must begin with a letter and hold only letters, digits "
                "and hyphens, 40 at most."
            )
        if each.casefold() in TAKEN:
            problems.append(f"The id {each!r} has a meaning of its own; choose another.")
    return problems


def problems_with_scales(scales: tuple[Scale, ...], sections: tuple[Section, ...]) -> list[str]:
    problems = problems_with_repeats("scales", (scale.id for scale in scales))
    for scale in scales:
        values = [each.value for each in scale.values]
        if len(values) < 2:
            problems.append(f"The scale {scale.id!r} needs at least two values.")
        if values != sorted(set(values)):
            problems.append(f"The values of the scale {scale.id!r} must rise from first to last.")
    names = {scale.id for scale in scales}
    for statement in (each for section in sections for each in section.statements):
        if statement.scale is None and len(scales) > 1:
            problems.append(f"Statement {statement.id}: say which scale, as there are several.")
        if scales and statement.scale is not None and statement.scale not in names:
            problems.append(f"Statement {statement.id}: there is no scale {statement.scale!r}.")
    return problems


def problems_with_statements(sections: tuple[Section, ...]) -> list[str]:
    problems = []
    for section in sections:
        weighted: tuple[Section | Statement, ...] = (section, *section.statements)
        problems += [
            f"{each.id}: the weight must be more than 0." for each in weighted if each.weight <= 0
        ]
    return problems


def problems_with_questions(questions: tuple[OpenQuestion, ...]) -> list[str]:
    problems = []
    for question in questions:
        if question.kind == "choice" and len(question.choices) < 2:
            problems.append(f"Open question {question.id}: give at least two choices.")
        if question.kind == "text" and question.choices:
            problems.append(f"Open question {question.id}: a question for text has no choices.")
        where = f"choices of {question.id}"
        problems += problems_with_repeats(where, (choice.id for choice in question.choices))
    return problems


def problems_with_minimums(read: dict[str, Any]) -> list[str]:
    minimums, thresholds = read["minimums"], read["thresholds"]
    counts = {
        "people": minimums.people,
        "organisations": minimums.organisations,
        "group": minimums.group,
    }
    problems = [
        f"Minimums, {name}: this must be 1 or more." for name, count in counts.items() if count < 1
    ]
    if minimums.agreement < 2:
        problems.append("Minimums, agreement: this must be 2 or more.")
    shares = {
        "Minimums, response": minimums.response,
        "Thresholds, split": thresholds.split,
        "Thresholds, cannot_tell": thresholds.cannot_tell,
    }
    problems += [
        f"{name}: this is a share and must lie between 0 and 1."
        for name, share in shares.items()
        if not 0 <= share <= 1
    ]
    if thresholds.comparison <= 0:
        problems.append("Thresholds, comparison: this must be more than 0.")
    if read.get("minutes") is not None and read["minutes"] < 1:
        problems.append("Minutes: this must be 1 or more.")
    return problems


def problems_with_scoring(scoring: Scoring, scales: tuple[Scale, ...]) -> list[str]:
    problems = problems_with_missing(scoring.missing)
    whole = scoring.missing.policy in ("need all", "treat as lowest")
    if "sum" in (scoring.section, scoring.overall) and not whole:
        problems.append(
            "Scoring: a sum over missing answers would look like a poor result; "
            'with sum, missing must have policy "need all" or "treat as lowest".'
        )
    percentages = "percentage" in (scoring.statement, scoring.section, scoring.overall)
    for scale in scales:
        if percentages and scale.values and (scale.lowest < 0 or scale.highest <= 0):
            problems.append(
                f"Scoring: a percentage needs values from 0 up; the scale {scale.id!r} goes lower."
            )
    return problems


def problems_with_choosing(
    scoring: Scoring, scales: tuple[Scale, ...], sections: tuple[Section, ...]
) -> list[str]:
    if scoring.statement != "share choosing":
        told = "Scoring, choosing: this has a meaning only where statement is 'share choosing'."
        return [told] if scoring.choosing else []
    if not scoring.choosing:
        return ["Scoring: with 'share choosing', give the answers asked for as choosing."]
    problems = [
        f"Scoring, choosing: the scale {scale.id!r} has none of these answers."
        for scale in scales
        if not any(each.value in scoring.choosing for each in scale.values)
    ]
    known = {each.value for scale in scales for each in scale.values}
    problems += [
        f"Scoring, choosing: no scale has the answer {value}."
        for value in scoring.choosing
        if value not in known
    ]
    return problems + [
        f"Statement {each.id}: reverse has no meaning where answers are only counted."
        for section in sections
        for each in section.statements
        if each.reverse
    ]


def problems_with_missing(missing: Missing) -> list[str]:
    if missing.policy == "need a share":
        if missing.share is None or not 0 < missing.share <= 1:
            return ["Scoring, missing: give the share needed, over 0 and up to 1."]
    elif missing.share is not None:
        return [f"Scoring, missing: a share has no meaning with {missing.policy!r}."]
    return []


def problems_with_bands(where: str, bands: tuple[Band, ...], scoring: Scoring) -> list[str]:
    problems = problems_with_repeats(where, (band.name for band in bands))
    bounds: list[Fraction] = []
    key, other = ("at_least", "at_most")
    if scoring.direction == "low is good":
        key, other = other, key
    for band in bands:
        bound = getattr(band, key)
        if bound is None or getattr(band, other) is not None:
            problems.append(
                f"Band {band.name}: as {scoring.direction}, give {key} and not {other}."
            )
            continue
        bounds.append(bound)
        if (bound * 10**scoring.decimals).denominator != 1:
            problems.append(
                f"Band {band.name}: the bound has more decimals than are printed, "
                f"{scoring.decimals}."
            )
        if band.name.casefold() == "incomplete":
            problems.append(f"Band {band.name}: this word is kept for a score withheld.")
    best_first = sorted(set(bounds), reverse=scoring.direction == "high is good")
    if bounds != best_first:
        problems.append(f"The {where} must be listed from best to worst, each with its own bound.")
    return problems


def problems_with_caps(read: dict[str, Any], scoring: Scoring) -> list[str]:
    caps: Caps | None = read["caps"]
    if caps is None:
        return []
    problems = []
    if scoring.overall == "none":
        problems.append("Caps: there is no overall band to hold down.")
    if caps.band not in {band.name for band in read["bands"]}:
        problems.append(f"Caps, band: there is no band {caps.band!r}.")
    of_sections = {band.name for band in read["section_bands"] or read["bands"]}
    if caps.section_band is not None and caps.section_band not in of_sections:
        problems.append(f"Caps, section_band: there is no band {caps.section_band!r}.")
    statements = [each for section in read.get("sections", ()) for each in section.statements]
    uses_keys = caps.key_worse_than is not None or caps.key_unknown
    if uses_keys and not any(statement.key for statement in statements):
        problems.append("Caps: no statement is marked key = true.")
    return problems
