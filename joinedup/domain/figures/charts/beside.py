"""People against organisations: for each section a bar where each person counts, one where each
organisation does."""

from __future__ import annotations

from dataclasses import dataclass

from joinedup.domain.figures.charts.profile import NO_SCORE, Section, SectionProfile
from joinedup.domain.figures.tables import Column, Table
from joinedup.domain.figures.wording import scored


@dataclass(frozen=True)
class PeopleAgainstOrganisations(SectionProfile):
    """A profile whose ``score`` counts each person once and whose ``before`` each organisation.

    ``each`` is who has one voice in the second; under ``worth_telling`` points apart both say much
    the same.
    """

    year: str = "Each person counts once"
    each: str = "organisation"
    worth_telling: float = 5.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "year_before", f"Each {self.each} counts once")

    def sentence(self) -> str:
        """Say where both lie furthest apart, or that they say much the same."""
        known = [(gap, section) for section in self.sections if (gap := _gap(section)) is not None]
        if not known:
            return f"There is no section in which both people and {self.each}s can be shown."
        gap, widest = max(known, key=lambda pair: pair[0])
        if gap < self.worth_telling:
            return (
                f"Counting each person or each {self.each} once comes out much the same: no section"
                f" differs by {self.worth_telling:g} points or more."
            )
        return (
            f"People and {self.each}s lie furthest apart on {widest.name}:"
            f" {scored(widest.score)} where each person counts once,"
            f" {scored(widest.before)} where each {self.each} does."
        )

    def table(self) -> Table:
        """Give both figures of each section and how far they lie apart."""
        heads = (self.year, self.year_before, "Points apart")
        return Table(
            self.title,
            (Column("Section"), *(Column(head, is_number=True) for head in heads)),
            tuple(
                (section.name, _told(section.score), _told(section.before), _apart(section))
                for section in self.sections
            ),
        )


def _gap(section: Section) -> float | None:
    if section.score is None or section.before is None:
        return None
    return round(abs(section.score - section.before), 1)


def _told(score: float | None) -> str:
    return NO_SCORE if score is None else scored(score)


def _apart(section: Section) -> str:
    gap = _gap(section)
    return "" if gap is None else f"{gap:.1f}"
