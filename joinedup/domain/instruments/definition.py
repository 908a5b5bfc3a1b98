"""What a questionnaire is: its statements, scales, bands and rules, as plain frozen values.

The keys of a definition file are the fields of these classes, by the same names;
``docs/reference/instrument-format.md`` says what each is for.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

# The two answers that carry no score. What each is called on the page is the instrument's own.
DO_NOT_KNOW = "dk"
DOES_NOT_APPLY = "na"

Method = Literal["mean", "sum", "percentage"]
Direction = Literal["high is good", "low is good"]
# What the register can tell by itself, to be held against what people say.
RecordFact = Literal["agreement", "exit plan", "risks", "measures", "members"]


@dataclass(frozen=True)
class ScaleValue:
    value: int
    label: str


@dataclass(frozen=True)
class Scale:
    id: str
    values: tuple[ScaleValue, ...]

    @property
    def lowest(self) -> int:
        return self.values[0].value

    @property
    def highest(self) -> int:
        return self.values[-1].value


@dataclass(frozen=True)
class Unscored:
    id: Literal["dk", "na"]
    label: str


@dataclass(frozen=True)
class Statement:
    id: str
    text: str
    key: bool = False
    reverse: bool = False
    weight: Fraction = Fraction(1)
    scale: str | None = None
    tiers: tuple[Literal[1, 2, 3], ...] = ()
    why: str | None = None
    record: RecordFact | None = None


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    statements: tuple[Statement, ...]
    intro: str | None = None
    why: str | None = None
    weight: Fraction = Fraction(1)


@dataclass(frozen=True)
class Choice:
    id: str
    label: str


@dataclass(frozen=True)
class OpenQuestion:
    """A question that carries no score: words of one's own, or one choice of several."""

    id: str
    text: str
    kind: Literal["text", "choice"] = "text"
    choices: tuple[Choice, ...] = ()
    hint: str | None = None


@dataclass(frozen=True)
class Band:
    """A word for a range of printed figures. Its bound is inclusive."""

    name: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None
    means: str | None = None
    colour: (
        Literal[
            "green",
            "turquoise",
            "blue",
            "light-blue",
            "purple",
            "pink",
            "red",
            "orange",
            "yellow",
            "grey",
        ]
        | None
    ) = None


@dataclass(frozen=True)
class Caps:
    """What holds the overall band down to ``band``, however good the average."""

    band: str
    section_band: str | None = None
    key_worse_than: Fraction | None = None
    key_unknown: bool = False


@dataclass(frozen=True)
class Missing:
    """What a section needs before its score is shown, out of the statements that apply.

    With "treat as lowest", what somebody leaves empty or cannot tell counts as the worst answer.
    """

    policy: Literal["need a share", "need all", "leave out", "treat as lowest"] = "leave out"
    share: Fraction | None = None

    @property
    def share_needed(self) -> Fraction:
        if self.policy == "need all":
            return Fraction(1)
        return self.share or Fraction(0)


@dataclass(frozen=True)
class Scoring:
    statement: Literal["mean", "percentage", "share choosing"]
    section: Method
    overall: Literal["mean", "sum", "percentage", "none"]
    choosing: tuple[int, ...] = ()
    average: Literal["item first", "person first", "organisation first"] = "item first"
    direction: Direction = "high is good"
    decimals: Literal[0, 1, 2] = 1
    missing: Missing = field(default_factory=Missing)


@dataclass(frozen=True)
class Thresholds:
    """``split`` and ``cannot_tell`` are shares, 0 to 1; ``comparison`` is points of the score.

    ``claim`` is the mean answer from which a statement is held against what the record shows.
    """

    split: Fraction = Fraction(3, 5)
    cannot_tell: Fraction = Fraction(1, 5)
    comparison: Fraction = Fraction(5)
    claim: Fraction | None = None


@dataclass(frozen=True)
class Minimums:
    """Below ``people``, ``organisations`` or ``response`` a result is marked indicative.

    Nothing is shown apart for a group smaller than ``group``.
    """

    people: int = 3
    organisations: int = 2
    response: Fraction = Fraction(1, 2)
    group: int = 3
    agreement: int = 3


@dataclass(frozen=True)
class Instrument:
    format: Literal[1]
    id: str
    title: str
    version: str
    licence: str
    source: str
    scales: tuple[Scale, ...]
    scoring: Scoring
    sections: tuple[Section, ...]
    also_known_as: tuple[str, ...] = ()
    intro: str | None = None
    minutes: int | None = None
    comments: bool = False
    evidence: bool = False
    third_party_copyright: bool = False
    unscored: tuple[Unscored, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    bands: tuple[Band, ...] = ()
    section_bands: tuple[Band, ...] = ()
    caps: Caps | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    minimums: Minimums = field(default_factory=Minimums)

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(statement for section in self.sections for statement in section.statements)

    def statement(self, code: str) -> Statement:
        return next(each for each in self.statements if each.id == code)

    def section(self, code: str) -> Section:
        return next(each for each in self.sections if each.id == code)

    def scale_of(self, statement: Statement) -> Scale:
        return next(
            scale for scale in self.scales if statement.scale is None or scale.id == statement.scale
        )

    @property
    def bands_of_sections(self) -> tuple[Band, ...]:
        return self.section_bands or self.bands


def asked_at_tier(instrument: Instrument, tier: int) -> Instrument:
    """Return the questionnaire with only the statements asked of partnerships of this tier."""
    sections = []
    for section in instrument.sections:
        asked = tuple(each for each in section.statements if not each.tiers or tier in each.tiers)
        if asked:
            sections.append(replace(section, statements=asked))
    return replace(instrument, sections=tuple(sections))
