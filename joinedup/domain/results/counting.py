"""The sealed result of one partnership, put together once at the close and kept as it is."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from joinedup.domain.instruments.definition import Instrument, RecordFact
from joinedup.domain.instruments.linking import in_common
from joinedup.domain.organisations.kinds import SIDES, Sector, Side
from joinedup.domain.results.record import Shown
from joinedup.domain.reviews.kinds import FEWEST, OfficialView
from joinedup.domain.scoring.comparing import (
    answered_both_times,
    change,
    where_the_record_disagrees,
)
from joinedup.domain.scoring.groups import Difference, group_figures
from joinedup.domain.scoring.outcome import from_stored, number, stored
from joinedup.domain.scoring.results import Result, View, printed, score, why_indicative
from joinedup.domain.scoring.sheets import Sheet, carried_forward, too_few_asked
from joinedup.domain.scoring.telling import leaders

WORTH_TELLING = Fraction(1, 2)
"""Half a step of the scale between two groups is worth a sentence; less is noise."""
WITHHELD = "Incomplete"
FEWEST_FOR_WORDS = 10
"""In an anonymous round words are shown from so many answers up (trust.md, T4)."""


@dataclass(frozen=True)
class Heard:
    """One sheet that was sent: scored answers, the writer's sector, and what they wrote."""

    sheet: Sheet
    sector: str
    words: Mapping[str, str]


@dataclass(frozen=True)
class Earlier:
    """Last time's sealed result of the same partnership, and the sheets it came from.

    ``links`` say, where an earlier version was asked, which of its statements are the same: the id
    now to the id then. Nothing else of it is compared. ``when`` is told where the year is not
    enough, ``key`` says which review it was.
    """

    year: int
    result: Mapping[str, Any]
    sheets: Sequence[Sheet]
    links: Mapping[str, str] | None = None
    when: str = ""
    key: str = ""

    @property
    def answered(self) -> list[Sheet]:
        """Its sheets, with each answer under the id that its statement has now."""
        if self.links is None:
            return list(self.sheets)
        return [
            replace(
                sheet,
                answers={
                    now: sheet.answers[then]
                    for now, then in self.links.items()
                    if then in sheet.answers
                },
            )
            for sheet in self.sheets
        ]


@dataclass(frozen=True)
class Case:
    """Everything one result is made of."""

    instrument: Instrument
    view: str
    heard: Sequence[Heard]
    asked: Sequence[tuple[str, str]]
    """The member and sector of each person asked."""
    vacant: int
    record: Mapping[RecordFact, Shown]
    earlier: Earlier | None = None
    internal: bool = False
    unnamed: int | None = None
    """How many sent in an anonymous round, also where too few did for any to be counted."""

    @property
    def carried(self) -> tuple[list[Sheet], int]:
        """The sheets alone, as scoring takes them, and how many answers are from last time."""
        is_asked_for = self.instrument.scoring.missing.policy == "carry forward"
        is_known = self.unnamed is None and self.earlier is not None
        before = self.earlier.answered if self.earlier and is_known and is_asked_for else []
        return carried_forward(self.instrument, [heard.sheet for heard in self.heard], before)

    @property
    def sheets(self) -> list[Sheet]:
        """The sheets alone, as scoring takes them."""
        return self.carried[0]

    @property
    def fewest(self) -> int:
        """How many people a group must have to be shown."""
        group = self.instrument.minimums.group
        return group if self.unnamed is None else max(group, FEWEST)

    @property
    def fewest_for_words(self) -> int:
        """How many must have answered for words of their own to be shown."""
        return self.fewest if self.unnamed is None else FEWEST_FOR_WORDS


def official(result: Result, view: str) -> View:
    """Return the view that the round declared official."""
    return result.by_organisation if view == OfficialView.ORGANISATION else result.by_person


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
        "view": case.view,
        "anonymous": case.unnamed is not None,
        "fewest": case.fewest,
        "response": response,
        "indicative": why_indicative(
            case.instrument,
            people=result.respondents,
            organisations=organisations,
            invited=len(case.asked),
        ),
        "differences": _differences(case, result),
        "conflicts": _conflicts(case, result),
        "change": _change(case, result),
        "words": _words(case),
        "leading": _leading(case, result),
        "carried": _carried(case),
    }


def is_withheld(figures: Result, instrument: Instrument) -> bool:
    """Tell whether so few answered that any figure would be one person's answers.

    The first page of the questionnaire promises that no group smaller than this is shown.
    """
    return figures.respondents < instrument.minimums.group


def headline(result: Mapping[str, Any], instrument: Instrument) -> tuple[float | None, str]:
    """Return the printed overall figure and band of a sealed result, in its official view."""
    if instrument.scoring.overall == "none":
        return None, ""
    figures = from_stored(result["figures"])
    if is_withheld(figures, instrument):
        return None, WITHHELD
    view = official(figures, result["view"])
    return number(view.overall, figures.decimals), view.band or ""


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


def _change(case: Case, result: Result) -> dict[str, Any] | None:
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
    view = moved.by_organisation if case.view == OfficialView.ORGANISATION else moved.by_person
    if instrument.scoring.overall == "none":
        told["statements"] = _moved_statements(official(before, case.view), result, case.view)
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
        "sections": list(leaders_of(case.instrument, official(result, case.view))),
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
