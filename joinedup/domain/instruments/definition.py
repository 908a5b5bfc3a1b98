"""What a questionnaire is: its statements, scales, bands and rules, as plain frozen values.

The keys of a definition file are the fields of these classes, by the same names;
``docs/reference/instrument-format.md`` says what each is for.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Literal

from joinedup.domain.languages.wordings import Translation

# The two answers that carry no score. What each is called on the page is the instrument's own.
DO_NOT_KNOW = "dk"
DOES_NOT_APPLY = "na"

Method = Literal["mean", "sum", "percentage"]
Direction = Literal["high is good", "low is good"]
# What the register can tell by itself, to be held against what people say.
RecordFact = Literal["agreement", "exit plan", "risks", "measures", "members"]
# The places on a partnership that a statement may be kept for.
Role = Literal["chair", "coordinator", "representative", "deputy", "secretary"]
# What the id of an answer on a second scale ends in: SF1 and SF1-second.
SECOND = "-second"


@dataclass(frozen=True)
class ScaleValue:
    value: int
    label: str


@dataclass(frozen=True)
class Scale:
    """``title`` says what it measures, where a statement is answered on two."""

    id: str
    values: tuple[ScaleValue, ...]
    title: str | None = None

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
    second_scale: str | None = None
    tiers: tuple[Literal[1, 2, 3], ...] = ()
    roles: tuple[Role, ...] = ()
    why: str | None = None
    first_response: str | None = None
    record: RecordFact | None = None
    same_as: str | None = None

    @property
    def is_for_some(self) -> bool:
        """Whether not everybody is asked: then no answer is a question not asked."""
        return bool(self.tiers or self.roles)


@dataclass(frozen=True)
class Section:
    id: str
    title: str
    statements: tuple[Statement, ...]
    intro: str | None = None
    why: str | None = None
    first_response: str | None = None
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

    With "treat as lowest", what somebody leaves empty or cannot tell counts as the worst answer;
    with "carry forward", what somebody leaves empty counts as they answered it last time.
    """

    policy: Literal["need a share", "need all", "leave out", "treat as lowest", "carry forward"] = (
        "leave out"
    )
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
    From a mean of ``live_from``, or of ``live_for_one`` in any organisation, a statement is live:
    something is to be done about it now.
    """

    split: Fraction = Fraction(3, 5)
    cannot_tell: Fraction = Fraction(1, 5)
    comparison: Fraction = Fraction(5)
    claim: Fraction | None = None
    live_from: Fraction | None = None
    live_for_one: Fraction | None = None


@dataclass(frozen=True)
class Alert:
    """A sentence told whatever the score, once a figure reaches the bound.

    ``on`` is a section or the overall, judged by its printed score, or a statement, judged by its
    average answer.
    """

    on: str
    says: str
    at_least: Fraction | None = None
    at_most: Fraction | None = None


@dataclass(frozen=True)
class Leading:
    """The section with the highest score is the finding, once it has ``at_least`` this much.

    Sections that lie no more than ``within`` points below lead with it.
    """

    at_least: Fraction
    within: Fraction


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
    yearly: bool = False
    follows: tuple[str, ...] = ()
    intro: str | None = None
    asks: str | None = None
    minutes: int | None = None
    comments: bool = False
    evidence: bool = False
    third_party_copyright: bool = False
    unscored: tuple[Unscored, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    bands: tuple[Band, ...] = ()
    section_bands: tuple[Band, ...] = ()
    caps: Caps | None = None
    alerts: tuple[Alert, ...] = ()
    leading: Leading | None = None
    thresholds: Thresholds = field(default_factory=Thresholds)
    minimums: Minimums = field(default_factory=Minimums)
    translations: tuple[Translation, ...] = ()

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

    @property
    def gives_score(self) -> bool:
        """Whether its overall score is the score of the year, in the register and in reports."""
        return self.yearly and self.scoring.overall != "none"

    @property
    def asks_by_role(self) -> bool:
        """Whether some statements are kept for some places: then answers tell who gave them."""
        return any(statement.roles for statement in self.statements)

    @property
    def pages(self) -> tuple[Section, ...]:
        """The sections as they are asked: an answer on a second scale stands with the first."""
        ids = {section.id for section in self.sections}
        return tuple(
            section
            for section in self.sections
            if not (section.id.endswith(SECOND) and section.id.removesuffix(SECOND) in ids)
        )


def on_both_scales(instrument: Instrument) -> Instrument:
    """Return the questionnaire with each answer on a second scale as a statement of its own.

    They stand in a section of their own, so that each section has a score for each scale.
    """
    titles = {scale.id: scale.title or scale.id for scale in instrument.scales}
    sections: list[Section] = []
    for section in instrument.sections:
        sections.append(section)
        second = [each for each in section.statements if each.second_scale]
        if second:
            named = ", ".join(
                dict.fromkeys(titles.get(each.second_scale or "", "") for each in second)
            )
            sections.append(
                replace(
                    section,
                    id=section.id + SECOND,
                    title=f"{section.title}: {named}",
                    statements=tuple(as_second(each) for each in second),
                )
            )
    return replace(instrument, sections=tuple(sections))


def as_second(statement: Statement) -> Statement:
    """Return a statement as it is answered on its second scale."""
    return replace(
        statement,
        id=statement.id + SECOND,
        scale=statement.second_scale,
        second_scale=None,
        key=False,
        record=None,
        first_response=None,
        same_as=statement.same_as and statement.same_as + SECOND,
    )


def asked_of(
    instrument: Instrument, tier: int | None = None, roles: Collection[str] | None = None
) -> Instrument:
    """Return the questionnaire with only what is asked at this tier, of whoever has these roles.

    Where the tier, or what place somebody has, is not known, nothing is left out for it.
    """
    sections = []
    for section in instrument.sections:
        asked = tuple(
            each
            for each in section.statements
            if (not each.tiers or tier is None or tier in each.tiers)
            and (not each.roles or roles is None or not set(each.roles).isdisjoint(roles))
        )
        if asked:
            sections.append(replace(section, statements=asked))
    return replace(instrument, sections=tuple(sections))
