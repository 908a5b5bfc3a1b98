"""The sealed result of one partnership, put together once at the close and kept as it is."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from joinedup.domain.counting.heard import Case, Heard, official, too_few_heard
from joinedup.domain.counting.moving import WORTH_TELLING, moved_since
from joinedup.domain.counting.voices import fewest_voices
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.organisations.kinds import SIDES, Sector, Side
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.scoring.comparing import where_the_record_disagrees
from joinedup.domain.scoring.groups import Difference, group_figures
from joinedup.domain.scoring.outcome import fraction, number, stored
from joinedup.domain.scoring.results import Result, View, printed, score, why_indicative
from joinedup.domain.scoring.sheets import too_few_asked
from joinedup.domain.scoring.telling import leaders

WITHHELD = "Incomplete"


def sealed_result(case: Case) -> dict[str, Any]:
    """Return all that a result page, a report and next year's comparison need."""
    result = score(case.instrument, case.sheets, internal=case.internal)
    response = _response(case)
    organisations = result.organisations
    if case.unnamed is not None:
        # Which bodies answered nobody knows; how many were asked everybody does.
        organisations = response["members_asked"]
    return {
        "figures": stored(result),
        "view": case.told_view,
        "view_asked": case.view,
        "anonymous": case.unnamed is not None,
        "fewest": case.fewest,
        "voices": fewest_voices(case),
        "response": response,
        "indicative": why_indicative(
            case.instrument,
            people=result.respondents,
            organisations=organisations,
            invited=len(case.asked),
        ),
        "differences": _differences(case, result),
        "conflicts": _conflicts(case, result),
        "change": moved_since(case, result),
        "words": _words(case),
        "leading": _leading(case, result),
        "carried": _carried(case),
    }


def headline(result: Mapping[str, Any], instrument: Instrument) -> tuple[float | None, str]:
    """Return the printed overall figure and band of a sealed result, in its official view."""
    if instrument.scoring.overall == "none":
        return None, ""
    figures = result["figures"]
    if too_few_heard(figures["respondents"], instrument):
        return None, WITHHELD
    # Of all that is kept only this is read: a round of 300 asks 300 times.
    by_side = result["view"] == OfficialView.ORGANISATION
    view = figures["by_organisation" if by_side else "by_person"]
    return number(fraction(view["overall"]), figures["decimals"]), view["band"] or ""


def _response(case: Case) -> dict[str, Any]:
    members = {member for member, _ in case.asked}
    if case.unnamed is not None:
        return {
            "asked": len(case.asked),
            "sent": case.unnamed,
            "members_asked": len(members),
            "members_heard": None,
            "silent": [],
            "vacant": case.vacant,
            "without_address": case.without_address,
        }
    heard_members = {heard.sheet.unit for heard in case.heard}
    asked_sectors = {sector for _, sector in case.asked}
    heard_sectors = {heard.sector for heard in case.heard}
    silent = [s for s in Sector.values if s in asked_sectors - heard_sectors]
    return {
        "asked": len(case.asked),
        "sent": len(case.heard),
        "members_asked": len(members),
        "members_heard": len(heard_members),
        "silent": silent,
        "vacant": case.vacant,
    }


def _differences(case: Case, result: Result) -> list[dict[str, Any]]:
    named = {heard.sheet.respondent: _side_of(case, heard) for heard in case.heard}
    found = group_figures(
        case.instrument,
        case.sheets,
        {respondent: str(side.label) for respondent, side in named.items() if side},
        minimum=case.fewest,
        internal=case.internal,
        scored=result,
    )
    return [_told(each) for each in found if each.split or (each.gap or 0) >= WORTH_TELLING]


def _side_of(case: Case, heard: Heard) -> Side | None:
    """Return the side somebody stands on; an anonymous sheet carries the side itself, or none."""
    if case.unnamed is None:
        return SIDES[Sector(heard.sector)]
    return Side(heard.sector) if heard.sector else None


def _told(difference: Difference) -> dict[str, Any]:
    return {
        "statement": difference.statement,
        "split": difference.split,
        "agreement": number(difference.agreement, 4),
        "sides": [
            {"name": side.name, "mean": float(printed(side.mean, 1)), "people": side.people}
            for side in difference.sides
        ],
    }


def _conflicts(case: Case, result: Result) -> list[dict[str, Any]]:
    judged = {fact: shown.in_place for fact, shown in case.record.items()}
    found = where_the_record_disagrees(case.instrument, result, judged)
    return [
        {
            "statement": each.statement,
            "fact": each.fact,
            "mean": float(printed(each.mean, 1)),
            "shows": case.record[each.fact].sentence,
        }
        for each in found
    ]


def _leading(case: Case, result: Result) -> dict[str, Any] | None:
    """Return the sections that are the finding, and for how many people each section leads."""
    if case.instrument.leading is None:
        return None
    people = Counter(
        first[0]
        for sheet in case.sheets
        if (first := leaders_of(case.instrument, score(case.instrument, [sheet]).by_person))
    )
    return {
        "sections": list(leaders_of(case.instrument, official(result, case.told_view))),
        "people": dict(people),
    }


def leaders_of(instrument: Instrument, view: View) -> tuple[str, ...]:
    """Return the sections that lead in a view, judged by their printed scores."""
    decimals = instrument.scoring.decimals
    return leaders(
        instrument,
        {
            code: None if found.score is None else Fraction(printed(found.score, decimals))
            for code, found in view.sections.items()
        },
    )


def _carried(case: Case) -> dict[str, Any] | None:
    """Return how many answers are those of last time, and from which review they are."""
    count = case.carried[1]
    if not count or case.earlier is None:
        return None
    return {"answers": count, "year": case.earlier.year, "review": case.earlier.key}


def _words(case: Case) -> dict[str, Any]:
    """Sorted by their first letters, so that their order tells nothing of when they came.

    From a group too small to be shown there are none: they would tell on whoever wrote them.
    """
    if len(case.heard) < case.fewest:
        return {}
    hidden = too_few_asked(case.instrument, [heard.sheet for heard in case.heard])
    chosen = {q.id: {c.id for c in q.choices} for q in case.instrument.open_questions}
    words: dict[str, Any] = {}
    for heard in case.heard:
        for question, text in heard.words.items():
            if question in hidden:
                continue
            if chosen.get(question):
                counts = words.setdefault(question, {})
                counts[text] = counts.get(text, 0) + 1
            elif len(case.heard) >= case.fewest_for_words:
                words.setdefault(question, []).append(text)
    return {
        question: sorted(found, key=str.casefold) if isinstance(found, list) else found
        for question, found in words.items()
    }
