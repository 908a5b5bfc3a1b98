"""Answer sheets as plain values, and what was answered on each statement, counted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from joinedup.domain.instruments.combining import turned
from joinedup.domain.instruments.definition import DO_NOT_KNOW, DOES_NOT_APPLY, Instrument

UNANSWERED = "unanswered"


@dataclass(frozen=True)
class Sheet:
    """One person's answers: statement id to a value of its scale, "dk", "na" or None.

    Answers to open questions may stand among them; they are not scored. A person who speaks for
    nobody else has no organisation and counts as a side of their own.
    """

    respondent: str
    organisation: str
    answers: Mapping[str, int | str | None]
    unit: str = ""


@dataclass(frozen=True)
class Tally:
    """What was answered on one statement: every answer counted, and the scored ones by side."""

    counts: Counter[str]
    values: Sequence[int]
    sides: Mapping[str, Sequence[int]]

    @property
    def applies(self) -> bool:
        """Whether anybody left room for it: only if everyone says so does a statement not apply."""
        return self.counts[DOES_NOT_APPLY] == 0 or (
            self.counts[DOES_NOT_APPLY] < sum(self.counts.values())
        )

    @property
    def nobody_can_say(self) -> bool:
        return not self.values and self.counts[DO_NOT_KNOW] > 0


def those_heard(instrument: Instrument, sheets: Iterable[Sheet]) -> list[Sheet]:
    """Return the sheets on which at least one statement was answered, be it with "dk" or "na"."""
    codes = [statement.id for statement in instrument.statements]
    return [sheet for sheet in sheets if any(sheet.answers.get(code) is not None for code in codes)]


def side_of(sheet: Sheet, *, internal: bool) -> str:
    """Return whom the person speaks for: a unit or organisation, else only themselves."""
    name = (sheet.unit or sheet.organisation) if internal else sheet.organisation
    # The leading character keeps a person alone apart from an organisation of the same name.
    return f"={name}" if name else f"-{sheet.respondent}"


def organisations_heard(
    instrument: Instrument, sheets: Iterable[Sheet], *, internal: bool = False
) -> set[str]:
    sides = {side_of(sheet, internal=internal) for sheet in those_heard(instrument, sheets)}
    return {side for side in sides if side.startswith("=")}


def tallies_of(
    instrument: Instrument, sheets: Sequence[Sheet], *, internal: bool
) -> dict[str, Tally]:
    """Return what was answered on each statement; an answer the questionnaire lacks is refused."""
    refuse_unknown_answers(instrument, sheets)
    heard = [(side_of(s, internal=internal), s.answers) for s in those_heard(instrument, sheets)]
    tallies = {}
    for statement in instrument.statements:
        counts: Counter[str] = Counter()
        values: list[int] = []
        sides: dict[str, list[int]] = {}
        for side, answers in heard:
            answer = answers.get(statement.id)
            counts[UNANSWERED if answer is None else str(answer)] += 1
            if isinstance(answer, int):
                value = turned(instrument, statement, answer)
                values.append(value)
                sides.setdefault(side, []).append(value)
        tallies[statement.id] = Tally(counts, values, sides)
    return tallies


def refuse_unknown_answers(instrument: Instrument, sheets: Iterable[Sheet]) -> None:
    unscored: list[int | str | None] = [None, *(each.id for each in instrument.unscored)]
    allowed = {
        statement.id: {*unscored, *(v.value for v in instrument.scale_of(statement).values)}
        for statement in instrument.statements
    }
    unmarked = {question.id for question in instrument.open_questions}
    for sheet in sheets:
        for code, answer in sheet.answers.items():
            if code in unmarked:
                continue
            if code not in allowed:
                raise ValueError(f"There is no statement {code!r} in {instrument.id}.")
            if answer not in allowed[code] or isinstance(answer, bool):
                raise ValueError(f"{answer!r} is not an answer to {code}.")


def mean_by_person(tally: Tally) -> Fraction | None:
    return Fraction(sum(tally.values), len(tally.values)) if tally.values else None


def mean_by_side(tally: Tally) -> Fraction | None:
    means = [Fraction(sum(values), len(values)) for values in tally.sides.values()]
    return sum(means, Fraction(0)) / len(means) if means else None
