"""A result that is being explained, and how its figures are written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.scoring.averaging import Unit
from joinedup.domain.scoring.results import Result, View, printed
from joinedup.domain.scoring.sheets import Tally, mean_by_person, mean_by_side

# A figure with more decimals than this is given as an exact fraction too.
DECIMALS = 4


@dataclass(frozen=True)
class Case:
    """The result being explained, and in which view.

    ``tallies`` hold what was answered, ``marks`` what each answer adds to a score; ``units`` are
    the people or organisations worked out on their own, where the questionnaire asks for that.
    """

    instrument: Instrument
    result: Result
    view: View
    side: str | None  # what counts once in this view, where it is not a person
    tallies: Mapping[str, Tally]
    marks: Mapping[str, Tally]
    units: Sequence[Unit]

    @property
    def is_few(self) -> bool:
        """Whether too few answered for anything said to one statement to be shown."""
        return self.result.respondents < self.instrument.minimums.group

    def mean_mark(self, code: str) -> Fraction | None:
        """Return the average of what the answers to a statement add, in this view."""
        tally = self.marks[code]
        return mean_by_person(tally) if self.side is None else mean_by_side(tally)


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
