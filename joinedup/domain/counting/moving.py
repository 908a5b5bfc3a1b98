"""What moved since last time, over the questions that were asked both times."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from joinedup.domain.counting.heard import Case, Earlier, is_withheld, official
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.instruments.linking import in_common
from joinedup.domain.reviews.kinds import OfficialView
from joinedup.domain.scoring.comparing import answered_both_times, change
from joinedup.domain.scoring.outcome import from_stored
from joinedup.domain.scoring.results import Result, View, printed, score
from joinedup.domain.scoring.sheets import Sheet

WORTH_TELLING = Fraction(1, 2)
"""Half a step of the scale between two groups is worth a sentence; less is noise."""


def moved_since(case: Case, result: Result) -> dict[str, Any] | None:
    """Return what moved since last time, over the questions that were asked both times."""
    earlier = case.earlier
    if earlier is None:
        return None
    told: dict[str, Any] = {"year": earlier.year, "comparable": earlier.links != {}}
    if earlier.when:
        told["when"] = earlier.when
    if not told["comparable"]:
        return told
    instrument, before = case.instrument, from_stored(earlier.result["figures"])
    if earlier.links is not None:
        instrument = in_common(case.instrument, earlier.links)
        before = score(instrument, earlier.answered, internal=case.internal)
        result = score(instrument, only(case.sheets, earlier.links), internal=case.internal)
        told |= {"asked_again": len(earlier.links), "asked": len(case.instrument.statements)}
    if is_withheld(before, instrument) or is_withheld(result, instrument):
        # Last time's few would be told on by this time's many.
        return {**told, "overall": None, "sections": {}}
    moved = change(before, result)
    if moved is None:
        return {**told, "comparable": False}
    told_view = case.told_view
    view = moved.by_organisation if told_view == OfficialView.ORGANISATION else moved.by_person
    if instrument.scoring.overall == "none":
        told["statements"] = _moved_statements(official(before, told_view), result, told_view)
    return {
        **told,
        "overall": _move(view.overall),
        "sections": {code: _move(move) for code, move in view.sections.items()},
        **_both_times(case, earlier, instrument),
    }


def _both_times(case: Case, earlier: Earlier, instrument: Instrument) -> dict[str, int | None]:
    """Return how many answered both times; of anonymous answers nobody can know."""
    if case.unnamed is not None or earlier.result.get("anonymous"):
        return {"people_both": None, "organisations_both": None}
    again = answered_both_times(instrument, earlier.answered, case.sheets)
    return {"people_both": again.people, "organisations_both": again.organisations}


def only(sheets: Sequence[Sheet], codes: Mapping[str, str]) -> list[Sheet]:
    """Return the sheets with nothing but the answers to these statements."""
    return [
        replace(sheet, answers={c: a for c, a in sheet.answers.items() if c in codes})
        for sheet in sheets
    ]


def _moved_statements(before: View, result: Result, view: str) -> list[dict[str, Any]]:
    """Return the averages that moved by half a step or more, the furthest first."""
    pairs = [
        (code, before.means.get(code), mean) for code, mean in official(result, view).means.items()
    ]
    moved = [
        (code, was, now)
        for code, was, now in pairs
        if was is not None and now is not None and abs(now - was) >= WORTH_TELLING
    ]
    return [
        {"statement": code, "before": float(printed(was, 1)), "after": float(printed(now, 1))}
        for code, was, now in sorted(moved, key=lambda each: -abs(each[2] - each[1]))
    ]


def _move(move: Any) -> dict[str, Any] | None:
    if move is None:
        return None
    return {
        "before": float(move.before),
        "after": float(move.after),
        "points": float(move.points),
        "direction": move.direction,
    }
