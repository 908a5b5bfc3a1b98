"""Holding one result against another thing: its other view, last year's, or the record."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from joinedup.domain.instruments.definition import Instrument, RecordFact
from joinedup.domain.scoring.results import Result, View, printed
from joinedup.domain.scoring.sheets import Sheet, organisations_heard, those_heard

Direction = Literal["up", "down", "little change"]


def views_differ(result: Result) -> bool:
    """Whether both views must be shown: they lie 5 points apart as printed, or in other bands."""
    person, organisation = result.by_person, result.by_organisation
    if person.band != organisation.band:
        return True
    moved = move(person.overall, organisation.overall, result)
    return moved is not None and moved.direction != "little change"


@dataclass(frozen=True)
class Move:
    """Two printed figures and what lies between them."""

    before: Decimal
    after: Decimal
    points: Decimal
    direction: Direction


@dataclass(frozen=True)
class ViewChange:
    """``overall`` and any section is None where either year's figure was withheld."""

    overall: Move | None
    sections: Mapping[str, Move | None]


@dataclass(frozen=True)
class Change:
    by_person: ViewChange
    by_organisation: ViewChange


def change(before: Result, after: Result) -> Change | None:
    """Return what moved since ``before``; nothing can be said across two versions of a set."""
    if (before.instrument, before.version) != (after.instrument, after.version):
        return None
    return Change(
        by_person=view_change(before.by_person, after.by_person, after),
        by_organisation=view_change(before.by_organisation, after.by_organisation, after),
    )


def view_change(before: View, after: View, result: Result) -> ViewChange:
    return ViewChange(
        overall=move(before.overall, after.overall, result),
        sections={
            code: move(before.sections[code].score, found.score, result)
            for code, found in after.sections.items()
            if code in before.sections
        },
    )


def move(before: Fraction | None, after: Fraction | None, result: Result) -> Move | None:
    """Return the difference of the printed figures, so that anyone can check it."""
    if before is None or after is None:
        return None
    was, is_now = printed(before, result.decimals), printed(after, result.decimals)
    points = is_now - was
    direction: Direction = "little change"
    if abs(Fraction(points)) >= result.comparison:
        direction = "up" if points > 0 else "down"
    return Move(was, is_now, points, direction)


@dataclass(frozen=True)
class SameAgain:
    people: int
    organisations: int


def answered_both_times(
    instrument: Instrument, before: Sequence[Sheet], after: Sequence[Sheet]
) -> SameAgain:
    """Return how many of the same people and organisations stand behind both results."""
    people = [{sheet.respondent for sheet in those_heard(instrument, s)} for s in (before, after)]
    bodies = [organisations_heard(instrument, sheets) for sheets in (before, after)]
    return SameAgain(len(people[0] & people[1]), len(bodies[0] & bodies[1]))


@dataclass(frozen=True)
class Conflict:
    """Partners say it is in place; the record says it is not."""

    statement: str
    fact: RecordFact
    mean: Fraction


def where_the_record_disagrees(
    instrument: Instrument, result: Result, record: Mapping[RecordFact, bool | None]
) -> list[Conflict]:
    """Return the claims the record contradicts. What we have not been told contradicts nothing."""
    found = []
    for statement in instrument.statements:
        mean = result.statements[statement.id].mean
        if statement.record is None or mean is None or record.get(statement.record) is not False:
            continue
        if is_claim(instrument, mean, instrument.scale_of(statement).highest):
            found.append(Conflict(statement.id, statement.record, mean))
    return found


def is_claim(instrument: Instrument, mean: Fraction, highest: int) -> bool:
    bound = instrument.thresholds.claim
    return mean >= (highest if bound is None else bound)
