"""What must fit together in a questionnaire, once each of its parts could be read."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.instruments.combining import extreme_figures
from joinedup.domain.instruments.definition import (
    SECOND,
    Band,
    Instrument,
    OpenQuestion,
    Scale,
    Scoring,
    Section,
    Statement,
)
from joinedup.domain.instruments.scoring_checks import (
    problems_with_bands,
    problems_with_caps,
    problems_with_choosing,
    problems_with_minimums,
    problems_with_repeats,
    problems_with_scoring,
)
from joinedup.domain.instruments.telling_checks import (
    problems_with_alerts,
    problems_with_following,
    problems_with_leading,
    problems_with_yearly,
)
from joinedup.domain.languages.checks import problems_with_translations

# Ids are column headings, parts of addresses and names of form fields.
ID = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
LONGEST_NAME, LONGEST_ID, LONGEST_VERSION, LONGEST_TITLE = 40, 20, 20, 200
LARGEST_FIGURE = 999
TAKEN = {"respondent", "organisation", "unit", "overall", "dk", "na"}


def problems_with_whole(instrument: Instrument) -> list[str]:
    """Return what is wrong with a questionnaire all of whose parts fit."""
    return problems_with_emptiness(instrument) or [
        *problems_with_reach(instrument),
        *problems_with_yearly(instrument),
    ]


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
    """Say so when a score possible would fall outside every band, or be too large to be kept."""
    worst, best = extreme_figures(instrument, best=False), extreme_figures(instrument, best=True)
    problems = [
        f"A score may be {float(figure):g}; {LARGEST_FIGURE} is the most that can be kept."
        for figure in sorted({max(abs(each) for each in [*worst, *best])})
        if figure > LARGEST_FIGURE
    ]
    overall = [] if instrument.scoring.overall == "none" else [worst.pop()]
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
        *problems_with_lengths(read),
        *problems_with_following(read),
        *problems_with_translations(read),
    ]
    if scoring is not None:
        problems += problems_with_scoring(scoring, scales, sections)
        problems += problems_with_choosing(scoring, scales, sections)
        problems += problems_with_bands("bands", read["bands"], scoring)
        problems += problems_with_bands("section_bands", read["section_bands"], scoring)
        problems += problems_with_caps(read, scoring)
        problems += problems_with_alerts(read, scoring)
        problems += problems_with_leading(read)
    return problems


def problems_with_lengths(read: Mapping[str, Any]) -> list[str]:
    longest = {"version": LONGEST_VERSION, "title": LONGEST_TITLE}
    return [
        f"The {name} has {len(read[name])} characters; {most} is the most."
        for name, most in longest.items()
        if len(read.get(name, "")) > most
    ]


def problems_with_ids(
    own: str, sections: tuple[Section, ...], questions: tuple[OpenQuestion, ...]
) -> list[str]:
    statements = [each for section in sections for each in section.statements]
    ids = [section.id for section in sections]
    ids += [each.id for each in statements]
    ids += [each.id for each in questions]
    second = [each.id + SECOND for each in statements if each.second_scale]
    second += [
        section.id + SECOND
        for section in sections
        if any(each.second_scale for each in section.statements)
    ]
    problems = problems_with_repeats(
        "ids of sections, statements and open questions", [*ids, *second]
    )
    for each, most in [(own, LONGEST_NAME), *((code, LONGEST_ID) for code in [*ids, *second])]:
        if not ID.fullmatch(each) or len(each) > most:
            problems.append(
                f"The id {each!r} must begin with a letter and hold only letters, digits "
                f"and hyphens, {most} at most."
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
    return problems + [
        problem
        for section in sections
        for statement in section.statements
        for problem in problems_with_choice(statement, scales)
    ]


def problems_with_choice(statement: Statement, scales: tuple[Scale, ...]) -> list[str]:
    named = {scale.id: scale for scale in scales}
    chosen = [each for each in (statement.scale, statement.second_scale) if each is not None]
    problems = []
    if statement.scale is None and len(scales) > 1:
        problems.append(f"Statement {statement.id}: say which scale, as there are several.")
    problems += [
        f"Statement {statement.id}: there is no scale {name!r}."
        for name in chosen
        if scales and name not in named
    ]
    if statement.second_scale is not None:
        problems += problems_with_second(statement, chosen, named)
    return problems


def problems_with_second(
    statement: Statement, chosen: list[str], named: Mapping[str, Scale]
) -> list[str]:
    if statement.scale is None:
        return []  # said already, where there are several scales
    if len(set(chosen)) < 2:
        return [f"Statement {statement.id}: the second scale must be another than the first."]
    return [
        f"The scale {name!r} needs a title, as {statement.id} is answered on two."
        for name in chosen
        if name in named and not named[name].title
    ]


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
            problems.append(f"Open question {question.id}: a question of kind text has no choices.")
        where = f"choices of {question.id}"
        problems += problems_with_repeats(where, (choice.id for choice in question.choices))
    return problems
