"""Where groups of partners differ, told only where no small group and no organisation shows."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from joinedup.domain.instruments.combining import turned
from joinedup.domain.instruments.definition import Instrument
from joinedup.domain.scoring.results import Result, score
from joinedup.domain.scoring.sheets import Sheet, side_of, those_heard, without_too_few

# One organisation's figure is never shown, so a group must hold more than one of them.
FEWEST_ORGANISATIONS = 2


@dataclass(frozen=True)
class Side:
    """A group that may be named, or with no name everyone else put together."""

    name: str | None
    mean: Fraction
    people: int


@dataclass(frozen=True)
class Difference:
    """How far groups lie apart on a statement; no ``sides`` where naming them would tell on few.

    Sides come highest average first.
    """

    statement: str
    sides: tuple[Side, ...]
    agreement: Fraction | None
    split: bool

    @property
    def gap(self) -> Fraction | None:
        return self.sides[0].mean - self.sides[-1].mean if self.sides else None


@dataclass(frozen=True)
class Voice:
    group: str | None
    speaks_for: str
    value: int


def group_figures(
    instrument: Instrument,
    sheets: Sequence[Sheet],
    groups: Mapping[str, str],
    *,
    minimum: int | None = None,
    internal: bool = False,
    scored: Result | None = None,
) -> list[Difference]:
    """Return every statement, the widest gap between groups first.

    ``groups`` gives a respondent's group (sector, kind of body); who is in none counts among
    everyone else. Statements whose sides may not be named follow, the least agreed first.
    ``scored`` is the result of the same sheets, where it has been worked out already.
    """
    fewest = instrument.minimums.group if minimum is None else minimum
    statements = (scored or score(instrument, sheets, internal=internal)).statements
    heard = [
        (groups.get(sheet.respondent), side_of(sheet, internal=internal), sheet.answers)
        for sheet in those_heard(instrument, without_too_few(instrument, sheets))
    ]
    found = []
    for statement in instrument.statements:
        values = instrument.scale_of(statement).values
        counted = {each.value: turned(instrument, statement, each.value) for each in values}
        voices = [
            Voice(group, side, counted[answer])
            for group, side, answers in heard
            if isinstance(answer := answers.get(statement.id), int)
        ]
        figures = statements[statement.id]
        sides = sides_of(voices, fewest)
        found.append(Difference(statement.id, sides, figures.agreement, figures.split))
    return sorted(found, key=width_first)


def sides_of(voices: Sequence[Voice], fewest: int) -> tuple[Side, ...]:
    """Return the groups that may be shown, and everyone else; nothing if fewer than two are left.

    Figures for all are public, so whoever is left over could be worked out by taking the shown
    groups away: those left over must be enough too, or the smallest shown group joins them.
    """
    names = sorted({voice.group for voice in voices if voice.group is not None})
    members = {name: [voice for voice in voices if voice.group == name] for name in names}
    shown = {name: each for name, each in members.items() if is_enough(each, fewest)}
    while (rest := [v for v in voices if v.group not in shown]) and not is_enough(rest, fewest):
        if not shown:
            return ()
        del shown[min(shown, key=lambda name: (len(shown[name]), name))]
    sides = [side(name, each) for name, each in shown.items()]
    if rest:
        sides.append(side(None, rest))
    if len(sides) < 2:
        return ()
    return tuple(sorted(sides, key=lambda each: (-each.mean, each.name or "")))


def groups_that_hide(
    people: Sequence[tuple[str, str]], fewest: int, organisations: int = FEWEST_ORGANISATIONS
) -> set[str]:
    """Return the groups that may be told apart: each, and all left over, is enough or nobody.

    ``people`` gives the group and the organisation of each; who has no group is left over.
    """
    shown = {name for name, _ in people if name}

    def few(theirs: Sequence[tuple[str, str]]) -> bool:
        return len(theirs) < fewest or len({body for _, body in theirs}) < organisations

    sizes = Counter(name for name, _ in people)
    shown -= {name for name in shown if few([each for each in people if each[0] == name])}
    while (rest := [each for each in people if each[0] not in shown]) and few(rest) and shown:
        shown.remove(min(shown, key=lambda name: (sizes[name], name)))
    # One group that is everybody tells nothing.
    return shown if rest or len(shown) > 1 else set()


def is_enough(voices: Sequence[Voice], fewest: int) -> bool:
    organisations = {voice.speaks_for for voice in voices}
    return len(voices) >= fewest and len(organisations) >= FEWEST_ORGANISATIONS


def side(name: str | None, voices: Sequence[Voice]) -> Side:
    return Side(name, Fraction(sum(voice.value for voice in voices), len(voices)), len(voices))


def width_first(difference: Difference) -> tuple[bool, Fraction]:
    gap = difference.gap
    if gap is not None:
        return False, -gap
    # With too few answers to tell how far people agree, there is nothing to discuss first.
    return True, Fraction(2) if difference.agreement is None else difference.agreement
