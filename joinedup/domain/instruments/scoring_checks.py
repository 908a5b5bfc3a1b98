"""What must fit together in how a questionnaire is scored."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from joinedup.domain.instruments.definition import (
    Band,
    Caps,
    Missing,
    Scale,
    Scoring,
    Section,
)

LONGEST_BAND = 40


def problems_with_repeats(what: str, names: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    repeated = []
    for name in names:
        if name.casefold() in seen:
            repeated.append(f"{name!r} is used more than once among the {what}.")
        seen.add(name.casefold())
    return repeated


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


def problems_with_scoring(
    scoring: Scoring, scales: tuple[Scale, ...], sections: tuple[Section, ...]
) -> list[str]:
    problems = problems_with_missing(scoring.missing)
    whole = scoring.missing.policy in ("need all", "treat as lowest")
    if "sum" in (scoring.section, scoring.overall) and not whole:
        problems.append(
            "Scoring: a sum over missing answers would look like a poor result; "
            'with sum, missing must have policy "need all" or "treat as lowest".'
        )
    if "sum" in (scoring.section, scoring.overall):
        problems += [
            f"Statement {each.id}: with a sum, everybody must be asked the same; "
            "leave out tiers and roles."
            for section in sections
            for each in section.statements
            if each.is_for_some
        ]
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
    named = {"bands": "Band", "section_bands": "Section band"}[where]
    key, other = ("at_least", "at_most")
    if scoring.direction == "low is good":
        key, other = other, key
    for band in bands:
        bound = getattr(band, key)
        if bound is None or getattr(band, other) is not None:
            problems.append(
                f"{named} {band.name}: as {scoring.direction}, give {key} and not {other}."
            )
            continue
        bounds.append(bound)
        if (bound * 10**scoring.decimals).denominator != 1:
            problems.append(
                f"{named} {band.name}: the bound has more decimals than are printed, "
                f"{scoring.decimals}."
            )
        if len(band.name) > LONGEST_BAND:
            problems.append(f"{named} {band.name}: {LONGEST_BAND} characters are the most.")
        if band.name.casefold() == "incomplete":
            problems.append(f"{named} {band.name}: this word is kept for a score withheld.")
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
