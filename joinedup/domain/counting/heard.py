"""What one result is made of: the sheets that were sent, and last time's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from joinedup.domain.counting.record import Shown
from joinedup.domain.instruments.definition import Instrument, RecordFact
from joinedup.domain.reviews.kinds import FEWEST, OfficialView
from joinedup.domain.scoring.results import Result, View
from joinedup.domain.scoring.sheets import Sheet, carried_forward, organisations_heard

FEWEST_FOR_WORDS = 10
"""In an anonymous round words are shown from so many answers up (trust.md, T4)."""
ONE_AND_THE_OTHER = 2
"""Of so many organisations one view is told, never both."""


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
    without_address: int = 0
    """How many could not be asked in an anonymous round, as nobody could mail them a link."""

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
    def told_view(self) -> str:
        """The view that is told. Of two organisations it is always by person.

        From both views of two, of different sizes, what each of them said could be worked out, down
        to the answers of one who sits alone for theirs (DESIGN 10.11).
        """
        spoke = organisations_heard(self.instrument, self.sheets, internal=self.internal)
        return OfficialView.PERSON if len(spoke) == ONE_AND_THE_OTHER else self.view

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


def is_withheld(figures: Result, instrument: Instrument) -> bool:
    """Tell whether so few answered that any figure would be one person's answers.

    The first page of the questionnaire promises that no group smaller than this is shown.
    """
    return too_few_heard(figures.respondents, instrument)


def too_few_heard(respondents: int, instrument: Instrument) -> bool:
    return respondents < instrument.minimums.group
